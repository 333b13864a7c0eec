import { parseArgs } from "node:util";
import { findUser } from "@/lib/features/access/commands/users";
import { byEmail } from "@/lib/features/access/schema/accounts";
import { giveLink } from "./link";
import { print, RefusedError, readOptions, type Subcommand } from "./subcommand";
import { asSystem } from "./system";

export const usersResetPassword: Subcommand = {
  name: "users reset-password",
  usage: "--email E",
  summary: "prints a one-time link to choose a new password; mails it too where SMTP_URL is set",
  database: true,
  run: async (args) => {
    const { values } = parseArgs({ args, options: { email: { type: "string" } } });
    const input = readOptions(byEmail, values);
    const link = await asSystem(async (tx, scope) => {
      const user = await findUser(tx, input);
      if (user.disabledAt) throw new RefusedError({ ok: false, reason: "account-disabled" });
      return giveLink(tx, scope, user);
    });
    print(`Password link of ${input.email}, valid once and for 24 hours:\n${link}`);
    return 0;
  },
};
