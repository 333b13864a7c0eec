import type { z } from "zod";
import type { Day } from "@/lib/kernel/dates";
import type { TenantScope } from "@/lib/platform/corridor/use-case";
import { pageOf } from "@/lib/platform/db/sql";
import type { Db } from "@/lib/platform/db/transaction";
import { Prisma } from "@/prisma/generated/client";
import { reachOf } from "../../access/policy";
import { internalView } from "../../organizations/policy";
import type { listMembersInput, MemberRow } from "../schema/register";
import { type MemberSort, memberPositions } from "../types";
import {
  countedBySteps,
  type Filters,
  leavingOn,
  memberConditions,
  membersInOrder,
  membersOn,
  type Only,
  organizationConditions,
  suspendedOn,
} from "./register-conditions";

const POSITION_ORDER = Prisma.sql`array_position(${[...memberPositions]}::text[], p.position::text)`;

/** The allow-list of sort columns (A-08). Every order ends with a unique key. */
const sortColumns: Record<MemberSort, Prisma.Sql> = {
  name: Prisma.sql`m.sort_name`,
  number: Prisma.sql`m.number`,
  position: POSITION_ORDER,
  kind: Prisma.sql`o.kind`,
  since: Prisma.sql`p.valid_from`,
};

/** Sorting by what stands in another table. */
const KINDS = new Set<Filters["sort"]>(["kind", "-kind"]);

function sortOf(sort: Filters["sort"]) {
  const name = sort.replace(/^-/, "") as MemberSort;
  const order = sort.startsWith("-")
    ? Prisma.sql`sort_key DESC, sort_name DESC, sort_number DESC`
    : Prisma.sql`sort_key, sort_name, sort_number`;
  return { key: sortColumns[name], order };
}

/** Whether this reader sees the inside of the register: codes, representatives, letters. */
export const seesInside = (scope: TenantScope): boolean =>
  internalView(reachOf("organization.read_internal", scope.actor.roles, scope.alliance.id), "") ===
  "full";

type Window = { limit: number; offset: number; only?: Only };

/**
 * The register on a day: one page of its rows, and how many there are. The page is cut first; the columns that need
 * other tables are read for its rows only.
 */
function registerParts(scope: TenantScope, filters: Filters, window: Window) {
  const day = filters.asOf ?? scope.today;
  const internal = seesInside(scope);
  const alliance = scope.alliance.id;
  const base = membersOn(alliance, filters, day);
  const onMember = memberConditions(alliance, filters, day, window.only);
  const onOrganization = organizationConditions(filters, day, internal);
  const conditions = Prisma.sql`${onMember} ${onOrganization ?? Prisma.empty}`;
  // The condition of the join comes after WHERE so that all statements share their text.
  const joinedTo = (from: Prisma.Sql) =>
    Prisma.sql`organizations o, ${from} AND o.id = m.organization_id ${conditions}`;
  const ordered = membersInOrder(alliance, filters, day) ?? base;
  const found =
    onOrganization || KINDS.has(filters.sort)
      ? joinedTo(ordered)
      : Prisma.sql`${ordered} ${onMember}`;
  const counted =
    (onOrganization ? undefined : countedBySteps(alliance, filters, day, window.only)) ??
    Prisma.sql`SELECT count(*)::int FROM ${onOrganization ? joinedTo(base) : Prisma.sql`${base} ${onMember}`}`;
  const { key, order } = sortOf(filters.sort);
  const rows = Prisma.sql`
    WITH page AS (
      SELECT m.id, m.number, m.organization_id, m.is_lead, p.position, p.valid_from, p.valid_to,
        ${key} AS sort_key, m.sort_name, m.number AS sort_number
      FROM ${found} ORDER BY ${order} ${pageOf(window.limit, window.offset)}
    )
    SELECT m.id AS "membershipId", o.id AS "organizationId", m.number,
      coalesce(n.name, o.name) AS name, CASE WHEN n.name <> o.name THEN o.name END AS "nameNow",
      o.short_name AS "shortName", o.name_en AS "nameEn", o.kind::text AS kind, o.region_code AS "regionCode",
      o.synthetic, m.position::text AS position, m.is_lead AS "isLead",
      CASE WHEN m.valid_from > ${day}::date THEN 'pending' WHEN m.valid_to < ${day}::date THEN 'ended'
        WHEN ${suspendedOn(day)} THEN 'suspended' WHEN ${leavingOn(day)} THEN 'notice' ELSE 'active' END AS status,
      (SELECT min(q.valid_from) FROM membership_periods q WHERE q.membership_id = m.id)::text AS since,
      m.valid_to::text AS until,
      ARRAY(SELECT DISTINCT c.position::text FROM organization_chain_nodes x JOIN chain_nodes c ON c.id = x.chain_node_id
        WHERE x.organization_id = o.id AND x.alliance_id = ${alliance}::uuid ORDER BY 1) AS chain,
      ARRAY(SELECT t.tag::text FROM enterprise_tags t WHERE t.organization_id = o.id
        AND coalesce(t.valid_until, 'infinity') >= ${day}::date ORDER BY t.tag) AS tags,
      (SELECT count(*)::int FROM seat_holdings h WHERE h.membership_id = m.id AND h.valid_from <= ${day}::date
        AND coalesce(h.valid_to, 'infinity') >= ${day}::date) AS seats,
      CASE WHEN ${internal} THEN o.credit_code END AS "creditCode",
      r.name AS representative, r.letter_until::text AS "letterUntil"
    FROM page m JOIN organizations o ON o.id = m.organization_id
    LEFT JOIN LATERAL (SELECT f.name FROM organization_names f
      WHERE ${day < scope.today} AND f.organization_id = o.id AND f.kind = 'former'
        AND coalesce(f.valid_from, '-infinity') <= ${day}::date AND f.valid_to >= ${day}::date
      ORDER BY f.valid_to LIMIT 1) n ON true
    LEFT JOIN LATERAL (SELECT y.name, a.letter_until FROM representatives a JOIN people y ON y.id = a.person_id
      WHERE ${internal} AND a.membership_id = m.id AND a.kind = 'authorised' AND a.valid_from <= ${day}::date
        AND coalesce(a.valid_to, 'infinity') >= ${day}::date) r ON true
    ORDER BY ${order}`;
  return { rows, counted, day, internal };
}

