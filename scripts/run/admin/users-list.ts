import { parseArgs } from "node:util";
import { listUsers } from "@/lib/features/access/queries/users";
import { usersInput } from "@/lib/features/access/schema/accounts";
import { print, readOptions, type Subcommand } from "./subcommand";
import { asSystem } from "./system";

const pageSize = 100;

export const usersList: Subcommand = {
  name: "users list",
  usage: "[--role ROLE] [--state active|disabled]",
  summary: "lists accounts, their roles and when they were last seen",
  database: true,
  run: async (args) => {
    const text = { type: "string" } as const;
    const { values } = parseArgs({ args, options: { role: text, state: text } });
    const given = { ...readOptions(usersInput, { ...values, sort: "email" }), pageSize };
    for (let page = 1; ; page += 1) {
      const found = await asSystem(async (tx, scope) => {
        await scope.audit({ action: "user.list", subjectType: "user", subjectId: null });
        return listUsers(tx, scope, { ...given, page });
      });
      for (const user of found.items) {
        const roles = user.roles.map(({ role, alliance, organization }) =>
          [role, alliance, organization].filter(Boolean).join(" · "),
        );
        const state = user.disabledAt ? "disabled" : "active";
        const seen = user.lastSeenAt?.slice(0, 16).replace("T", " ") ?? "never";
        print([user.email, user.name, state, `seen ${seen}`, roles.join("; ") || "-"].join("\t"));
      }
      if (page * pageSize >= found.total) {
        print(`${found.total} accounts`);
        return 0;
      }
    }
  },
};
