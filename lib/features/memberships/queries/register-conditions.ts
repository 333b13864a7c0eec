import type { z } from "zod";
import type { Day } from "@/lib/kernel/dates";
import { Prisma } from "@/prisma/generated/client";
import { creditCodePrefix, searchPatterns } from "../../organizations/rules/search-query";
import { vocationalKinds } from "../../organizations/types";
import type { exportMembersInput } from "../schema/register";

export type Filters = z.output<typeof exportMembersInput>;

/** Only own organizations, where the right reaches no further. Undefined: all. */
export type Only = readonly string[] | undefined;

const covering = (day: Day) =>
  Prisma.sql`p.valid_from <= ${day}::date AND (p.valid_to IS NULL OR p.valid_to >= ${day}::date)`;
export const suspendedOn = (day: Day) =>
  Prisma.sql`EXISTS (SELECT 1 FROM membership_suspensions s WHERE s.membership_id = m.id
    AND s.valid_from <= ${day}::date AND coalesce(s.valid_to, 'infinity') >= ${day}::date)`;
/** A notice counts from its day on, until the member takes it back. */
export const leavingOn = (day: Day) =>
  Prisma.sql`EXISTS (SELECT 1 FROM membership_events e WHERE e.membership_id = m.id AND e.kind = 'notice_given'
    AND e.effective_on <= ${day}::date AND NOT EXISTS (SELECT 1 FROM membership_exits x WHERE x.membership_id = m.id
      AND x.state = 'revoked' AND x.noticed_on = e.effective_on AND x.closed_at::date <= ${day}::date))`;

const CURRENT = new Set<Filters["status"]>(["current", "active", "suspended", "notice"]);

/**
 * Memberships with the period that describes them on the day. Members of the day are found by the periods alone, of
 * which one covers the day at most (exclusion constraint); for past and coming ones the nearest period is looked up.
 */
export function membersOn(allianceId: string, filters: Filters, day: Day) {
  if (CURRENT.has(filters.status)) {
    return Prisma.sql`memberships m JOIN membership_periods p ON p.membership_id = m.id AND p.alliance_id = m.alliance_id
      WHERE p.alliance_id = ${allianceId}::uuid AND ${covering(day)}`;
  }
  return Prisma.sql`memberships m
    LEFT JOIN membership_periods c ON c.membership_id = m.id
      AND c.valid_from <= ${day}::date AND coalesce(c.valid_to, 'infinity') >= ${day}::date
    LEFT JOIN LATERAL (
      SELECT q.position, q.valid_from, q.valid_to FROM membership_periods q WHERE q.membership_id = m.id AND c.id IS NULL
      ORDER BY (q.valid_from < ${day}::date) DESC, CASE WHEN q.valid_from < ${day}::date THEN q.valid_from END DESC, q.valid_from LIMIT 1
    ) f ON true
    CROSS JOIN LATERAL (
      SELECT coalesce(c.position, f.position) AS position, coalesce(c.valid_from, f.valid_from) AS valid_from,
        CASE WHEN c.id IS NULL THEN f.valid_to ELSE c.valid_to END AS valid_to
    ) p WHERE m.alliance_id = ${allianceId}::uuid AND p.valid_from IS NOT NULL`;
}

/**
 * The same members of the day for a page in the order of the register: that order has an index, so only as many
 * memberships are looked at as the page shows. LIMIT keeps the planner, which does not know how short a page is, from
 * reading all of them first.
 */
export function membersInOrder(allianceId: string, filters: Filters, day: Day) {
  if (!CURRENT.has(filters.status) || !/^-?(name|number)$/.test(filters.sort)) return undefined;
  return Prisma.sql`memberships m CROSS JOIN LATERAL (
      SELECT p.position, p.valid_from, p.valid_to FROM membership_periods p
      WHERE p.membership_id = m.id AND ${covering(day)} LIMIT 1
    ) p WHERE m.alliance_id = ${allianceId}::uuid`;
}

