import type { Day } from "@/lib/kernel/dates";
import type { TenantScope } from "@/lib/platform/corridor/use-case";
import type { Db } from "@/lib/platform/db/transaction";
import type { DutyKind, PartyState, ProjectState } from "../types";

/**
 * Which of these organizations are members of the alliance on that day, and not suspended. The inner SELECT hides from the
 * planner how many are asked for: else it would make a new plan each time, which takes seven times as long as the answer.
 */
export async function activeMembersAmong(
  db: Db,
  allianceId: string,
  organizationIds: readonly string[],
  on: Day,
): Promise<Set<string>> {
  const rows = await db.$queryRaw<{ id: string }[]>`
    SELECT DISTINCT m.organization_id AS id FROM memberships m
    JOIN membership_periods d ON d.alliance_id = m.alliance_id AND d.membership_id = m.id
      AND ${on}::date BETWEEN d.valid_from AND coalesce(d.valid_to, 'infinity')
    WHERE m.alliance_id = ${allianceId}::uuid AND m.organization_id = ANY((SELECT ${[...organizationIds]}::uuid[])::uuid[])
      AND NOT EXISTS (SELECT 1 FROM membership_suspensions s WHERE s.alliance_id = m.alliance_id
        AND s.membership_id = m.id AND ${on}::date BETWEEN s.valid_from AND coalesce(s.valid_to, 'infinity'))`;
  return new Set(rows.map((row) => row.id));
}

/** Which of these the caller may know of: own ones, and members, now or formerly, of this alliance or a public one. */
export async function knownAmong(
  db: Db,
  scope: TenantScope,
  organizationIds: readonly string[],
): Promise<string[]> {
  const own = scope.actor.roles.flatMap(({ organizationId }) => organizationId ?? []);
  const rows = await db.$queryRaw<{ id: string }[]>`
    SELECT o.id FROM unnest(${[...organizationIds]}::uuid[]) AS o(id)
    WHERE o.id = ANY(${own}::uuid[]) OR EXISTS (
      SELECT 1 FROM memberships m JOIN alliances a ON a.id = m.alliance_id
      WHERE m.organization_id = o.id AND (m.alliance_id = ${scope.alliance.id}::uuid OR a.published_at <= now()))`;
  return rows.map(({ id }) => id);
}

export const namesOf = (
  db: Db,
  organizationIds: readonly string[],
): Promise<{ id: string; name: string }[]> =>
  db.organization.findMany({
    where: { id: { in: [...organizationIds] } },
    select: { id: true, name: true },
    orderBy: { pinyin: "asc" },
  });

export type PartyRow = {
  id: string;
  organizationId: string;
  name: string;
  kind: string;
  role: "lead" | "co_builder" | "funder" | "demand" | "executor" | "adviser";
  dutyKind: DutyKind | null;
  duty: string | null;
  keptAt: Date | null;
  state: PartyState;
  answeredAt: Date | null;
  answeredBy: string | null;
  reason: string | null;
};

/** The parties of a project, the lead first. */
export const partiesOf = (db: Db, allianceId: string, projectId: string): Promise<PartyRow[]> =>
  db.$queryRaw<PartyRow[]>`
    SELECT y.id, y.organization_id AS "organizationId", o.name, o.kind::text AS kind, y.role::text AS role,
      y.duty_kind::text AS "dutyKind", y.duty, y.kept_at AS "keptAt", y.state::text AS state, y.answered_at AS "answeredAt", e.name AS "answeredBy", y.reason
    FROM project_parties y JOIN organizations o ON o.id = y.organization_id
    LEFT JOIN users u ON u.id = y.answered_by_id LEFT JOIN people e ON e.id = u.person_id
    WHERE y.alliance_id = ${allianceId}::uuid AND y.project_id = ${projectId}::uuid
    ORDER BY y.role <> 'lead', y.id`;

export type LockedProject = {
  id: string;
  state: ProjectState;
  version: number;
  leadId: string;
  title: string;
  startsOn: Day;
  endsOn: Day;
  summary: string | null;
  hasFile: boolean;
  isRegistered: boolean;
  organizationIds: string[];
  stateSince: Date;
  createdById: string | null;
  /** Yuan as text. */
  budget: string | null;
  settledById: string | null;
  followUpUntil: number | null;
};

/**
 * The project as it is now, locked until the end of the transaction. Two answers, two registrations, an answer and a
 * withdrawal at once come one after the other, and the second sees what the first has done.
 */
export async function lockProject(
  db: Db,
  allianceId: string,
  id: string,
): Promise<LockedProject | undefined> {
  const locked = await db.$queryRaw<{ id: string }[]>`
    SELECT id FROM projects WHERE alliance_id = ${allianceId}::uuid AND id = ${id}::uuid FOR UPDATE`;
  if (locked.length === 0) return undefined;
  const rows = await db.$queryRaw<LockedProject[]>`
    SELECT p.id, p.state::text AS state, p.version, p.lead_id AS "leadId", p.title, p.starts_on::text AS "startsOn",
      p.ends_on::text AS "endsOn", p.summary, p.file_id IS NOT NULL AS "hasFile",
      p.code_number IS NOT NULL AS "isRegistered", p.state_since AS "stateSince", p.created_by_id AS "createdById",
      p.budget::text AS budget, p.settled_by_id AS "settledById", p.follow_up_until AS "followUpUntil",
      ARRAY(SELECT y.organization_id::text FROM project_parties y WHERE y.project_id = p.id) AS "organizationIds"
    FROM projects p WHERE p.id = ${id}::uuid`;
  return rows[0];
}
