import type { z } from "zod";
import type { HeldMeeting } from "@/lib/features/meetings/commands/hold";
import { freezeSeats } from "@/lib/features/meetings/commands/seats";
import { suggestConflicts } from "@/lib/features/meetings/commands/suggest";
import { touchMeeting } from "@/lib/features/meetings/commands/touch";
import { callList } from "@/lib/features/meetings/queries/call-list";
import { mailWords, officialInstant } from "@/lib/i18n/mail";
import { accept, type Result, refuse } from "@/lib/kernel/result";
import type { TenantScope } from "@/lib/platform/corridor/use-case";
import type { Tx } from "@/lib/platform/db/transaction";
import { AppError, forbidden } from "@/lib/platform/errors";
import { absoluteAddress } from "@/lib/platform/mail/address";
import { enqueueMails } from "@/lib/platform/mail/enqueue";
import { actsFor } from "../queries/acting";
import type { demandInput } from "../schema/votes";
import type { Opening } from "../types";
import { changeVote, type HeldVote, holdFor, holdVote, moveItem } from "./hold";

/**
 * A correspondence meeting opens with its first vote: nobody checks in. Its seats are frozen then, as those of any meeting
 * at its opening.
 */
export async function beginMail(tx: Tx, scope: TenantScope, meeting: HeldMeeting): Promise<void> {
  if (meeting.state === "open") return;
  if (meeting.state !== "noticed" && meeting.state !== "check_in") throw new AppError("stale");
  const { seats } = await callList(tx, scope, { bodyId: meeting.bodyId, day: scope.today });
  await freezeSeats(tx, scope, meeting, seats);
  await suggestConflicts(tx, scope, meeting.id);
  const { count } = await tx.meeting.updateMany({
    where: { id: meeting.id, allianceId: scope.alliance.id, version: meeting.version },
    data: {
      state: "open",
      openedAt: scope.now,
      seatsAll: seats.filter((seat) => seat.voting).length,
      seatsFilled: seats.filter((seat) => seat.voting && seat.holderName !== null).length,
      version: { increment: 1 },
    },
  });
  if (count === 0) throw new AppError("stale");
  await scope.audit({
    action: "meeting.open",
    subjectType: "meeting",
    subjectId: meeting.id,
    details: { by: "correspondence" },
  });
}

const reminderKey = (voteId: string, seatId: string, half: boolean): string =>
  `vote-reminder:${voteId}:${seatId}:${half ? "half" : "day"}`;

type Address = { seatId: string; email: string; locale: "zh-CN" | "en" };

/** Accounts of those who are asked. */
const addressesOf = (tx: Tx, voteId: string) => tx.$queryRaw<Address[]>`
  SELECT e.seat_id AS "seatId", u.email, coalesce(u.locale, 'zh-CN') AS locale
  FROM vote_electors e CROSS JOIN LATERAL (
    SELECT u.email, u.locale FROM users u WHERE u.person_id = e.person_id AND u.disabled_at IS NULL
    ORDER BY u.created_at LIMIT 1) u
  WHERE e.vote_id = ${voteId}::uuid`;

const DAY = 86_400_000;

/**
 * Puts the reminders of half time and of the last day into the outbox, to be sent then. A reply takes its own back
 * (`forgetReminders`): nobody is reminded of what is done.
 */
