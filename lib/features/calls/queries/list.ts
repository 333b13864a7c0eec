import type { z } from "zod";
import type { TenantScope } from "@/lib/platform/corridor/use-case";
import { likePattern } from "@/lib/platform/db/sql";
import type { Db } from "@/lib/platform/db/transaction";
import { Prisma } from "@/prisma/generated/client";
import { isOffice, isOpener, mayArbitrate, mayPost, seesWhole } from "../policy";
import { waitOf } from "../rules/waiting";
import type { callsPageSchema, listCallsInput, postingOutput } from "../schema/view";
import type { CallState, PainCategory, Secrecy } from "../types";
import { namesOf } from "./names";

type Input = z.output<typeof listCallsInput>;

export type CallListRow = {
  id: string;
  code: string | null;
  title: string;
  state: CallState;
  pain: PainCategory;
  secrecy: Secrecy;
  posterId: string;
  posterName: string;
  budget: string;
  closesAt: Date | null;
  overdue: boolean;
  stateSince: Date;
  owing: number;
  objectedAt: Date | null;
  known: boolean;
};

const order: Record<Input["sort"], Prisma.Sql> = {
  "-new": Prisma.sql`coalesce(c.published_at, c.created_at) DESC, c.id DESC`,
  new: Prisma.sql`coalesce(c.published_at, c.created_at), c.id`,
  closes: Prisma.sql`c.closes_at NULLS LAST, c.id`,
  "-closes": Prisma.sql`c.closes_at DESC NULLS LAST, c.id DESC`,
  budget: Prisma.sql`c.budget, c.id`,
  "-budget": Prisma.sql`c.budget DESC, c.id DESC`,
};

const own = (scope: TenantScope): string[] =>
  scope.actor.roles.flatMap(({ allianceId, organizationId }) =>
    allianceId === scope.alliance.id && organizationId ? [organizationId] : [],
  );

const expertIs = (scope: TenantScope, state: Prisma.Sql) =>
  Prisma.sql`EXISTS (SELECT 1 FROM call_experts e WHERE e.call_id = c.id AND e.state ${state}
    AND e.person_id = ${scope.actor.personId}::uuid)`;
const assessed = (scope: TenantScope) => expertIs(scope, Prisma.sql`<> 'recused'`);
const cleared = (scope: TenantScope) => expertIs(scope, Prisma.sql`= 'clear'`);

/** The whole alliance, or what is published and one's own: the same words as policy.sees. */
export function visible(scope: TenantScope): Prisma.Sql {
  if (seesWhole(scope)) return Prisma.sql`true`;
  return Prisma.sql`(c.published_at IS NOT NULL OR c.poster_id = ANY(${own(scope)}::uuid[]) OR ${assessed(scope)})`;
}

/** Whoever sees through the anonymous title: the same words as policy.seesDetails. */
export const knows = (scope: TenantScope): Prisma.Sql =>
  seesWhole(scope)
    ? Prisma.sql`true`
    : Prisma.sql`(c.secrecy = 'open' OR c.poster_id = ANY(${own(scope)}::uuid[]) OR ${cleared(scope)}
        OR EXISTS (SELECT 1 FROM call_undertakings u WHERE u.call_id = c.id AND u.organization_id = ANY(${own(scope)}::uuid[])))`;

/** Bids of call c that expert e has to judge, or to judge again after a discussion. */
export const sheetsOwed = Prisma.sql`FROM bids b LEFT JOIN call_discussions d ON d.bid_id = b.id
    WHERE b.call_id = c.id AND b.round = c.round AND b.state = 'opened' AND NOT EXISTS (SELECT 1 FROM bid_scores s
      WHERE s.bid_id = b.id AND s.expert_id = e.id AND s.attempt >= CASE WHEN d.id IS NULL THEN 1 ELSE 2 END)`;

/** Does expert e of the present part of call c still owe something? */
export const owes = Prisma.sql`CASE c.state
  WHEN 'expert_check' THEN e.stage = 'need' AND (e.state = 'assigned' OR e.state = 'clear' AND NOT EXISTS (
    SELECT 1 FROM need_opinions o WHERE o.expert_id = e.id))
  WHEN 'evaluation' THEN e.stage = 'bids' AND e.round = c.round AND (e.state = 'assigned' OR e.state = 'clear' AND EXISTS (
    SELECT 1 ${sheetsOwed}))
  ELSE false END`;

/** Experts of the present part who still owe something: the same words as `owing` of one call. */
const owing = Prisma.sql`(SELECT count(*)::int FROM call_experts e WHERE e.call_id = c.id AND ${owes})`;

const objected = Prisma.sql`(SELECT min(x.created_at) FROM call_objections x
  WHERE x.alliance_id = c.alliance_id AND x.call_id = c.id AND x.state = 'open')`;

