import { parseArgs } from "node:util";
import { createUser, findUser } from "@/lib/features/access/commands/users";
import { createUserInput, roleNames } from "@/lib/features/access/schema/accounts";
import { giveLink } from "./link";
import { accepted, print, readOptions, type Subcommand } from "./subcommand";
import { asSystem } from "./system";

export const usersCreate: Subcommand = {
  name: "users create",
  usage: "--email E --name N --role ROLE [--alliance SLUG] [--organization ID]",
  summary:
    "creates an account and prints a one-time link to choose its password; ROLE is one of\n      " +
    roleNames.join(", "),
  database: true,
  run: async (args) => {
    const text = { type: "string" } as const;
    const { values } = parseArgs({
      args,
      options: { email: text, name: text, role: text, alliance: text, organization: text },
    });
    const input = readOptions(createUserInput, values);
    const link = await asSystem(async (tx, scope) => {
      accepted(await createUser(tx, scope, input));
      return giveLink(tx, scope, await findUser(tx, { email: input.email }));
    });
    print(`${input.email} was created as ${input.role}.`);
    print(`Password link, valid once and for 24 hours:\n${link}`);
    return 0;
  },
};
