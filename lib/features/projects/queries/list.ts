import type { z } from "zod";
import type { Reach } from "@/lib/platform/corridor/permission";
import type { TenantScope } from "@/lib/platform/corridor/use-case";
import { instantText, likePattern, pageOf } from "@/lib/platform/db/sql";
import type { Db } from "@/lib/platform/db/transaction";
import { Prisma } from "@/prisma/generated/client";
import { actsForAll, internalReach, mayCreate, mayReview } from "../policy";
import { underWay } from "../rules/states";
import { actsIn, answerDays, waitingStates } from "../rules/waiting";
import type { listProjectsSchema, projectPageSchema } from "../schema/projects";
import { anonymousId, handedInAt, unplanned } from "./row";

type Input = z.output<typeof listProjectsSchema>;

const order: Record<Input["sort"], Prisma.Sql> = {
  "-new": Prisma.sql`p.created_at DESC, p.id DESC`,
  new: Prisma.sql`p.created_at, p.id`,
  "-code": Prisma.sql`p.code_year DESC NULLS LAST, p.code_number DESC NULLS LAST, p.id DESC`,
  code: Prisma.sql`p.code_year NULLS LAST, p.code_number NULLS LAST, p.id`,
  waiting: Prisma.sql`p.state_since, p.id`,
  "-start": Prisma.sql`p.starts_on DESC, p.id DESC`,
  start: Prisma.sql`p.starts_on, p.id`,
};

/** Parties first: their index gives the few projects of an organization, whatever the alliance holds. */
const hasParty = (ids: Prisma.Sql, known = Prisma.sql`true`): Prisma.Sql =>
  Prisma.sql`p.id IN (SELECT y.project_id FROM project_parties y WHERE y.organization_id ${ids} AND ${known})`;

/** A party that this reader may know of, so that looking for a name finds no more than reading does. */
function known(scope: TenantScope): Prisma.Sql | undefined {
  const reach = internalReach(scope);
  if (reach?.whole) return undefined;
  const own = [...(reach?.organizationIds ?? [])];
  return Prisma.sql`(NOT EXISTS (SELECT 1 FROM calls c WHERE c.alliance_id = y.alliance_id
      AND c.project_id = y.project_id AND c.poster_id = y.organization_id AND c.secrecy = 'restricted')
    OR EXISTS (SELECT 1 FROM project_parties z
      WHERE z.project_id = y.project_id AND z.organization_id = ANY(${own}::uuid[])))`;
}

/** The whole alliance, or what is registered and one's own: the same words as policy.sees. */
export function visible(scope: TenantScope): Prisma.Sql | undefined {
  const reach = internalReach(scope);
  if (reach?.whole) return undefined;
  const own = [...(reach?.organizationIds ?? [])];
  if (own.length === 0) return Prisma.sql`p.code_number IS NOT NULL`;
  return Prisma.sql`(p.code_number IS NOT NULL OR ${hasParty(Prisma.sql`= ANY(${own}::uuid[])`)})`;
}

/** May the asker know of this project? The same answer for one that is hidden and one that does not exist. */
export async function knowsProject(db: Db, scope: TenantScope, id: string): Promise<boolean> {
  const rows = await db.$queryRaw<{ id: string }[]>`
    SELECT p.id FROM projects p WHERE p.alliance_id = ${scope.alliance.id}::uuid AND p.id = ${id}::uuid
      AND ${visible(scope) ?? Prisma.sql`true`}`;
  return rows.length > 0;
}

/**
 * Title, party or number. "C" compares bytes, many times faster than the Chinese collation; both sides are folded, and
 * a number is looked for only by what can be one.
 */
function matches(scope: TenantScope, text: string): Prisma.Sql {
  const like = likePattern(text.toLowerCase());
  const parties = Prisma.sql`IN (SELECT o.id FROM organizations o WHERE o.search_text LIKE ${like})`;
  const parts = [
    Prisma.sql`lower(p.title COLLATE "C") LIKE ${like}`,
    hasParty(parties, known(scope)),
    ...(/^[\d-]+$/.test(text)
      ? [Prisma.sql`project_code(p.code_year, p.code_number) LIKE ${like}`]
      : []),
  ];
  return Prisma.sql`(${Prisma.join(parts, " OR ")})`;
}

