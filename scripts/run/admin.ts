import { spawn } from "node:child_process";
import { join } from "node:path";
import { ensureClient } from "./parts/build.ts";
import { childEnvironment, root, tool } from "./parts/environment.ts";
import { complain } from "./parts/say.ts";

// The commands use the application's own modules, which only run with its path names and as a server: hence tsx. The
// table of commands stands in admin/table.ts.
try {
  await ensureClient(new AbortController().signal);
  const main = join(root, "scripts", "run", "admin", "main.ts");
  const child = spawn(tool("tsx"), ["--conditions=react-server", main, ...process.argv.slice(2)], {
    cwd: root,
    env: childEnvironment({ PORT: process.env.PORT, LOG_LEVEL: process.env.LOG_LEVEL || "warn" }),
    stdio: "inherit",
  });
  for (const name of ["SIGINT", "SIGTERM", "SIGHUP"] as const) {
    process.on(name, () => child.kill(name));
  }
  process.exitCode = await new Promise<number>((resolve, reject) => {
    child.once("error", reject);
    child.once("exit", (code) => resolve(code ?? 1));
  });
} catch (error) {
  complain(error);
  process.exitCode = 1;
}
// The channel to the starter would keep this process alive.
if (process.connected) process.disconnect();