/**
 * Whom the kept steps can count: members of the day, narrowed by nothing but their position. What it costs follows from
 * the days on which something changed, not from the number of members.
 */
export function countedBySteps(
  allianceId: string,
  filters: Filters,
  day: Day,
  only: Only,
): Prisma.Sql | undefined {
  const { status, lead, chain, node, position } = filters;
  if (status !== "current" || lead || chain || node || only) return undefined;
  return Prisma.sql`SELECT coalesce(sum(s.change), 0)::int FROM member_count_steps s
    WHERE s.alliance_id = ${allianceId}::uuid AND s.day <= ${day}::date
    ${position ? Prisma.sql`AND s.position::text = ${position}` : Prisma.empty}`;
}

function statusCondition(status: Filters["status"], day: Day) {
  switch (status) {
    case "current":
    case "all":
      return Prisma.empty;
    case "active":
      return Prisma.sql`AND NOT ${suspendedOn(day)} AND NOT ${leavingOn(day)}`;
    case "suspended":
      return Prisma.sql`AND ${suspendedOn(day)}`;
    case "notice":
      return Prisma.sql`AND NOT ${suspendedOn(day)} AND ${leavingOn(day)}`;
    case "pending":
      return Prisma.sql`AND p.valid_from > ${day}::date`;
    case "ended":
      return Prisma.sql`AND p.valid_to < ${day}::date`;
  }
}

const kindsOf = (kind: NonNullable<Filters["kind"]>): string[] =>
  kind === "vocational" ? [...vocationalKinds] : [kind];

const nodeOf = (allianceId: string) =>
  Prisma.sql`SELECT 1 FROM organization_chain_nodes x JOIN chain_nodes c ON c.id = x.chain_node_id
    WHERE x.organization_id = m.organization_id AND x.alliance_id = ${allianceId}::uuid`;

/** Conditions on the membership. */
export function memberConditions(allianceId: string, filters: Filters, day: Day, only: Only) {
  const { position, chain, node, lead } = filters;
  return Prisma.sql`${statusCondition(filters.status, day)}
    ${position ? Prisma.sql`AND p.position::text = ${position}` : Prisma.empty}
    ${lead ? Prisma.sql`AND m.is_lead` : Prisma.empty}
    ${only ? Prisma.sql`AND m.organization_id = ANY(${[...only]}::uuid[])` : Prisma.empty}
    ${chain === "none" ? Prisma.sql`AND NOT EXISTS (${nodeOf(allianceId)})` : Prisma.empty}
    ${chain && chain !== "none" ? Prisma.sql`AND EXISTS (${nodeOf(allianceId)} AND c.position::text = ${chain})` : Prisma.empty}
    ${node ? Prisma.sql`AND EXISTS (${nodeOf(allianceId)} AND c.id = ${node}::uuid)` : Prisma.empty}`;
}

/** Conditions on the organization; undefined when there are none and it need not be read to count. */
export function organizationConditions(filters: Filters, day: Day, internal: boolean) {
  const patterns = searchPatterns(filters.q ?? "");
  const code = internal ? creditCodePrefix(filters.q ?? "") : undefined;
  if (!filters.kind && !filters.tag && patterns.length === 0) return undefined;
  const text = Prisma.sql`o.search_text LIKE ALL (${patterns}::text[])`;
  return Prisma.sql`
    ${filters.kind ? Prisma.sql`AND o.kind::text = ANY(${kindsOf(filters.kind)}::text[])` : Prisma.empty}
    ${filters.tag ? Prisma.sql`AND EXISTS (SELECT 1 FROM enterprise_tags t WHERE t.organization_id = o.id AND t.tag::text = ${filters.tag} AND coalesce(t.valid_until, 'infinity') >= ${day}::date)` : Prisma.empty}
    ${patterns.length === 0 ? Prisma.empty : code ? Prisma.sql`AND (${text} OR o.credit_code LIKE ${`${code}%`})` : Prisma.sql`AND ${text}`}`;
}