/** Is the reader inside of this project? The same words as policy.seesInside. */
function inside(scope: TenantScope): Prisma.Sql {
  const reach = internalReach(scope);
  if (reach?.whole) return Prisma.sql`true`;
  const own = [...(reach?.organizationIds ?? [])];
  return own.length === 0 ? Prisma.sql`false` : hasParty(Prisma.sql`= ANY(${own}::uuid[])`);
}

/** Since when a project waits is not told to those outside of it, and so orders nothing for them: these come last, newest first. */
function orderOf(scope: TenantScope, sort: Input["sort"]): Prisma.Sql {
  const reach = internalReach(scope);
  if (sort !== "waiting" || reach?.whole) return order[sort];
  if (!reach || reach.organizationIds.length === 0) return order["-new"];
  return Prisma.sql`CASE WHEN ${inside(scope)} THEN p.state_since END, ${order["-new"]}`;
}

const unitsOf = (scope: TenantScope): string[] =>
  scope.actor.roles.flatMap(({ organizationId }) => organizationId ?? []);

/**
 * A saved view as a condition: one's own organizations' projects, what waits for somebody, what is overdue. Whom a project
 * waits for is told to those inside alone, and so is that it waits; how many are overdue is a public number.
 */
function inView(scope: TenantScope, view: NonNullable<Input["view"]>): Prisma.Sql {
  if (view === "waiting") {
    return Prisma.sql`(${inside(scope)} AND (p.state::text = ANY(${waitingStates}) OR (p.state = 'running' AND (${unplanned} OR ${handedInAt} IS NOT NULL OR p.asked_at IS NOT NULL))))`;
  }
  if (view === "own") {
    return hasParty(Prisma.sql`= ANY(${unitsOf(scope)}::uuid[])`);
  }
  return Prisma.sql`p.state::text = ANY(${[...underWay]}) AND EXISTS (SELECT 1 FROM project_milestones m
    WHERE m.alliance_id = p.alliance_id AND m.project_id = p.id AND m.due_on < ${scope.today}::date
      AND m.state IN ('planned', 'running', 'returned'))`;
}

/** What narrows the list of an alliance for this reader and this search; nothing, and the list is all it has. */
const narrowing = (scope: TenantScope, input: Input): Prisma.Sql[] =>
  [
    visible(scope),
    input.state && Prisma.sql`p.state = ${input.state}::project_state`,
    input.type && Prisma.sql`p.type = ${input.type}::project_type`,
    input.source && Prisma.sql`p.source = ${input.source}::project_source`,
    input.organization && hasParty(Prisma.sql`= ${input.organization}::uuid`, known(scope)),
    input.park && Prisma.sql`p.park_id = ${input.park}::uuid`,
    input.view && inView(scope, input.view),
    input.q && matches(scope, input.q),
  ].filter((part) => typeof part === "object");

export const conditions = (scope: TenantScope, input: Input): Prisma.Sql =>
  Prisma.join(
    [Prisma.sql`p.alliance_id = ${scope.alliance.id}::uuid`, ...narrowing(scope, input)],
    " AND ",
  );

/** How long the list is. The number of all projects of an alliance is kept, so that it need not be counted each time. */
const length = (scope: TenantScope, input: Input): Prisma.Sql =>
  narrowing(scope, input).length === 0
    ? Prisma.sql`(SELECT coalesce(sum(k.projects), 0)::int FROM project_totals k WHERE k.alliance_id = ${scope.alliance.id}::uuid)`
    : Prisma.sql`(SELECT count(*)::int FROM projects p WHERE ${conditions(scope, input)})`;

/** The list's own total, for a number that opens it. */
export const projectsCounted = (scope: TenantScope, input: Input): Prisma.Sql =>
  Prisma.sql`SELECT NULL::int AS year, ${length(scope, input)} AS count`;

/** Parties as the members of a JSON array, in their order. */
const partyList = (which: Prisma.Sql): Prisma.Sql =>
  Prisma.sql`coalesce(string_agg(y.as_json, ',') FILTER (WHERE ${which}), '')`;

/**
 * The parties besides the lead, those who have not answered, and whether the reader is inside. Who is not has a list without
 * the enterprise that stays anonymous; a file has that one for everybody but the parties, since it is handed on.
 */