/** What waits for the office, an arbiter, or for one of the two who open: the same words as `waitingFor`. */
function waitsForOffice(scope: TenantScope): Prisma.Sql {
  const parts = [
    isOffice(scope) &&
      Prisma.sql`(c.state IN ('triage', 'agreed', 'contract', 'accepting', 'no_bid')
        OR c.state IN ('expert_check', 'evaluation') AND ${owing} = 0)`,
    mayArbitrate(scope) && Prisma.sql`c.state = 'notice' AND ${objected} IS NOT NULL`,
    isOpener(scope) &&
      Prisma.sql`(c.state = 'bidding' AND c.closes_at <= clock_timestamp()
        OR c.state = 'closed' AND c.first_opener_id IS DISTINCT FROM ${scope.actor.userId}::uuid)`,
  ].filter((part) => typeof part === "object");
  return parts.length > 0 ? Prisma.join(parts, " OR ") : Prisma.sql`false`;
}

export function conditions(scope: TenantScope, input: Input): Prisma.Sql {
  const like = likePattern(input.q ?? "");
  const parts = [
    Prisma.sql`c.alliance_id = ${scope.alliance.id}::uuid`,
    visible(scope),
    input.state && Prisma.sql`c.state = ${input.state}::call_state`,
    input.pain && Prisma.sql`c.pain = ${input.pain}::pain_category`,
    input.open && Prisma.sql`c.state = 'bidding' AND c.closes_at > clock_timestamp()`,
    input.organization &&
      Prisma.sql`(c.poster_id = ${input.organization}::uuid AND ${knows(scope)})`,
    input.project && Prisma.sql`c.project_id = ${input.project}::uuid`,
    input.mine &&
      Prisma.sql`(c.poster_id = ANY(${own(scope)}::uuid[]) OR ${assessed(scope)} OR ${waitsForOffice(scope)} OR EXISTS (
        SELECT 1 FROM bids b WHERE b.call_id = c.id AND b.organization_id = ANY(${own(scope)}::uuid[])))`,
    input.q &&
      Prisma.sql`(CASE WHEN ${knows(scope)} THEN c.title ELSE c.public_title END ILIKE ${like}
        OR (${knows(scope)} AND c.poster_id IN (SELECT o.id FROM organizations o WHERE o.search_text LIKE ${like.toLowerCase()}))
        OR concat(c.code_year, '-', lpad(c.code_number::text, 3, '0')) LIKE ${like})`,
  ].filter((part) => typeof part === "object");
  return Prisma.join(parts, " AND ");
}

/** The list's own total, for a number that opens it. */
export const callsCounted = (scope: TenantScope, input: Input): Prisma.Sql =>
  Prisma.sql`SELECT NULL::int AS year, count(*)::int AS count FROM calls c WHERE ${conditions(scope, input)}`;

/** What a file may say, which is handed on where nobody asks for rights: an anonymous title is read by its poster alone. */
const openly = (scope: TenantScope): Prisma.Sql =>
  Prisma.sql`(c.secrecy = 'open' OR c.poster_id = ANY(${own(scope)}::uuid[]))`;

/** Columns of a row; the poster's name goes no further than those who may know it. */
const columns = (known: Prisma.Sql): Prisma.Sql => Prisma.sql`
  c.id, CASE WHEN c.code_number IS NOT NULL THEN concat(c.code_year, '-', lpad(c.code_number::text, 3, '0')) END AS code,
  CASE WHEN ${known} THEN c.title ELSE coalesce(c.public_title, '') END AS title, c.state::text AS state, c.pain::text AS pain,
  c.secrecy::text AS secrecy, c.poster_id AS "posterId", o.name AS "posterName", c.budget::text AS budget,
  c.closes_at AS "closesAt", coalesce(c.closes_at <= clock_timestamp(), false) AS overdue, c.state_since AS "stateSince",
  ${owing} AS owing, ${objected} AS "objectedAt", ${known} AS known`;

/** Calls that the reader may know of: the published ones, and one's own in every state. */
export async function listCalls(
  db: Db,
  scope: TenantScope,
  input: Input,
  known: Prisma.Sql = knows(scope),
): Promise<z.input<typeof callsPageSchema>> {
  const where = conditions(scope, input);
  const [count] = await db.$queryRaw<{ total: number }[]>`
    SELECT count(*)::int AS total FROM calls c WHERE ${where}`;
  const rows = await db.$queryRaw<CallListRow[]>`
    SELECT ${columns(known)} FROM calls c JOIN organizations o ON o.id = c.poster_id WHERE ${where}
    ORDER BY ${order[input.sort]} LIMIT ${input.pageSize} OFFSET ${(input.page - 1) * input.pageSize}`;
  const posts = mayPost(scope);
  return {
    items: rows.map(({ posterId, posterName, known, owing, objectedAt, ...row }) => ({
      ...row,
      poster: known ? { id: posterId, name: posterName } : null,
      waiting: waitOf({ ...row, expertsOwing: owing, objectedAt }),
    })),
    total: count?.total ?? 0,
    page: input.page,
    pageSize: input.pageSize,
    mayPost: posts,
  };
}

/** The same calls for a file: restricted ones under their public titles, without their enterprises. */
export const callsInFile = (db: Db, scope: TenantScope, input: Input) =>
  listCalls(db, scope, input, openly(scope));

/** For whom the caller may post a problem. */
export async function posting(db: Db, scope: TenantScope): Promise<z.input<typeof postingOutput>> {
  return { own: await namesOf(db, scope.reach.organizationIds), today: scope.today };
}
