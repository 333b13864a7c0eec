import { demoAccounts, demoPassword } from "../../prisma/seed/accounts.ts";
import { say } from "./parts/say.ts";
import { serve } from "./parts/serve.ts";

await serve("demo", ({ port }) => {
  say(`\n✓ The portal answers on http://localhost:${port}  (Ctrl-C stops it)\n`);
  say(`  Demonstration accounts, all with the password ${demoPassword}:\n`);
  for (const { email, zh, en } of demoAccounts) say(`  ${email.padEnd(32)} ${zh} · ${en}`);
  say("");
});
