import type { z } from "zod";
import { dayOf } from "@/lib/kernel/dates";
import type { TenantScope } from "@/lib/platform/corridor/use-case";
import type { Db } from "@/lib/platform/db/transaction";
import { notFound } from "@/lib/platform/errors";
import { decimal } from "../rules/columns";
import type { DeskRow, deskInput, deskOutput, getSeatInput, seatOutput } from "../schema/rounds";
import { leavesOfScheme } from "./facts";
import { linesOf } from "./lines";
import { marksSeen } from "./results";
import { readSubject } from "./subject";

/** What waits for the caller as an expert, the open ones first. */
export async function desk(
  db: Db,
  scope: TenantScope,
  _input: z.output<typeof deskInput>,
): Promise<z.input<typeof deskOutput>> {
  const items = await db.$queryRaw<DeskRow[]>`
    SELECT e.id AS "seatId", e.state::text AS state, e.submitted_at AS "submittedAt",
      json_build_object('id', s.id, 'name', s.name) AS subject, json_build_object('id', r.id, 'title', r.title) AS round,
      r.state IN ('data_verified', 'expert_scoring') AS open, r.state = 'expert_scoring' AS scoring,
      r.state_since AS since
    FROM evaluation_seats e JOIN evaluation_subjects s ON s.id = e.subject_id JOIN evaluation_rounds r ON r.id = s.round_id
    WHERE e.alliance_id = ${scope.alliance.id}::uuid AND e.person_id = ${scope.actor.personId}::uuid
    ORDER BY (e.submitted_at IS NULL AND e.state <> 'recused' AND r.state IN ('data_verified', 'expert_scoring')) DESC,
      r.created_at DESC, s.name, e.id LIMIT 500`;
  return { items };
}

/** One seat of the caller: its papers open once no conflict is declared; of marks only the own ones. */
export async function getSeat(
  db: Db,
  scope: TenantScope,
  input: z.output<typeof getSeatInput>,
): Promise<z.input<typeof seatOutput>> {
  const seat = await db.evaluationSeat.findUnique({
    where: { allianceId_id: { allianceId: scope.alliance.id, id: input.seatId } },
  });
  if (!seat || seat.personId !== scope.actor.personId) return notFound();
  const subject = await readSubject(db, scope, seat.subjectId);
  const { round } = subject;
  const [leaves, marks] = await Promise.all([
    leavesOfScheme(db, scope, round.schemeId),
    marksSeen(db, scope, round.id),
  ]);
  const own = marks.filter(
    (mark) => mark.personId === seat.personId && mark.subjectId === subject.id,
  );
  const clear = seat.state === "clear";
  return {
    seatId: seat.id,
    state: seat.state,
    open: round.state === "expert_scoring",
    subject,
    round,
    submittedAt: seat.submittedAt,
    comment: seat.comment,
    sheet: leaves
      .filter(({ kind }) => kind === "expert")
      .map(({ id, code, name, weight }) => ({
        indicatorId: id,
        code,
        name,
        weight: decimal(weight),
        points: own.find(({ indicatorId }) => indicatorId === id)?.points ?? null,
      })),
    lines: clear
      ? linesOf({ subject, leaves, result: undefined, known: false, marks: [] }).filter(
          ({ kind }) => kind !== "expert" && kind !== "veto",
        )
      : [],
    visits: clear ? subject.visits.map((visit) => ({ ...visit, on: dayOf(visit.on) })) : [],
  };
}
