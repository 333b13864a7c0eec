import { existsSync, readFileSync } from "node:fs";
import { z } from "zod";

export interface Counts {
  passed: number;
  failed: number;
  skipped: number;
}

export const check = (code: number): Counts =>
  code === 0 ? { passed: 1, failed: 0, skipped: 0 } : { passed: 0, failed: 1, skipped: 0 };

export function sum(all: readonly Counts[]): Counts {
  const total = { passed: 0, failed: 0, skipped: 0 };
  for (const counts of all) {
    total.passed += counts.passed;
    total.failed += counts.failed;
    total.skipped += counts.skipped;
  }
  return total;
}

const vitestSchema = z.object({
  numPassedTests: z.number(),
  numFailedTests: z.number(),
  numPendingTests: z.number(),
  numTodoTests: z.number(),
});

export function vitestCounts(report: string, code: number): Counts {
  const result = vitestSchema.safeParse(readReport(report));
  if (!result.success) return check(1);
  const { numPassedTests, numFailedTests, numPendingTests, numTodoTests } = result.data;
  return judge(
    { passed: numPassedTests, failed: numFailedTests, skipped: numPendingTests + numTodoTests },
    code,
  );
}

const playwrightSchema = z.object({
  stats: z.object({
    expected: z.number(),
    unexpected: z.number(),
    flaky: z.number(),
    skipped: z.number(),
  }),
});

/** A test that passed only when it was tried again has failed: it will fail for others too. */
export function playwrightCounts(report: string, code: number): Counts {
  const result = playwrightSchema.safeParse(readReport(report));
  if (!result.success) return check(1);
  const { expected, unexpected, flaky, skipped } = result.data.stats;
  return judge({ passed: expected, failed: unexpected + flaky, skipped }, code);
}

/** A file that could not be loaded has no tests to count, and no tests at all is a failure too. */
function judge(counts: Counts, code: number): Counts {
  const silent = counts.failed === 0 && (code !== 0 || counts.passed + counts.skipped === 0);
  return silent ? { ...counts, failed: 1 } : counts;
}

function readReport(file: string): unknown {
  if (!existsSync(file)) return undefined;
  try {
    return JSON.parse(readFileSync(file, "utf8"));
  } catch {
    return undefined;
  }
}
