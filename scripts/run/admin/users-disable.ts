import { parseArgs } from "node:util";
import { disableUser } from "@/lib/features/access/commands/users";
import { byEmail } from "@/lib/features/access/schema/accounts";
import { accepted, print, readOptions, type Subcommand } from "./subcommand";
import { asSystem } from "./system";

export const usersDisable: Subcommand = {
  name: "users disable",
  usage: "--email E",
  summary: "closes an account: its sessions, keys and links end at once",
  database: true,
  run: async (args) => {
    const { values } = parseArgs({ args, options: { email: { type: "string" } } });
    const input = readOptions(byEmail, values);
    await asSystem(async (tx, scope) => accepted(await disableUser(tx, scope, input)));
    print(`${input.email} is disabled.`);
    return 0;
  },
};
