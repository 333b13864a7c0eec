import { Problem } from "../../lib/platform/postgres/problem.ts";
import { Lifetime } from "./parts/lifetime.ts";
import { complain, note, say, seconds } from "./parts/say.ts";
import { deadCode, lint, types } from "./suites/checks.ts";
import { type Counts, check, sum } from "./suites/counts.ts";
import { e2e } from "./suites/e2e.ts";
import { makeFolder, removeRemains } from "./suites/remains.ts";
import type { Bench, Suite } from "./suites/suite.ts";
import { drills, torture } from "./suites/torture.ts";
import { architecture, integration, unit } from "./suites/vitest.ts";

const all: readonly Suite[] = [lint, types, architecture, deadCode, unit, integration, drills, e2e];
/** What works on the production build. */
const built: readonly Suite[] = [drills, e2e];

/** `test.ts [check | SUITE …] [-- PATTERN or option of the test tool …]`; without names: all. */
function choose(args: readonly string[]): { suites: readonly Suite[]; rest: string[] } {
  const cut = args.includes("--") ? args.indexOf("--") : args.length;
  const named = args.slice(0, cut).filter((arg) => arg === "check" || find(arg));
  const rest = args.slice(0, cut).filter((arg) => !named.includes(arg));
  rest.push(...args.slice(cut + 1));
  if (named.includes("check"))
    return { suites: all.filter((suite) => !built.includes(suite)), rest };
  if (named.length === 0 && rest.length > 0) {
    throw new Problem(
      `Which suite is "${rest.join(" ")}" for?`,
      `Name one of ${[...all, torture].map((suite) => suite.name).join(", ")} before it.`,
    );
  }
  const suites = named.flatMap((name) => find(name) ?? []);
  return { suites: suites.length > 0 ? suites : all, rest };
}

const find = (name: string) => [...all, torture].find((suite) => suite.name === name);

async function runSuite(suite: Suite, bench: Bench): Promise<Counts> {
  say(`\n▸ ${suite.title}`);
  const since = performance.now();
  let counts: Counts;
  try {
    counts = await suite.run(bench);
  } catch (error) {
    if (!bench.life.asked) complain(error);
    counts = check(1);
  }
  const { passed, failed, skipped } = counts;
  note(`${suite.title}: ${passed} passed, ${failed} failed, ${skipped} skipped, ${seconds(since)}`);
  return counts;
}

async function main(life: Lifetime): Promise<Counts> {
  const { suites, rest } = choose(process.argv.slice(2));
  await removeRemains();
  const folder = await makeFolder();
  life.onClose(() => folder.remove());
  const results: Counts[] = [];
  const failing: string[] = [];
  for (const suite of suites) {
    if (life.asked) break;
    const counts = await runSuite(suite, { life, folder: folder.path, rest });
    results.push(counts);
    if (counts.failed > 0) failing.push(suite.name);
  }
  const total = sum(results);
  if (failing.length > 0) {
    say(`\n✗ Failed: ${failing.join(", ")} (npm test -- NAME runs one alone)`);
    for (const failure of total.failures.slice(0, 50)) say(`  ✗ ${failure}`);
  }
  return total;
}

const life = new Lifetime();
let total: Counts = check(1);
try {
  total = await main(life);
} catch (error) {
  complain(error);
}
await life.close();
if (life.asked) say("\nInterrupted.");
say(`\n${total.passed} passed, ${total.failed} failed, ${total.skipped} skipped`);
process.exit(total.failed > 0 || total.passed === 0 || life.asked ? 1 : 0);
