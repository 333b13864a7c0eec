import type { z } from "zod";
import type { TenantScope } from "@/lib/platform/corridor/use-case";
import type { Db } from "@/lib/platform/db/transaction";
import { Prisma } from "@/prisma/generated/client";
import { allIn, judging, spreadOf, totalOf } from "../rules/panels";
import type { panelViewSchema } from "../schema/panels";
import type { Declaration, PanelConclusion, PanelKind, PanelState, PanelVote } from "../types";

type Seat = {
  id: string;
  userId: string;
  name: string;
  declaration: Declaration;
  submitted: boolean;
  scores: Record<string, number> | null;
  vote: PanelVote | null;
  comment: string | null;
};
type Row = {
  id: string;
  kind: PanelKind;
  round: number;
  state: PanelState;
  conclusion: PanelConclusion | null;
  summary: string | null;
  openedAt: Date;
  closedAt: Date | null;
  version: number;
  seats: Seat[];
  rework: {
    id: string;
    text: string;
    dueOn: string;
    doneAt: string | null;
    doneNote: string | null;
  }[];
};

const panels = (db: Db, where: Prisma.Sql) => db.$queryRaw<Row[]>`
  SELECT p.id, p.kind::text AS kind, p.round, p.state::text AS state, p.conclusion::text AS conclusion, p.summary,
    p.opened_at AS "openedAt", p.closed_at AS "closedAt", p.version,
    (SELECT coalesce(json_agg(json_build_object('id', s.id, 'userId', s.user_id, 'name', n.name,
        'declaration', s.declaration, 'submitted', s.submitted_at IS NOT NULL, 'vote', s.vote, 'comment', s.comment,
        'scores', (SELECT json_object_agg(c.criterion, c.points) FROM project_panel_scores c WHERE c.seat_id = s.id))
        ORDER BY n.name, s.id), '[]')
      FROM project_panel_seats s JOIN users u ON u.id = s.user_id JOIN people n ON n.id = u.person_id
      WHERE s.panel_id = p.id) AS seats,
    (SELECT coalesce(json_agg(json_build_object('id', r.id, 'text', r.text, 'dueOn', r.due_on, 'doneAt', r.done_at,
        'doneNote', r.done_note) ORDER BY r.sort_order), '[]') FROM project_rework_items r WHERE r.panel_id = p.id) AS rework
  FROM project_panels p WHERE ${where} ORDER BY p.opened_at DESC, p.id`;

/** Who reads a panel: one of its experts, the office that convened it, or the people of the project. */
export type PanelReader = { userId: string | null; sees: "own seat" | "seats" | "conclusion" };

function seatView(seat: Seat, reader: PanelReader, open: boolean) {
  const mine = seat.userId === reader.userId;
  // Blind until all are in; the people of the project never learn who gave what.
  const shown = mine || (open && reader.sees !== "conclusion");
  const { userId: _, ...rest } = seat;
  return {
    ...rest,
    mine,
    name: reader.sees === "conclusion" ? null : seat.name,
    scores: shown ? seat.scores : null,
    total: shown && seat.scores ? totalOf(seat.scores) : null,
    vote: shown ? seat.vote : null,
    comment: shown || (open && reader.sees === "conclusion") ? seat.comment : null,
  };
}

function viewOf(row: Row, reader: PanelReader): z.input<typeof panelViewSchema> {
  const complete = allIn(row.seats);
  const open = complete || row.state !== "open";
  const totals = judging(row.seats).flatMap((seat) => (seat.scores ? [totalOf(seat.scores)] : []));
  const closed = row.state === "closed";
  return {
    ...row,
    seats: row.seats.map((seat) =>
      seatView(seat, reader, reader.sees === "conclusion" ? closed : open),
    ),
    allIn: complete,
    spread: open && reader.sees !== "conclusion" ? spreadOf(totals) : null,
    rework: row.rework.map((item) => ({
      ...item,
      doneAt: item.doneAt === null ? null : new Date(item.doneAt),
    })),
  };
}

/** The panels of a project, the newest first. */
export async function panelsOf(
  db: Db,
  scope: TenantScope,
  projectId: string,
  reader: PanelReader,
): Promise<z.input<typeof panelViewSchema>[]> {
  const rows = await panels(
    db,
    Prisma.sql`p.alliance_id = ${scope.alliance.id}::uuid AND p.project_id = ${projectId}::uuid`,
  );
  return rows.map((row) => viewOf(row, reader));
}

export async function panelOf(
  db: Db,
  scope: TenantScope,
  panelId: string,
  reader: PanelReader,
): Promise<z.input<typeof panelViewSchema> | undefined> {
  const [row] = await panels(
    db,
    Prisma.sql`p.alliance_id = ${scope.alliance.id}::uuid AND p.id = ${panelId}::uuid`,
  );
  return row && viewOf(row, reader);
}