function parties(reach: Reach | undefined, inFile: boolean): Prisma.Sql {
  const whole = reach?.whole === true;
  // Ordered here and not by each aggregate, which would sort for itself.
  const from = Prisma.sql`FROM (SELECT y.organization_id, y.state, o.as_json
    FROM project_parties y JOIN organizations o ON o.id = y.organization_id
    WHERE y.alliance_id = p.alliance_id AND y.project_id = p.id ORDER BY y.id) y`;
  const besidesLead = Prisma.sql`y.organization_id <> p.lead_id`;
  const pending = Prisma.sql`${partyList(Prisma.sql`y.state = 'pending'`)} AS pending`;
  if (whole && !inFile) {
    return Prisma.sql`SELECT ${partyList(besidesLead)} AS partners, ${pending}, true AS inside ${from}`;
  }
  const named = Prisma.sql`${besidesLead} AND y.organization_id IS DISTINCT FROM ${anonymousId}`;
  return Prisma.sql`SELECT CASE WHEN m.mine THEN m.partners ELSE m.named END AS partners, m.pending,
      ${whole}::boolean OR m.mine AS inside FROM (
    SELECT ${partyList(besidesLead)} AS partners, ${partyList(named)} AS named, ${pending},
      bool_or(y.organization_id = ANY(${[...(reach?.organizationIds ?? [])]}::uuid[])) AS mine ${from}) m`;
}

/** `waitingFor` and `isLate` of the rules for many projects at once; a test compares them for every state. */
const waits = (at: Date): Prisma.Sql => Prisma.sql`
  SELECT CASE WHEN p.state <> 'running'
      THEN (${waitingStates.map((state) => actsIn[state])}::text[])[array_position(${waitingStates}::text[], p.state::text)]
      WHEN h.at IS NOT NULL THEN 'secretariat' WHEN h.unplanned THEN 'lead' END AS party,
    CASE WHEN p.state = 'running' THEN coalesce(h.at, p.state_since) ELSE p.state_since END AS since,
    p.state = 'partners_confirming' AND ${at}::timestamptz - p.state_since > make_interval(days => ${answerDays}::int) AS late
  FROM (SELECT least(min(m.submitted_at) FILTER (WHERE m.state = 'submitted'), p.asked_at) AS at, count(*) = 0 AS unplanned
    FROM project_milestones m
    WHERE p.state = 'running' AND m.alliance_id = p.alliance_id AND m.project_id = p.id) h`;

/**
 * One page of the list and how many there are, as JSON: its keys are those of `projectPageSchema`. It is put together from
 * text that stands ready in each row (`as_json`); JSON made of values takes twice as long.
 */
export function projectsStatement(scope: TenantScope, input: Input, inFile = false): Prisma.Sql {
  const where = conditions(scope, input);
  const by = orderOf(scope, input.sort);
  const rest = JSON.stringify({
    page: input.page,
    pageSize: input.pageSize,
    mayCreate: mayCreate(scope),
    mayReview: mayReview(scope),
    mayReadPowers: actsForAll(scope, "project.read_powers"),
    seesWaiting: internalReach(scope) !== undefined,
    hasUnit: unitsOf(scope).length > 0,
  });
  return Prisma.sql`SELECT concat('{"items":[', (SELECT string_agg(r.row, ',') FROM (
        SELECT '{' || p.as_json || ',"lead":' || l.as_json || ',"partners":[' || y.partners || '],"waiting":' ||
          CASE WHEN w.party IS NOT NULL AND y.inside THEN '{"party":"' || w.party || '","since":"' ||
            ${instantText(Prisma.sql`w.since`)} || '","late":' || w.late::text || ',"organizations":[' ||
            CASE w.party WHEN 'partners' THEN y.pending WHEN 'lead' THEN l.as_json ELSE '' END || ']}'
          ELSE 'null' END || '}' AS row
        FROM (SELECT * FROM projects p WHERE ${where} ORDER BY ${by}
          ${pageOf(input.pageSize, (input.page - 1) * input.pageSize)}) p
        JOIN organizations l ON l.id = p.lead_id
        CROSS JOIN LATERAL (${parties(internalReach(scope), inFile)}) y
        CROSS JOIN LATERAL (${waits(scope.now)}) w ORDER BY ${by}) r),
      '],"total":', ${length(scope, input)}, ',', ${rest.slice(1)}::text) AS answer`;
}

/** The list for a file. */
export async function projectsInFile(
  db: Db,
  scope: TenantScope,
  input: Input,
): Promise<z.input<typeof projectPageSchema>> {
  const [row] = await db.$queryRaw<{ answer: string }[]>(projectsStatement(scope, input, true));
  return JSON.parse(row?.answer ?? "null");
}
