import { metricValues } from "@/lib/features/dashboards/queries/values";
import type { MetricNumber } from "@/lib/features/dashboards/schema";
import { countVetoed } from "@/lib/features/evaluations/queries/watch";
import { promiseAgeing } from "@/lib/features/funds/queries/ageing";
import { countNegative, mostMissing } from "@/lib/features/reporting/queries/watch";
import { subscribedFilters } from "@/lib/features/subscriptions/schema";
import { addressWith } from "@/lib/kernel/address";
import type { TenantScope } from "@/lib/platform/corridor/use-case";
import type { Db } from "@/lib/platform/db/transaction";
import { isHidden, watchRight } from "../policy";
import type { AlertAbout, AlertDirection } from "../types";

export type Asked = {
  about: AlertAbout;
  metricCode: string | null;
  direction: AlertDirection | null;
  /** Decimal text. */
  bound: string;
  filters: Record<string, string>;
};

/** What the sentence of a raised alert is filled with. */
type Facts = {
  number?: MetricNumber;
  years?: { from: number; to: number };
  cycle?: string;
  /** Of reports: when they were due; of promises: since when the oldest is. */
  day?: string;
  /** Of vetoes: those of published evaluations, not of reports. */
  published?: boolean;
};

export type Seen =
  | { state: "value"; value: string; path: string; facts: Facts }
  | { state: "no_value" | "hidden" | "not_allowed" | "not_applicable" };

type Filters = ReturnType<typeof subscribedFilters.parse>;

async function seeNumber(
  db: Db,
  scope: TenantScope,
  asked: Asked,
  filters: Filters,
): Promise<Seen> {
  const { organization, kind, status } = filters;
  const thisYear = Number(scope.today.slice(0, 4));
  // The years of the dashboard, where none are chosen.
  const years = { from: filters.from ?? thisYear - 4, to: filters.to ?? thisYear };
  const chosen = { ...years, organizationId: organization, kind, layer: status };
  const code = asked.metricCode ?? "";
  const [number] = await metricValues(db, scope, { ...chosen, codes: [code] });
  if (!number || number.state === "not-applicable") return { state: "not_applicable" };
  if (number.state === "not-allowed") return { state: "not_allowed" };
  if (isHidden(number)) return { state: "hidden" };
  if (number.state !== "value" || number.value === null) return { state: "no_value" };
  const path = number.drill
    ? addressWith(number.drill.list, number.drill.search)
    : addressWith("dashboard", asked.filters);
  return { state: "value", value: number.value, path, facts: { number, years } };
}

async function seeMissing(db: Db, scope: TenantScope, filters: Filters): Promise<Seen> {
  const { organization } = filters;
  const found = await mostMissing(db, scope, organization);
  const search = { missing: "true", ...(organization && { organization }) };
  return {
    state: "value",
    value: `${found?.count ?? 0}.00`,
    path: addressWith("reporting", { ...search, ...(found && { cycle: found.cycleId }) }),
    facts: found ? { cycle: found.cycle, day: found.dueOn } : {},
  };
}

async function seeNegative(db: Db, scope: TenantScope, filters: Filters): Promise<Seen> {
  const { organization } = filters;
  const count = await countNegative(db, scope, organization);
  const search = { negative: "true", ...(organization && { organization }) };
  return {
    state: "value",
    value: `${count}.00`,
    path: addressWith("reporting", search),
    facts: {},
  };
}

async function seeVetoed(db: Db, scope: TenantScope, filters: Filters): Promise<Seen> {
  const { organization } = filters;
  const count = await countVetoed(db, scope, organization);
  const search = { waits: "vetoed", ...(organization && { organization }) };
  return {
    state: "value",
    value: `${count}.00`,
    path: addressWith("evaluations", search),
    facts: { published: true },
  };
}

async function seePromises(
  db: Db,
  scope: TenantScope,
  asked: Asked,
  filters: Filters,
): Promise<Seen> {
  const { organization } = filters;
  const over = Number(asked.bound);
  const late = await promiseAgeing(db, scope, { over, organization, page: 1, pageSize: 1 });
  const search = { over: String(over), ...(organization && { organization }) };
  const day = late.items[0]?.oldestDueOn;
  return {
    state: "value",
    value: `${late.total}.00`,
    path: addressWith("funds/ageing", search),
    facts: day ? { day } : {},
  };
}

const isMember = async (db: Db, allianceId: string, organizationId: string): Promise<boolean> =>
  (await db.membership.findFirst({
    where: { allianceId, organizationId },
    select: { id: true },
  })) !== null;

/**
 * What an alert looks at, as its person would see it on the page: through the same readers, with that person's rights and
 * the alert's own filters.
 */
export async function see(db: Db, scope: TenantScope, asked: Asked): Promise<Seen> {
  const filters = subscribedFilters.parse(asked.filters);
  const right = watchRight(scope, asked.about, filters.organization);
  if (!right) return { state: "not_allowed" };
  if (filters.organization && !(await isMember(db, scope.alliance.id, filters.organization))) {
    return { state: "not_allowed" };
  }
  const behind = { ...scope, reach: right.reach };
  switch (asked.about) {
    case "threshold":
      return seeNumber(db, behind, asked, filters);
    case "missing_reports":
      return seeMissing(db, behind, filters);
    case "negative_indicator":
      return right.action === "cycle.read"
        ? seeNegative(db, behind, filters)
        : seeVetoed(db, behind, filters);
    case "promise_overdue":
      return seePromises(db, behind, asked, filters);
  }
}
