import type { Metric } from "./schema";

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

/** Sums over years make sense for flows only; a stock is read in its newest year (domain 4). */
export const addsOverYears = (metric: Pick<Metric, "aggregation">): boolean =>
  metric.aggregation === "sum" || metric.aggregation === "distinct";
