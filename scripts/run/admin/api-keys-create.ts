import { parseArgs } from "node:util";
import { createKeyFor } from "@/lib/features/access/commands/keys";
import { findUser } from "@/lib/features/access/commands/users";
import { keyForInput } from "@/lib/features/access/schema/accounts";
import { accepted, print, RefusedError, readOptions, type Subcommand } from "./subcommand";
import { asSystem } from "./system";

export const apiKeysCreate: Subcommand = {
  name: "api-keys create",
  usage: "--email E --name N [--read-only]",
  summary: "creates an API key with that person's rights and prints it, this once",
  database: true,
  run: async (args) => {
    const { values } = parseArgs({
      args,
      options: {
        email: { type: "string" },
        name: { type: "string" },
        "read-only": { type: "boolean", default: false },
      },
    });
    const { email, ...key } = readOptions(keyForInput, {
      email: values.email,
      name: values.name,
      readOnly: values["read-only"],
    });
    const created = await asSystem(async (tx, scope) => {
      const user = await findUser(tx, { email });
      if (user.disabledAt) throw new RefusedError({ ok: false, reason: "account-disabled" });
      return accepted(await createKeyFor(tx, scope, user.id, key));
    });
    print(`API key of ${email}${key.readOnly ? ", for reading only" : ""}; it is not shown again:`);
    print(created.key);
    return 0;
  },
};
