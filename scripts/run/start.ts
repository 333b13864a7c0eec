import { join } from "node:path";
import { withClient } from "../../lib/platform/postgres/connect.ts";
import { run } from "./parts/command.ts";
import { type Environment, root, tool } from "./parts/environment.ts";
import type { Lifetime } from "./parts/lifetime.ts";
import { complain, say } from "./parts/say.ts";
import { serve } from "./parts/serve.ts";

/** The one-time address of the first administrator, while nobody has an account. */
async function sayHowToBegin(env: Environment, life: Lifetime): Promise<void> {
  const someone = await withClient(env.DATABASE_URL ?? "", (client) =>
    client.query("SELECT FROM users LIMIT 1"),
  );
  if (someone.rowCount) return;
  const script = join(root, "scripts", "run", "setup-link.ts");
  const args = ["--conditions=react-server", script];
  await run({ file: tool("tsx"), args, env, signal: life.signal });
}

await serve("start", async ({ host, port }, env, life) => {
  say(`\n✓ The portal listens on ${host}, port ${port}  (Ctrl-C or SIGTERM stops it)\n`);
  try {
    await sayHowToBegin(env, life);
  } catch (error) {
    // The portal serves all the same; the next start says it again.
    if (!life.asked) complain(error);
  }
});
