import type { z } from "zod";
import { mailWords, officialDay } from "@/lib/i18n/mail";
import { addDays, dateOf } from "@/lib/kernel/dates";
import { type Result, refuse } from "@/lib/kernel/result";
import type { TenantScope } from "@/lib/platform/corridor/use-case";
import type { Tx } from "@/lib/platform/db/transaction";
import { absoluteAddress } from "@/lib/platform/mail/address";
import { enqueueMails, type Mail } from "@/lib/platform/mail/enqueue";
import { type Held, holdMinutes, minutesRule } from "../queries/hold";
import { stateAfter } from "../rules";
import type { Stepped, stepInput } from "../schema";
import { moveMinutes } from "./move";

type Named = { personId: string; personName: string; capacity: "chair" | "seat" };

/**
 * Whose signature the text asks for: the chair's, and of everybody who was there. A meeting on paper knows the seats
 * that were there; who acts for them stands in the register of seats.
 */
async function signatories(tx: Tx, scope: TenantScope, held: Held): Promise<Named[]> {
  return tx.$queryRaw<Named[]>`
    SELECT DISTINCT ON (x."personId") x."personId", p.name AS "personName",
      CASE WHEN s.position = 'chair' THEN 'chair' ELSE 'seat' END AS capacity
    FROM (
      SELECT person_id AS "personId", seat_id FROM presences
      WHERE alliance_id = ${scope.alliance.id}::uuid AND meeting_id = ${held.meetingId}::uuid AND person_id IS NOT NULL
      UNION
      SELECT coalesce(d.person_id, h.person_id), a.seat_id FROM attendances a
      JOIN seat_holdings h ON h.seat_id = a.seat_id AND ${held.heldOn}::date BETWEEN h.valid_from AND coalesce(h.valid_to, 'infinity')
      LEFT JOIN seat_delegates d ON d.holding_id = h.id AND d.kind = 'principal'
        AND ${held.heldOn}::date BETWEEN d.valid_from AND coalesce(d.valid_to, 'infinity')
      WHERE a.alliance_id = ${scope.alliance.id}::uuid AND a.meeting_id = ${held.meetingId}::uuid
        AND a.status IN ('present', 'online')
        AND NOT EXISTS (SELECT 1 FROM presences q WHERE q.meeting_id = a.meeting_id)
    ) x JOIN people p ON p.id = x."personId" JOIN seats s ON s.id = x.seat_id
    ORDER BY x."personId", (s.position = 'chair') DESC, s.number`;
}

type Reader = { id: string; email: string; locale: string | null };

/** Everybody who may object and has an account: the people of the body's seats, chair and supervisors. */
const readers = (tx: Tx, scope: TenantScope, held: Held, named: readonly Named[]) =>
  tx.$queryRaw<Reader[]>`
    SELECT DISTINCT u.id, u.email, u.locale FROM users u
    WHERE u.disabled_at IS NULL AND (
      u.person_id = ANY(${named.map(({ personId }) => personId)}::uuid[])
      OR u.person_id IN (SELECT m.person_id FROM meeting_seats m
        WHERE m.alliance_id = ${scope.alliance.id}::uuid AND m.meeting_id = ${held.meetingId}::uuid)
      OR EXISTS (SELECT 1 FROM role_grants g WHERE g.user_id = u.id AND g.alliance_id = ${scope.alliance.id}::uuid
        AND g.role IN ('chair', 'supervisor') AND ${scope.today}::date BETWEEN g.valid_from AND coalesce(g.valid_to, 'infinity')))`;

async function tell(tx: Tx, scope: TenantScope, held: Held, until: string, named: Named[]) {
  const meeting = await tx.meeting.findUniqueOrThrow({
    where: { allianceId_id: { allianceId: scope.alliance.id, id: held.meetingId } },
    select: { title: true },
  });
  const link = absoluteAddress(`/a/${scope.alliance.slug}/meetings/${held.meetingId}/minutes`);
  const mails = (await readers(tx, scope, held, named)).map(({ id, email, locale }): Mail => {
    const language = locale ?? "zh-CN";
    const values = { title: meeting.title, until: officialDay(language, until), link };
    return {
      dedupeKey: `minutes-circulated:${held.id}:${id}`,
      recipient: email,
      subject: mailWords(language, (words) => words.minutes.mail.subject, values),
      body: mailWords(language, (words) => words.minutes.mail.body, values),
    };
  });
  await enqueueMails(tx, mails);
}

/** Puts the text before those who were there, and names who signs. Objections are taken until the day that the rule gives. */
export async function circulateMinutes(
  tx: Tx,
  scope: TenantScope,
  input: z.output<typeof stepInput>,
): Promise<Result<Stepped, "wrong-state">> {
  const held = await holdMinutes(tx, scope, input.minutesId);
  if (!stateAfter(held.state, "circulate")) return refuse("wrong-state");
  const { options } = await minutesRule(tx, scope, held);
  const until = addDays(scope.today, options.objectionDays);
  const moved = await moveMinutes(tx, scope, held, {
    step: "circulate",
    version: input.version,
    changes: { circulatedAt: scope.now, objectUntil: dateOf(until) },
    details: { until },
  });
  if (!moved.ok) return moved;
  const named = await signatories(tx, scope, held);
  await tx.minutesSignature.createMany({
    data: named.map((one) => ({ ...one, allianceId: scope.alliance.id, minutesId: held.id })),
    skipDuplicates: true,
  });
  await tell(tx, scope, held, until, named);
  return moved;
}
