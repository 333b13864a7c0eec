import { reachOf } from "@/lib/features/access/policy";
import { opensLedger } from "@/lib/features/funds/policy";
import { registeredCount } from "@/lib/features/metrics/rules";
import {
  countedAs,
  countedMetrics,
  moneyMetrics,
  type RegisteredMetric,
} from "@/lib/features/metrics/types";
import type { TenantScope } from "@/lib/platform/corridor/use-case";
import type { Db } from "@/lib/platform/db/transaction";
import { type Chosen, countDrill, lacksPast, moneyDrill, outcomeDrill } from "../rules/drill";
import { countNumber, moneyNumber, outcomeNumber, withheld } from "../rules/numbers";
import type { MetricNumber } from "../schema";
import { readCounts } from "./counts";
import { readFunds, readOutcomes, type Stretch } from "./sums";

export type ValuesFilter = Chosen & {
  /** Registered codes; left out: all that have a value. */
  codes?: readonly string[];
  /** Of all codes, only what members brought. */
  only?: "outcomes";
};

const stretchOf = ({ from, to, organizationId, kind, asOf }: ValuesFilter): Stretch => ({
  from,
  to,
  asOf,
  organization: organizationId,
  kind,
});

const reachOn = (
  scope: TenantScope,
  metric: RegisteredMetric,
): MetricNumber["reach"] | undefined => {
  const reach = reachOf(metric.action, scope.actor.roles, scope.alliance.id);
  if (!reach) return undefined;
  if (reach.whole) return "whole";
  return reach.organizationIds.length > 0 || reach.self ? "own" : "published";
};

async function countNumbers(
  db: Db,
  scope: TenantScope,
  filter: ValuesFilter,
  metrics: readonly RegisteredMetric[],
): Promise<MetricNumber[]> {
  const asked = metrics.flatMap((metric) => {
    const drill = lacksPast(metric, filter) ? null : countDrill(metric, filter);
    return drill ? [{ metric, drill, search: drill.search }] : [];
  });
  const rows = Map.groupBy(await readCounts(db, scope, asked), (row) => row.code);
  return metrics.map((metric) => {
    const reach = reachOn(scope, metric);
    if (!reach) return withheld(metric, "not-allowed");
    if (lacksPast(metric, filter)) return withheld(metric, "no-past");
    const drill = asked.find((one) => one.metric === metric)?.drill;
    if (!drill) return withheld(metric, "not-applicable");
    return countNumber(metric, rows.get(metric.code) ?? [], reach, drill);
  });
}

async function moneyNumbers(
  db: Db,
  scope: TenantScope,
  filter: ValuesFilter,
  metrics: readonly RegisteredMetric[],
): Promise<MetricNumber[]> {
  if (metrics.length === 0) return [];
  // Money is not published by itself: a visitor reads none.
  const allowed = reachOf("fund.read_summary", scope.actor.roles, scope.alliance.id)?.whole;
  if (!allowed) return metrics.map((metric) => withheld(metric, "not-allowed"));
  const { rows, past } = await readFunds(db, scope, stretchOf(filter));
  const opens = opensLedger(scope, filter.organizationId ?? null);
  return metrics.map((metric) =>
    past.unknown.some((side) => side === metric.filter.side)
      ? withheld(metric, "no-past")
      : moneyNumber(metric, rows, moneyDrill(metric, filter, opens)),
  );
}

/**
 * The one reader of numbers: whatever page, report or evaluation shows one of the registry asks here. At most one
 * statement for lists, one for money and one for results, however many numbers are asked for.
 */
export async function metricValues(
  db: Db,
  scope: TenantScope,
  filter: ValuesFilter,
): Promise<MetricNumber[]> {
  const { codes, layer } = filter;
  const registered = [...new Set(codes?.flatMap((code) => registeredCount(code) ?? []))];
  const isAsked = (metric: RegisteredMetric) =>
    codes ? registered.includes(metric) : filter.only !== "outcomes";
  const outcomeCodes = codes?.filter((code) => !registeredCount(code));
  const reach = reachOf("figure.read_approved", scope.actor.roles, scope.alliance.id);
  const [counts, money, outcomes] = await Promise.all([
    countNumbers(db, scope, filter, countedMetrics.filter(isAsked)),
    moneyNumbers(db, scope, filter, moneyMetrics.filter(isAsked)),
    outcomeCodes?.length === 0 || !reach
      ? []
      : readOutcomes(db, { ...scope, reach }, stretchOf(filter), outcomeCodes),
  ]);
  const numbers = [
    ...counts,
    ...money,
    ...outcomes
      .filter((metric) => countedAs[metric.code] === undefined)
      .map((metric) =>
        outcomeNumber(metric, layer, reach?.whole ? "whole" : "published", (newest) =>
          outcomeDrill(metric.code, filter, newest),
        ),
      ),
  ];
  // A code of domain 4 that the portal counts itself is answered under the name it was asked by.
  const asked = (codes ?? []).flatMap((code) => {
    const number = numbers.find((one) => one.code === countedAs[code]);
    return number ? [{ ...number, code }] : [];
  });
  return codes ? [...numbers.filter((number) => codes.includes(number.code)), ...asked] : numbers;
}
