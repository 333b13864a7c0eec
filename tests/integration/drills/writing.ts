import { type ChildProcess, spawn } from "node:child_process";
import { createInterface } from "node:readline";
import { setTimeout as sleep } from "node:timers/promises";
import { onTestFinished } from "vitest";
import { root } from "../../../scripts/run/parts/environment.ts";

/** What a writer said: requests it sent, those it was promised (with the record), and what must not happen. */
export type Told = { sent: Set<string>; kept: Map<string, string>; wrong: string[] };

export type Writer = {
  told: Told;
  /** Resolves when everything is loaded and one record is written. */
  ready: Promise<void>;
  begin: () => void;
  /** Ends it without warning; resolves when its last word is read. */
  kill: () => Promise<void>;
};

/** `program` is a file beside this one; what it is told beyond its task stands in `more`. */
export function startWriter(
  url: string,
  task: object,
  told = newTold(),
  program = "writer",
  more: Record<string, string> = {},
): Writer {
  const child = spawn(
    process.execPath,
    [
      "--import",
      "tsx",
      "--conditions=react-server",
      `${root}/tests/integration/drills/${program}.ts`,
    ],
    {
      cwd: root,
      env: {
        ...process.env,
        NODE_OPTIONS: "",
        NODE_ENV: "production",
        DATABASE_URL: url,
        LOG_LEVEL: "silent",
        DRILL_TASK: JSON.stringify(task),
        ...more,
      },
      stdio: ["pipe", "pipe", "inherit"],
    },
  );
  onTestFinished(() => void child.kill("SIGKILL"));
  // It may be dead before it is told to begin.
  child.stdin.on("error", () => {});
  const closed = new Promise<void>((resolve) => child.once("close", () => resolve()));
  return {
    told,
    ready: listen(child, told),
    begin: () => void child.stdin.write("begin\n"),
    kill: async () => {
      child.kill("SIGKILL");
      await closed;
    },
  };
}

export const newTold = (): Told => ({ sent: new Set(), kept: new Map(), wrong: [] });

/** Waits until so many more were promised; says how long it took. */
export async function untilKept(told: Told, more: number): Promise<number> {
  const since = performance.now();
  const before = told.kept.size;
  while (told.kept.size < before + more) {
    if (performance.now() - since > 20_000) throw new Error("nothing was written for 20 s");
    await sleep(2);
  }
  return performance.now() - since;
}

function listen(child: ChildProcess, told: Told): Promise<void> {
  const { stdout } = child;
  if (!stdout) throw new Error("the writer has no voice");
  return new Promise((resolve, reject) => {
    child.once("exit", (code) => reject(new Error(`the writer ended with ${code}`)));
    createInterface({ input: stdout }).on("line", (line) => {
      const [word, key = "", rest = ""] = line.split(" ");
      if (word === "ready") resolve();
      else if (word === "sent") told.sent.add(key);
      else if (word === "kept") told.kept.set(key, rest);
      else if (word !== "failed") told.wrong.push(line);
    });
  });
}
