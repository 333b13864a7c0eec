import { spawn } from "node:child_process";
import { Problem } from "../../../lib/platform/postgres/problem.ts";
import { childEnvironment, type Environment, root } from "./environment.ts";

export interface Command {
  file: string;
  args?: string[];
  env?: Environment;
  signal?: AbortSignal;
  /** Held back, and shown only when the command fails. */
  quiet?: boolean;
}

/** Runs a command to its end and returns its exit code. */
export async function run({ file, args = [], env, signal, quiet }: Command): Promise<number> {
  signal?.throwIfAborted();
  const child = spawn(file, args, {
    cwd: root,
    env: childEnvironment(env),
    stdio: ["ignore", quiet ? "pipe" : "inherit", quiet ? "pipe" : "inherit"],
  });
  const held: Buffer[] = [];
  child.stdout?.on("data", (chunk: Buffer) => held.push(chunk));
  child.stderr?.on("data", (chunk: Buffer) => held.push(chunk));
  const abort = () => child.kill("SIGTERM");
  signal?.addEventListener("abort", abort);
  try {
    const code = await new Promise<number>((resolve, reject) => {
      child.once("error", reject);
      child.once("close", (status) => resolve(status ?? 1));
    });
    signal?.throwIfAborted();
    if (code !== 0) process.stderr.write(Buffer.concat(held));
    return code;
  } finally {
    signal?.removeEventListener("abort", abort);
  }
}

/** Like `run`, for a step that everything after it needs. */
export async function must(command: Command, what: string, next: string): Promise<void> {
  const code = await run(command);
  if (code !== 0) throw new Problem(`${what} failed (exit code ${code}).`, next);
}
