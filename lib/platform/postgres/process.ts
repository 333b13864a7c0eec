import { execFileSync } from "node:child_process";
import { readdirSync, readFileSync, readlinkSync } from "node:fs";
import { basename } from "node:path";

const onLinux = process.platform === "linux";

/**
 * Names one life of one process. A pid alone does not: it is given to another process later.
 * Undefined when the process is gone; a zombie counts as gone, because it holds nothing.
 */
export function lifeOf(pid: number): string | undefined {
  if (!Number.isSafeInteger(pid) || pid <= 0) return undefined;
  if (!onLinux) return ask("ps", ["-o", "lstart=", "-p", String(pid)]);
  const stat = read(`/proc/${pid}/stat`);
  // The command stands in parentheses and may itself hold spaces and parentheses.
  const fields = stat?.slice(stat.lastIndexOf(")") + 2).split(" ");
  if (!fields || fields[0] === "Z" || fields[0] === "X") return undefined;
  const boot = read("/proc/sys/kernel/random/boot_id")?.trim() ?? "";
  return `${boot}:${fields[19]}`;
}

/** True only for a living postmaster that was started for exactly this data folder. */
export function isServerOf(pid: number, folder: string): boolean {
  if (lifeOf(pid) === undefined) return false;
  if (!onLinux) {
    const command = ask("ps", ["-ww", "-o", "command=", "-p", String(pid)]) ?? "";
    return command.includes(`postgres -D ${folder} `);
  }
  const args = read(`/proc/${pid}/cmdline`)?.split("\0") ?? [];
  const at = args.indexOf("-D");
  return basename(args[0] ?? "") === "postgres" && at > 0 && args[at + 1] === folder;
}

/**
 * Every process of the server on this folder. A killed postmaster leaves backends that hold its
 * shared memory until they notice; they are found by their working folder, since each leads a
 * process group of its own. Elsewhere than on Linux nothing is found and starting just retries.
 */
export function processesOf(folder: string): number[] {
  if (!onLinux) return [];
  return readdirSync("/proc")
    .filter((entry) => /^\d+$/.test(entry))
    .map(Number)
    .filter((pid) => follow(`/proc/${pid}/cwd`) === folder)
    .filter((pid) => {
      // The kernel adds this word when the file was replaced, as a re-installation does.
      const executable = follow(`/proc/${pid}/exe`)?.replace(/ \(deleted\)$/, "");
      return basename(executable ?? "") === "postgres" && lifeOf(pid) !== undefined;
    });
}

/** Signals and does not mind when the process is already gone. */
export function signal(pid: number, name: NodeJS.Signals): void {
  try {
    process.kill(pid, name);
  } catch {
    // Gone, or not ours any more: either way there is nothing left to signal.
  }
}

function read(path: string): string | undefined {
  try {
    return readFileSync(path, "utf8");
  } catch {
    return undefined;
  }
}

function follow(path: string): string | undefined {
  try {
    return readlinkSync(path);
  } catch {
    return undefined;
  }
}

function ask(command: string, args: string[]): string | undefined {
  try {
    return execFileSync(command, args, { encoding: "utf8", stdio: "pipe" }).trim() || undefined;
  } catch {
    return undefined;
  }
}
