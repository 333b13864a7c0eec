import { spawn } from "node:child_process";

/** Runs a script of the portal as an operator would, to its end; the two streams come back as one text. */
export async function runProgram(
  script: string,
  args: readonly string[],
  env: Record<string, string>,
): Promise<{ exit: number | null; out: string }> {
  const child = spawn(
    process.execPath,
    ["--conditions=react-server", "--import=tsx", script, ...args],
    {
      env: {
        ...process.env,
        APP_URL: "https://portal.example",
        LOG_LEVEL: "silent",
        ...env,
      },
    },
  );
  let out = "";
  for (const stream of [child.stdout, child.stderr])
    stream.on("data", (chunk) => {
      out += chunk;
    });
  const exit = await new Promise<number | null>((resolve) => child.once("close", resolve));
  return { exit, out };
}

/** `npm run admin -- …` */
export const runAdmin = (args: readonly string[], env: Record<string, string>) =>
  runProgram("scripts/run/admin/main.ts", args, env);
