import { messageOf, Problem } from "../../../lib/platform/postgres/problem.ts";

export function say(line: string): void {
  process.stdout.write(`${line}\n`);
}

/** An indented line below the step that is running. */
export function note(line: string): void {
  say(`  ${line}`);
}

/** One visible step: a line when it starts, and how long it took. */
export async function step<T>(title: string, work: () => T | Promise<T>): Promise<T> {
  say(`▸ ${title}`);
  const since = performance.now();
  const result = await work();
  note(`done in ${seconds(since)}`);
  return result;
}

export function seconds(since: number): string {
  return `${((performance.now() - since) / 1000).toFixed(1)} s`;
}

/** What failed and why, and what to do next. */
export function complain(error: unknown): void {
  process.stderr.write(`\n✗ ${messageOf(error)}\n`);
  if (error instanceof Problem) {
    process.stderr.write(`  Next: ${error.next}\n`);
    return;
  }
  // Nobody foresaw this one, so its origin is the only help there is.
  if (error instanceof Error && error.stack) process.stderr.write(`${error.stack}\n`);
}