export async function remindByMail(
  tx: Tx,
  scope: TenantScope,
  given: { vote: HeldVote; opening: Opening; closesAt: Date },
): Promise<void> {
  const { vote, closesAt } = given;
  const link = absoluteAddress(`/a/${scope.alliance.slug}/meetings/${vote.meetingId}/me`);
  const span = closesAt.getTime() - vote.at.getTime();
  const times = [
    { half: true, at: new Date(vote.at.getTime() + Math.floor(span / 2)) },
    ...(span > DAY ? [{ half: false, at: new Date(closesAt.getTime() - DAY) }] : []),
  ];
  const mails = (await addressesOf(tx, vote.id)).flatMap(({ seatId, email, locale }) => {
    const until = officialInstant(locale, closesAt, scope.alliance.timeZone);
    const values = {
      alliance: scope.alliance.name,
      text: given.opening.text.slice(0, 120),
      until,
      link,
    };
    return times.map(({ half, at }) => ({
      dedupeKey: reminderKey(vote.id, seatId, half),
      recipient: email,
      subject: mailWords(locale, ({ votes }) => votes.mail.reminder.subject, values).slice(0, 300),
      body: mailWords(locale, ({ votes }) => votes.mail.reminder.body, values),
      nextTryAt: at,
    }));
  });
  await enqueueMails(tx, mails);
}

/** Takes back what was not sent yet: of one seat that replied, or of everybody when the vote is over. */
export async function forgetReminders(tx: Tx, voteId: string, seatId?: string): Promise<void> {
  const beginning = seatId ? `vote-reminder:${voteId}:${seatId}:` : `vote-reminder:${voteId}:`;
  await tx.$executeRaw`
    DELETE FROM outbox_mails WHERE starts_with(dedupe_key, ${beginning}) AND sent_at IS NULL AND attempts = 0`;
}

type Demanded = Result<
  { id: string; state: "open" | "aborted"; version: number },
  "wrong-state" | "not-by-mail"
>;

/**
 * So many seats as the rule says can force a live meeting while a correspondence vote runs: every running vote of the
 * meeting ends without a result, and its items wait for that meeting.
 */
export async function demandMeeting(
  tx: Tx,
  scope: TenantScope,
  input: z.output<typeof demandInput>,
): Promise<Demanded> {
  const held = await holdFor(tx, scope, { voteId: input.voteId, act: "demand_meeting" });
  if (!held.ok) return held;
  const vote = held.value;
  if (!vote.opening?.mail) return refuse("not-by-mail");
  (await actsFor(tx, scope, input)) ?? forbidden();
  // "While it runs": whoever has seen how it went cannot end it afterwards.
  if (vote.overdue) return refuse("wrong-state");
  const allianceId = scope.alliance.id;
  await tx.meetingDemand.createMany({
    data: [
      {
        allianceId,
        voteId: vote.id,
        seatId: input.seatId,
        demandedById: scope.actor.userId ?? "",
        at: scope.now,
      },
    ],
    skipDuplicates: true,
  });
  await scope.audit({
    action: "vote.demand_meeting",
    subjectType: "vote",
    subjectId: vote.id,
    details: { seatId: input.seatId },
  });
  const demands = await tx.meetingDemand.count({ where: { allianceId, voteId: vote.id } });
  const enough =
    demands >= (vote.opening.rule.options?.mail.demandMeeting ?? Number.POSITIVE_INFINITY);
  if (enough) await endForMeeting(tx, scope, vote.meetingId);
  await touchMeeting(tx, scope, vote.meetingId);
  return accept({
    id: vote.id,
    state: enough ? "aborted" : "open",
    version: vote.version + (enough ? 1 : 0),
  });
}

async function endForMeeting(tx: Tx, scope: TenantScope, meetingId: string): Promise<void> {
  const open = await tx.vote.findMany({
    where: { allianceId: scope.alliance.id, state: "open", item: { meetingId } },
    select: { id: true },
    orderBy: { id: "asc" },
  });
  for (const { id } of open) {
    const vote = await holdVote(tx, scope, id);
    await tx.ballotBox.deleteMany({ where: { allianceId: scope.alliance.id, voteId: id } });
    await changeVote(tx, scope, vote, { state: "aborted", stateReason: "demand", sealKey: null });
    await moveItem(tx, scope, vote.itemId, "deferred");
    await forgetReminders(tx, id);
    await scope.audit({
      action: "vote.abort",
      subjectType: "vote",
      subjectId: id,
      details: { because: "demand" },
    });
  }
}
