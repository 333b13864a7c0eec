import type { z } from "zod";
import { Prisma } from "@/prisma/generated/client";
import { isLate, waitingFor } from "../rules/waiting";
import type { projectRowSchema } from "../schema/projects";
import type { PartyState, ProjectSource, ProjectState, ProjectType } from "../types";

export type Row = {
  id: string;
  code: string | null;
  title: string;
  type: ProjectType;
  source: ProjectSource;
  state: ProjectState;
  stateSince: Date;
  startsOn: string;
  endsOn: string;
  leadId: string;
  leadName: string;
  unplanned: boolean;
  handedInAt: Date | null;
  askedAt: Date | null;
  parties: { id: string; name: string; state: PartyState }[] | null;
  anonymousId: string | null;
};

/** No milestone is planned. */
export const unplanned = Prisma.sql`NOT EXISTS (SELECT 1 FROM project_milestones m
  WHERE m.alliance_id = p.alliance_id AND m.project_id = p.id)`;

/** Since when a milestone that was handed in waits, the oldest of them. */
export const handedInAt = Prisma.sql`(SELECT min(m.submitted_at) FROM project_milestones m
  WHERE m.alliance_id = p.alliance_id AND m.project_id = p.id AND m.state = 'submitted')`;

/** The enterprise of a restricted call: outside it is not named, also by the project that came of it (domain 3.7). */
export const anonymousId = Prisma.sql`(SELECT k.poster_id FROM calls k
  WHERE k.alliance_id = p.alliance_id AND k.project_id = p.id AND k.secrecy = 'restricted')`;

/** Columns of one project and its parties as one JSON value. */
export const rowColumns = Prisma.sql`
  p.id, project_code(p.code_year, p.code_number) AS code, p.title, p.type::text AS type, p.source::text AS source,
  p.state::text AS state, p.state_since AS "stateSince", p.starts_on::text AS "startsOn", p.ends_on::text AS "endsOn",
  p.lead_id AS "leadId", l.name AS "leadName",
  ${unplanned} AS unplanned, ${handedInAt} AS "handedInAt", p.asked_at AS "askedAt", ${anonymousId} AS "anonymousId",
  (SELECT json_agg(json_build_object('id', y.organization_id, 'name', o.name, 'state', y.state) ORDER BY y.id)
   FROM project_parties y JOIN organizations o ON o.id = y.organization_id
   WHERE y.alliance_id = p.alliance_id AND y.project_id = p.id) AS parties`;

/** The row as the list has it; for whom a project waits is the business of those inside. */
export function toRow(row: Row, at: Date, inside: boolean): z.input<typeof projectRowSchema> {
  const lead = { id: row.leadId, name: row.leadName };
  const parties = row.parties ?? [];
  const waiting = waitingFor({
    ...row,
    lead,
    parties: parties.map((party) => ({ ...party, organizationId: party.id })),
  });
  return {
    ...row,
    lead,
    partners: parties.filter(({ id }) => id !== row.leadId && (inside || id !== row.anonymousId)),
    waiting: waiting && inside ? { ...waiting, late: isLate(waiting, at) } : null,
  };
}
