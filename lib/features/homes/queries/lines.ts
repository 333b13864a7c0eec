import { reachOf } from "@/lib/features/access/policy";
import { filters as applicationFilters } from "@/lib/features/applications/queries/list";
import { listInput as listApplicationsInput } from "@/lib/features/applications/schema";
import { conditions as callConditions } from "@/lib/features/calls/queries/list";
import { listCallsInput } from "@/lib/features/calls/schema/view";
import {
  conditions as correctionConditions,
  from as correctionsFrom,
} from "@/lib/features/corrections/queries/list";
import { listCorrectionsSchema } from "@/lib/features/corrections/schema";
import { conditions as evaluationConditions } from "@/lib/features/evaluations/queries/conditions";
import { listRoundsInput } from "@/lib/features/evaluations/schema/rounds";
import { promiseAgeing } from "@/lib/features/funds/queries/ageing";
import {
  entries,
  conditions as ledgerConditions,
  waitsFor,
} from "@/lib/features/funds/queries/ledger";
import { ledgerSchema } from "@/lib/features/funds/schema/entries";
import { filters as meetingFilters } from "@/lib/features/meetings/queries/list-meetings";
import { listMeetingsInput } from "@/lib/features/meetings/schema/record";
import { readSleeping } from "@/lib/features/memberships/queries/life";
import { listCoClaims } from "@/lib/features/outcomes/queries/co-claims";
import { listCoClaimsSchema } from "@/lib/features/outcomes/schema/claims";
import { conditions as projectConditions } from "@/lib/features/projects/queries/list";
import { listProjectsSchema } from "@/lib/features/projects/schema/projects";
import { filters as reportFilters } from "@/lib/features/reporting/queries/cycles";
import { listObligationsInput } from "@/lib/features/reporting/schema/cycles";
import {
  filters as decisionFilters,
  from as decisionsFrom,
} from "@/lib/features/resolutions/queries/list";
import { life } from "@/lib/features/resolutions/queries/state";
import { listResolutionsInput } from "@/lib/features/resolutions/schema";
import { filters as demandFilters, demandFrom } from "@/lib/features/talent/queries/demands";
import { listDemandsInput } from "@/lib/features/talent/schema/demands";
import { filters as taskFilters, from as tasksFrom } from "@/lib/features/tasks/queries/list";
import { listTasksInput } from "@/lib/features/tasks/schema";
import type { Reach } from "@/lib/platform/corridor/permission";
import type { TenantScope } from "@/lib/platform/corridor/use-case";
import type { Db } from "@/lib/platform/db/transaction";
import { Prisma } from "@/prisma/generated/client";
import { filterOf, lineRules } from "../rules";
import type { HomeLine } from "../schema";
import type { LineKey, ListOf } from "../types";
import { readEndings } from "./endings";

type Counted = Exclude<ListOf, "ageing" | "terms" | "sleeping" | "co_claims">;
type Filter = Record<string, string>;

const none: Reach = {
  whole: false,
  masked: false,
  organizationIds: [],
  self: false,
  assigned: false,
  published: false,
};

/** The scope that the list's own door would give this caller: its right, and not that of the first screen. */
const behind = (scope: TenantScope, action: Parameters<typeof reachOf>[0]): TenantScope => ({
  ...scope,
  reach: reachOf(action, scope.actor.roles, scope.alliance.id) ?? none,
});

