import { existsSync, readFileSync } from "node:fs";
import { relative } from "node:path";
import { stripVTControlCharacters } from "node:util";
import { z } from "zod";

export interface Counts {
  passed: number;
  failed: number;
  skipped: number;
  /** Which tests failed and why, a line each: what stands above the last lines of a long run is not read. */
  failures: readonly string[];
}

export const check = (code: number): Counts => ({
  passed: code === 0 ? 1 : 0,
  failed: code === 0 ? 0 : 1,
  skipped: 0,
  failures: [],
});

export function sum(all: readonly Counts[]): Counts {
  const total = { passed: 0, failed: 0, skipped: 0 };
  for (const counts of all) {
    total.passed += counts.passed;
    total.failed += counts.failed;
    total.skipped += counts.skipped;
  }
  return { ...total, failures: all.flatMap((counts) => counts.failures) };
}

/** A failure in one line; the whole of it stands where it happened. */
function line(test: string, message: string | undefined): string {
  const first = stripVTControlCharacters(message ?? "")
    .split("\n", 1)[0]
    ?.trim();
  return first ? `${test}: ${first.slice(0, 300)}` : test;
}

const vitestSchema = z.object({
  numPassedTests: z.number(),
  numFailedTests: z.number(),
  numPendingTests: z.number(),
  numTodoTests: z.number(),
  testResults: z.array(
    z.object({
      name: z.string(),
      status: z.string(),
      message: z.string().optional(),
      assertionResults: z.array(
        z.object({
          fullName: z.string(),
          status: z.string(),
          failureMessages: z.array(z.string()).nullish(),
        }),
      ),
    }),
  ),
});

export function vitestCounts(report: string, code: number): Counts {
  const result = vitestSchema.safeParse(readReport(report));
  if (!result.success) return check(1);
  const { numPassedTests, numFailedTests, numPendingTests, numTodoTests, testResults } =
    result.data;
  const failures = testResults
    .filter((file) => file.status === "failed")
    .flatMap((file) => {
      const name = relative(process.cwd(), file.name);
      const tests = file.assertionResults.filter((test) => test.status === "failed");
      if (tests.length === 0) return [line(name, file.message)];
      return tests.map((test) => line(`${name} › ${test.fullName}`, test.failureMessages?.[0]));
    });
  return judge(
    {
      passed: numPassedTests,
      failed: numFailedTests,
      skipped: numPendingTests + numTodoTests,
      failures,
    },
    code,
  );
}

const playwrightSuite = z.object({
  specs: z.array(
    z.object({
      title: z.string(),
      file: z.string(),
      line: z.number(),
      tests: z.array(
        z.object({
          status: z.string(),
          results: z.array(
            z.object({ error: z.object({ message: z.string().optional() }).optional() }),
          ),
        }),
      ),
    }),
  ),
  get suites() {
    return z.array(playwrightSuite).optional();
  },
});

const playwrightSchema = z.object({
  stats: z.object({
    expected: z.number(),
    unexpected: z.number(),
    flaky: z.number(),
    skipped: z.number(),
  }),
  suites: z.array(playwrightSuite),
});

function failuresOf(suite: z.infer<typeof playwrightSuite>): string[] {
  const own = suite.specs.flatMap((spec) =>
    spec.tests
      .filter((test) => test.status === "unexpected" || test.status === "flaky")
      .map((test) =>
        line(
          `${spec.file}:${spec.line} › ${spec.title}`,
          test.results.find((result) => result.error)?.error?.message,
        ),
      ),
  );
  return [...own, ...(suite.suites ?? []).flatMap(failuresOf)];
}

/** A test that passed only when it was tried again has failed: it will fail for others too. */
export function playwrightCounts(report: string, code: number): Counts {
  const result = playwrightSchema.safeParse(readReport(report));
  if (!result.success) return check(1);
  const { expected, unexpected, flaky, skipped } = result.data.stats;
  const failures = result.data.suites.flatMap(failuresOf);
  return judge({ passed: expected, failed: unexpected + flaky, skipped, failures }, code);
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