/** The whole answer of the list as one JSON text: its keys are those of `listMembersOutput` and of its rows. */
export function membersAsJson(
  scope: TenantScope,
  input: z.output<typeof listMembersInput>,
): Prisma.Sql {
  const { page, pageSize, ...filters } = input;
  const window = { limit: pageSize, offset: (page - 1) * pageSize };
  const { rows, counted, day, internal } = registerParts(scope, filters, window);
  return Prisma.sql`SELECT json_build_object('items', coalesce((SELECT json_agg(row_to_json(r)) FROM (${rows}) r), '[]'),
      'total', (${counted}), 'page', ${page}::int, 'pageSize', ${pageSize}::int, 'asOf', ${day}::text,
      'internal', ${internal}::boolean)::text AS answer`;
}

/** How many rows the register has with these filters: a number that opens the list is the list's own total. */
export const membersCounted = (
  scope: TenantScope,
  input: z.output<typeof listMembersInput>,
): Prisma.Sql =>
  Prisma.sql`SELECT NULL::int AS year, (${registerParts(scope, input, { limit: 1, offset: 0 }).counted})::int AS count`;

/** The same for every kind of organization, in one walk through the members of the day. */
export function membersByKind(
  scope: TenantScope,
  input: z.output<typeof listMembersInput>,
): Prisma.Sql {
  const filters = { ...input, kind: undefined };
  const day = filters.asOf ?? scope.today;
  return Prisma.sql`SELECT o.kind::text AS kind, count(*)::int AS count
    FROM organizations o, ${membersOn(scope.alliance.id, filters, day)} AND o.id = m.organization_id
      ${memberConditions(scope.alliance.id, filters, day, undefined)}
      ${organizationConditions(filters, day, seesInside(scope)) ?? Prisma.empty} GROUP BY 1`;
}

/** Rows of the register, as values. */
export async function readRegister(
  db: Db,
  scope: TenantScope,
  filters: Filters,
  window: Window,
): Promise<{ items: MemberRow[]; asOf: Day; internal: boolean }> {
  const { rows, day, internal } = registerParts(scope, filters, window);
  return { items: await db.$queryRaw<MemberRow[]>(rows), asOf: day, internal };
}