/** Rows of the lists, counted under the conditions of the lists themselves: a line and its list cannot differ. */
const counters: Record<Counted, (scope: TenantScope, filter: Filter) => Prisma.Sql> = {
  applications: (scope, filter) => Prisma.sql`
    SELECT count(*)::int AS count, min((a.state_since AT TIME ZONE ${scope.alliance.timeZone})::date)::text AS since
    FROM membership_applications a
    WHERE ${applicationFilters(behind(scope, "membership.check"), listApplicationsInput.parse(filter))}`,
  tasks: (scope, filter) => Prisma.sql`
    SELECT count(*)::int AS count, min(t.due_on)::text AS since FROM ${tasksFrom}
    WHERE ${taskFilters(behind(scope, "resolution.track_execution"), listTasksInput.parse(filter))}`,
  decisions: (scope, filter) => Prisma.sql`
    SELECT count(*)::int AS count, min(r.adopted_on)::text AS since FROM ${decisionsFrom} ${life(scope.today)}
    WHERE ${decisionFilters(behind(scope, "resolution.read"), listResolutionsInput.parse(filter))}`,
  meetings: (scope, filter) => Prisma.sql`
    SELECT count(*)::int AS count, min((g.scheduled_at AT TIME ZONE ${scope.alliance.timeZone})::date)::text AS since FROM meetings g
    WHERE ${meetingFilters(behind(scope, "meeting.read"), listMeetingsInput.parse(filter))}`,
  projects: (scope, filter) => Prisma.sql`
    SELECT count(*)::int AS count, min((p.state_since AT TIME ZONE ${scope.alliance.timeZone})::date)::text AS since FROM projects p
    WHERE ${projectConditions(behind(scope, "project.read_public"), listProjectsSchema.parse(filter))}`,
  calls: (scope, filter) => Prisma.sql`
    SELECT count(*)::int AS count, min((c.state_since AT TIME ZONE ${scope.alliance.timeZone})::date)::text AS since FROM calls c
    WHERE ${callConditions(scope, listCallsInput.parse(filter))}`,
  demands: (scope, filter) => Prisma.sql`
    SELECT count(*)::int AS count, min((d.state_since AT TIME ZONE ${scope.alliance.timeZone})::date)::text AS since FROM ${demandFrom}
    WHERE ${demandFilters(behind(scope, "demand.read"), listDemandsInput.parse(filter))}`,
  ledger: (scope, filter) => Prisma.sql`
    SELECT count(*)::int AS count, min("on")::text AS since FROM (${entries(scope.alliance.id)}) f
    WHERE ${ledgerConditions(behind(scope, "ledger.read_entries"), ledgerSchema.parse(filter))}`,
  desk: (scope) => Prisma.sql`
    SELECT count(*)::int AS count, min((r.created_at AT TIME ZONE ${scope.alliance.timeZone})::date)::text AS since FROM fund_entries r
    WHERE r.alliance_id = ${scope.alliance.id}::uuid AND r.state <> 'posted' AND ${waitsFor(scope, "mine")}`,
  corrections: (scope, filter) => Prisma.sql`
    SELECT count(*)::int AS count, min((c.requested_at AT TIME ZONE ${scope.alliance.timeZone})::date)::text AS since FROM ${correctionsFrom}
    WHERE ${correctionConditions(behind(scope, "figure.read_unapproved"), listCorrectionsSchema.parse(filter))}`,
  evaluations: (scope, filter) => Prisma.sql`
    SELECT count(*)::int AS count, min((r.state_since AT TIME ZONE ${scope.alliance.timeZone})::date)::text AS since FROM evaluation_rounds r
    WHERE ${evaluationConditions(behind(scope, "evaluation.read"), listRoundsInput.parse(filter))}`,
  reporting: (scope, filter) => Prisma.sql`
    SELECT count(*)::int AS count, min(c.due_on)::text AS since FROM obligations o
      JOIN reporting_cycles c ON c.alliance_id = o.alliance_id AND c.id = o.cycle_id
    WHERE ${reportFilters(behind(scope, "cycle.read"), listObligationsInput.parse(filter))}`,
  outcomes: (scope, { state = "", organization }) => {
    const states = state === "approved" ? ["verified", "published"] : [state];
    return Prisma.sql`
      SELECT coalesce(sum(r.records), 0)::int AS count, NULL::text AS since FROM outcome_rollups r
      WHERE r.alliance_id = ${scope.alliance.id}::uuid AND r.state::text = ANY(${states}::text[])
        AND (${organization ?? null}::uuid IS NULL OR r.organization_id = ${organization ?? null}::uuid)`;
  },
};

const isCounted = (list: ListOf): list is Counted => list in counters;

/** All lines of one page that are plain lists, in one statement. */
async function countLines(
  db: Db,
  scope: TenantScope,
  keys: readonly LineKey[],
  organizationId?: string,
): Promise<HomeLine[]> {
  const parts = keys.flatMap((key) => {
    const { list } = lineRules[key];
    if (!isCounted(list)) return [];
    const counted = counters[list](scope, filterOf(key, organizationId));
    return [
      Prisma.sql`SELECT ${key} AS key, c.count, CASE WHEN c.count > 0 THEN c.since END AS since FROM (${counted}) c`,
    ];
  });
  if (parts.length === 0) return [];
  return db.$queryRaw<HomeLine[]>`${Prisma.join(parts, " UNION ALL ")}`;
}

const oldest = (days: readonly (string | null)[]): string | null =>
  days.filter((day) => day !== null).sort()[0] ?? null;

/** Lines whose lists are more than one condition: the list is read itself, and counted. */
async function readLines(
  db: Db,
  scope: TenantScope,
  keys: readonly LineKey[],
): Promise<HomeLine[]> {
  const lines: HomeLine[] = [];
  if (keys.includes("co_claims_waiting")) {
    const input = listCoClaimsSchema.parse(filterOf("co_claims_waiting"));
    const { items, total } = await listCoClaims(db, behind(scope, "figure.read_unapproved"), input);
    lines.push({
      key: "co_claims_waiting",
      count: total,
      since: oldest(items.map(({ proposedOn }) => proposedOn)),
    });
  }
  if (keys.includes("promises_late")) {
    const late = await promiseAgeing(db, scope, { page: 1, pageSize: 1 });
    lines.push({
      key: "promises_late",
      count: late.total,
      since: oldest(late.items.map((item) => item.oldestDueOn)),
    });
  }
  if (keys.includes("terms_ending") || keys.includes("letters_ending")) {
    lines.push(...(await readEndings(db, scope)));
  }
  if (keys.includes("members_sleeping")) {
    const { items } = await readSleeping(db, scope, {});
    lines.push({ key: "members_sleeping", count: items.length, since: null });
  }
  return lines;
}

/** The lines of a page in its order, zeros too: "nothing waits" is an answer. */
export async function linesFor(
  db: Db,
  scope: TenantScope,
  keys: readonly LineKey[],
  organizationId?: string,
): Promise<HomeLine[]> {
  const [counted, read] = await Promise.all([
    countLines(db, scope, keys, organizationId),
    readLines(db, scope, keys),
  ]);
  const found = [...counted, ...read];
  return keys.flatMap((key) => found.find((line) => line.key === key) ?? []);
}
