import type { z } from "zod";
import type { TenantScope } from "@/lib/platform/corridor/use-case";
import type { Db } from "@/lib/platform/db/transaction";
import { notFound } from "@/lib/platform/errors";
import type { deskViewSchema, getPanelSchema, openedPanelSchema } from "../schema/panels";
import type { Declaration } from "../types";
import { panelOf } from "./panels";

type DeskRow = z.input<typeof deskViewSchema>["items"][number];

/** The panels in which the reader sits, the open ones first. */
export async function reviewDesk(
  db: Db,
  scope: TenantScope,
): Promise<z.input<typeof deskViewSchema>> {
  const items = await db.$queryRaw<DeskRow[]>`
    SELECT p.id AS "panelId", p.kind::text AS kind, p.state::text AS state, s.declaration::text AS declaration,
      s.submitted_at IS NOT NULL AS submitted, s.submitted_at AS "submittedAt", p.opened_at AS "openedAt", j.title,
      ARRAY(SELECT o.name FROM project_parties y JOIN organizations o ON o.id = y.organization_id
        WHERE y.project_id = j.id ORDER BY y.role <> 'lead', y.id) AS parties
    FROM project_panel_seats s JOIN project_panels p ON p.id = s.panel_id JOIN projects j ON j.id = p.project_id
    WHERE s.alliance_id = ${scope.alliance.id}::uuid AND s.user_id = ${scope.actor.userId}::uuid
    ORDER BY p.state = 'closed', p.opened_at DESC, p.id LIMIT 100`;
  return { items };
}

type Head = {
  projectId: string;
  title: string;
  parties: string[];
  declaration: Declaration;
  summary: string | null;
  startsOn: string;
  endsOn: string;
  budget: string | null;
  fileId: string | null;
  fileName: string | null;
};
type Papers = NonNullable<z.input<typeof openedPanelSchema>["documents"]>["milestones"];

const papersOf = (db: Db, allianceId: string, projectId: string) => db.$queryRaw<Papers>`
  SELECT m.title, m.deliverable, m.due_on::text AS "dueOn", m.state::text AS state,
    (SELECT coalesce(json_agg(json_build_object('criterion', c.text, 'text', e.text, 'file',
        CASE WHEN f.id IS NOT NULL THEN json_build_object('id', f.id, 'name', f.name) END) ORDER BY c.sort_order), '[]')
      FROM milestone_criteria c JOIN milestone_evidence e ON e.criterion_id = c.id
        AND e.round = (SELECT max(x.round) FROM milestone_evidence x WHERE x.criterion_id = c.id)
      LEFT JOIN stored_files f ON f.alliance_id = e.alliance_id AND f.id = e.file_id
      WHERE c.milestone_id = m.id) AS evidence
  FROM project_milestones m
  WHERE m.alliance_id = ${allianceId}::uuid AND m.project_id = ${projectId}::uuid ORDER BY m.sort_order`;

/**
 * One panel for one of its experts. What it is about and who takes part is told, so that a conflict can be seen; every
 * document stays shut until it is declared that there is none.
 */
export async function openPanel(
  db: Db,
  scope: TenantScope,
  input: z.output<typeof getPanelSchema>,
): Promise<z.input<typeof openedPanelSchema>> {
  const [head] = await db.$queryRaw<Head[]>`
    SELECT j.id AS "projectId", j.title, s.declaration::text AS declaration, j.summary, j.starts_on::text AS "startsOn",
      j.ends_on::text AS "endsOn", j.budget::text AS budget, f.id AS "fileId", f.name AS "fileName",
      ARRAY(SELECT o.name FROM project_parties y JOIN organizations o ON o.id = y.organization_id
        WHERE y.project_id = j.id ORDER BY y.role <> 'lead', y.id) AS parties
    FROM project_panel_seats s JOIN project_panels p ON p.id = s.panel_id JOIN projects j ON j.id = p.project_id
    LEFT JOIN stored_files f ON f.alliance_id = j.alliance_id AND f.id = j.file_id
    WHERE s.alliance_id = ${scope.alliance.id}::uuid AND s.user_id = ${scope.actor.userId}::uuid
      AND p.id = ${input.panelId}::uuid`;
  if (!head) return notFound();
  const reader = { userId: scope.actor.userId, sees: "seats" as const };
  const panel = (await panelOf(db, scope, input.panelId, reader)) ?? notFound();
  const { title, parties, declaration, projectId, fileId, fileName, ...facts } = head;
  if (declaration !== "none") {
    // Who has a conflict, or has not said, learns nothing of what the others think.
    const shut = { ...panel, summary: null, conclusion: null, spread: null, rework: [] };
    const seats = panel.seats.map((seat) => ({
      ...seat,
      scores: null,
      total: null,
      vote: null,
      comment: null,
    }));
    return { title, parties, declaration, panel: { ...shut, seats }, documents: null };
  }
  return {
    title,
    parties,
    declaration,
    panel,
    documents: {
      ...facts,
      file: fileId && fileName ? { id: fileId, name: fileName } : null,
      milestones: await papersOf(db, scope.alliance.id, projectId),
    },
  };
}
