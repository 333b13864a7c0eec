import type { Metric } from "@/lib/features/metrics/schema";
import type { Day } from "@/lib/kernel/dates";
import { yearOf } from "./report";

/** What the machine noticed when the result was handed in. */
type Noticed = { kind: string; strength: "block" | "reason" | "info" };

/** What the verifier read on the paper; undefined where nothing was read. */
export type Read = { paperOn: Day | undefined; ownerNamed: boolean | undefined };

export type Weighed = {
  /** Nothing passes these. */
  blocks: string[];
  /** These are passed over with a reason only. */
  wants: string[];
};

/** Findings and the reading together: what forbids the verification, and what it needs a reason for. */
export function weigh(
  noticed: readonly Noticed[],
  read: Read,
  record: { year: number; yearBasis: Metric["yearBasis"] },
): Weighed {
  const of = (strength: Noticed["strength"]) =>
    noticed.filter((one) => one.strength === strength).map(({ kind }) => kind);
  const outside =
    read.paperOn !== undefined && yearOf(read.paperOn, record.yearBasis) !== record.year;
  return {
    blocks: of("block"),
    wants: [
      ...of("reason"),
      ...(outside ? ["paper_outside_period"] : []),
      ...(read.ownerNamed === false ? ["owner_not_named"] : []),
    ],
  };
}
