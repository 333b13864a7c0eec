import "server-only";
import { spawn } from "node:child_process";
import { join } from "node:path";
import { accept, type Result, refuse } from "@/lib/kernel/result";
import { alone } from "../db/queue";
import type { Told } from "./child";
import { spreadsheetLimits as limits, type SpreadsheetFault } from "./limits";

/** From the working directory: inside a production build this module's own address says nothing. */
const program = () =>
  join(/* turbopackIgnore: true */ process.cwd(), "lib", "platform", "spreadsheet", "child.ts");

/** What the process said until it ended; undefined when it was stopped or broke down. */
function run(file: Uint8Array): Promise<string | undefined> {
  return new Promise((resolve) => {
    const child = spawn(
      process.execPath,
      [`--max-old-space-size=${limits.heapMegabytes}`, "--no-warnings", program()],
      {
        // Nothing of this process's environment: there are secrets in it.
        env: { NODE_ENV: "production" },
        stdio: ["pipe", "pipe", "ignore"],
        timeout: limits.milliseconds,
        killSignal: "SIGKILL",
      },
    );
    const said: Buffer[] = [];
    child.stdout.on("data", (chunk: Buffer) => said.push(chunk));
    // It may end before it has read everything.
    child.stdin.on("error", () => undefined);
    child.once("error", () => resolve(undefined));
    child.once("close", (code) =>
      resolve(code === 0 ? Buffer.concat(said).toString("utf8") : undefined),
    );
    child.stdin.end(file);
  });
}

/**
 * The cells of the first sheet of an .xlsx file as text, row by row. One file at a time: the machine serves others
 * meanwhile.
 */
export async function readSpreadsheet(
  file: Uint8Array,
): Promise<Result<string[][], SpreadsheetFault>> {
  if (file.byteLength > limits.file) return refuse("spreadsheet-too-big");
  const said = await alone("spreadsheet", () => run(file));
  if (said === undefined) return refuse("spreadsheet-unreadable");
  const told: Told = JSON.parse(said);
  return told.ok ? accept(told.rows) : refuse(told.fault);
}
