import { type Listed, peopleCounted } from "@/lib/features/people/rules";
import { peopleTrained } from "@/lib/features/people/types";
import type { Metric } from "./schema";
import { countedAs, countedMetrics, moneyMetrics, type RegisteredMetric } from "./types";

/**
 * Does one record stand for one thing with a key of its own (a patent, a standard, an award)? Then it is registered
 * singly under that key, and counts once however many members own it (domain 4.1 rule 3). People and firms are distinct
 * counts too, but have no key here.
 */
export const isKeyed = (metric: Pick<Metric, "aggregation" | "unitZh">): boolean =>
  metric.aggregation === "distinct" && !/[人家]/.test(metric.unitZh);

/**
 * People and firms that several records may name again: without identities the records only bound the number of different
 * ones from above, and a sum is shown with "≤" (domain 4.1 rule 1, behaviour 4.4 "People").
 */
export const isUpperBound = (metric: Pick<Metric, "aggregation" | "unitZh">): boolean =>
  metric.aggregation === "distinct" && !isKeyed(metric);

/** A sum of results as it is shown: people once each as far as lists tell who they are, and whether it is only a bound. */
export function distinctSum(
  metric: Pick<Metric, "code" | "aggregation" | "unitZh">,
  sum: { records: number; total: string },
  known: Listed | null | undefined,
): { value: string; atMost: boolean } {
  if (!isUpperBound(metric)) return { value: sum.total, atMost: false };
  return metric.code === peopleTrained
    ? peopleCounted(sum, known)
    : { value: sum.total, atMost: true };
}

/** Sums over years make sense for flows only; a stock is read in its newest year (domain 4). */
export const addsOverYears = (metric: Pick<Metric, "aggregation">): boolean =>
  metric.aggregation === "sum" || metric.aggregation === "distinct";

/** An outcome metric of domain 4 as an entry of the registry. */
export const registeredOutcome = (
  metric: Pick<Metric, "code" | "aggregation">,
): RegisteredMetric => ({
  code: metric.code,
  source: "outcomes",
  time: addsOverYears(metric) ? "flow" : "stock",
  status: "approved",
  filter: { metric: metric.code },
  action: "figure.read_approved",
  owner: "secretariat",
});

const byCode = new Map([...countedMetrics, ...moneyMetrics].map((one) => [one.code, one]));

/** The entry that a code stands for, unless it is an outcome metric: those are read by their definitions. */
export const registeredCount = (code: string): RegisteredMetric | undefined =>
  byCode.get(countedAs[code] ?? code);
