import { isKeyed } from "@/lib/features/metrics/rules";
import type { Metric } from "@/lib/features/metrics/schema";
import type { Day } from "@/lib/kernel/dates";
import { accept, type Result, refuse } from "@/lib/kernel/result";

/**
 * Year of a day by the metric's year basis: a calendar year, an academic year named by the year it begins in
 * (1 September), or the cohort's year of graduation.
 */
export function yearOf(day: Day, basis: Metric["yearBasis"]): number {
  const year = Number(day.slice(0, 4));
  return basis === "academic" && day.slice(5) < "09-01" ? year - 1 : year;
}

export type ReportFault =
  | "metric-not-reported"
  | "evidence-missing"
  | "result-in-future"
  | "key-missing"
  | "one-result-per-record"
  | "fraction-of-a-thing";

type Reported = {
  occurredOn: Day;
  quantity: string;
  naturalKey: string | undefined;
  fileId: string | undefined;
};

/** What is wrong with a reported result, before anybody looks at its content. */
export function checkReport(
  metric: Pick<Metric, "aggregation" | "unitZh" | "reportable" | "evidenceRequired">,
  reported: Reported,
  today: Day,
): Result<null, ReportFault> {
  if (!metric.reportable) return refuse("metric-not-reported");
  if (metric.evidenceRequired && !reported.fileId) return refuse("evidence-missing");
  if (reported.occurredOn > today) return refuse("result-in-future");
  if (isKeyed(metric)) {
    if (!reported.naturalKey) return refuse("key-missing");
    if (Number(reported.quantity) !== 1) return refuse("one-result-per-record");
  }
  // Money has fen and a day can be halved; people and things cannot.
  if (!/[元日]$/.test(metric.unitZh) && /\.\d*[1-9]/.test(reported.quantity)) {
    return refuse("fraction-of-a-thing");
  }
  return accept(null);
}
