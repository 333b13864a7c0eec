import type { MetricSource, RegisteredMetric } from "@/lib/features/metrics/types";
import type { Day } from "@/lib/kernel/dates";
import type { MetricNumber } from "../schema";
import type { DrillList, Layer } from "../types";

/** What a page has chosen, as far as lists understand it. */
export type Chosen = {
  from: number;
  to: number;
  organizationId?: string | undefined;
  kind?: string | undefined;
  layer: Layer;
  /** The day of the past whose closing numbers are shown; none: now. */
  asOf?: Day | undefined;
};

const lists: Record<MetricSource, DrillList> = {
  members: "members",
  meetings: "meetings",
  resolutions: "decisions",
  tasks: "tasks",
  projects: "projects",
  agreements: "agreements",
  colleges: "colleges",
  platforms: "platforms",
  calls: "calls",
  funds: "funds/ledger",
  outcomes: "outcomes",
};

/** Lists that divide by organization; the register of members divides by kind alone. */
const byOrganization: ReadonlySet<MetricSource> = new Set([
  "tasks",
  "projects",
  "agreements",
  "colleges",
  "platforms",
  "calls",
]);

const years = ({ from, to }: Chosen) => ({ from: String(from), to: String(to) });

/**
 * The filter of the list that counts a number; the address of its list has the same. Undefined where the list cannot tell
 * apart what is chosen.
 */
export function countDrill(metric: RegisteredMetric, chosen: Chosen): MetricNumber["drill"] {
  const { organizationId, kind, asOf } = chosen;
  if (organizationId && !byOrganization.has(metric.source)) return null;
  if (kind && (metric.source !== "members" || metric.filter.kind)) return null;
  return {
    list: lists[metric.source],
    search: {
      ...metric.filter,
      ...(organizationId && { organization: organizationId }),
      ...(kind && { kind }),
      ...(asOf && { asOf }),
      ...(metric.time === "flow" && years(chosen)),
    },
  };
}

/**
 * The booked entries, where the reader may open all that the number adds; else the summary of funds, whose sides hold the
 * same sums without the entries.
 */
export function moneyDrill(
  metric: RegisteredMetric,
  chosen: Chosen,
  opensLedger: boolean,
): MetricNumber["drill"] {
  const { organizationId, kind, asOf } = chosen;
  const search = {
    ...years(chosen),
    ...(organizationId && { organization: organizationId }),
    ...(asOf && { asOf }),
  };
  if (!opensLedger) return kind ? null : { list: "funds", search };
  return {
    list: lists.funds,
    search: { ...search, ...metric.filter, ...(kind && { organizationKind: kind }) },
  };
}

/** Registers and totals that answer for any day; of the other lists only the present state is known. */
const keepsPast: ReadonlySet<MetricSource> = new Set(["members", "funds", "outcomes"]);

/** Is a day of the past asked of a number that has none? */
export const lacksPast = (metric: Pick<RegisteredMetric, "source">, { asOf }: Chosen): boolean =>
  asOf !== undefined && !keepsPast.has(metric.source);

/**
 * The records of a result: all years of a flow, the year that speaks of a stock. Of a day of the past the shares of the
 * members are kept, not what each record said then, so its list is that of the shares.
 */
export function outcomeDrill(
  code: string,
  chosen: Chosen,
  newest: number | null,
): MetricNumber["drill"] {
  const { organizationId, kind, layer, asOf } = chosen;
  return {
    list: asOf ? "dashboard/parts" : lists.outcomes,
    search: {
      metric: code,
      state: layer,
      ...(organizationId && { organization: organizationId }),
      ...(kind && { organizationKind: kind }),
      ...(asOf && { asOf }),
      ...(newest === null ? years(chosen) : { year: String(newest) }),
    },
  };
}
