import type { Lifetime } from "../parts/lifetime.ts";
import type { Counts } from "./counts.ts";

export interface Bench {
  life: Lifetime;
  /** For reports and throw-away data; removed at the end. */
  folder: string;
  /** What the caller wrote after the names of suites: patterns and options of the test tool. */
  rest: readonly string[];
}

export interface Suite {
  name: string;
  title: string;
  run(bench: Bench): Promise<Counts>;
}
