import type { z } from "zod";
import { getRoster } from "@/lib/features/bodies/queries/roster";
import type { RuleInForce } from "@/lib/features/bodies/schema/roster";
import { type HeldMeeting, holdMeeting } from "@/lib/features/meetings/commands/hold";
import { touchMeeting } from "@/lib/features/meetings/commands/touch";
import { callList } from "@/lib/features/meetings/queries/call-list";
import { electorateOf } from "@/lib/features/meetings/queries/electorate";
import { headcountOf, votersOf } from "@/lib/features/meetings/rules/headcount";
import { seatsDiffer } from "@/lib/features/meetings/rules/seats";
import type { Electorate } from "@/lib/features/meetings/types";
import { asJson } from "@/lib/kernel/json";
import { accept, type Result, refuse } from "@/lib/kernel/result";
import { newSeal } from "@/lib/platform/auth/seal";
import type { TenantScope } from "@/lib/platform/corridor/use-case";
import type { Tx } from "@/lib/platform/db/transaction";
import { AppError } from "@/lib/platform/errors";
import { snapshotHash } from "../queries/snapshot-hash";
import { votersByMail, votersOfLines } from "../rules/snapshot";
import type { openInput } from "../schema/votes";
import type { Opening, Voter } from "../types";
import { blockOf, changeVote, type HeldVote, holdFor, holdVote, moveItem } from "./hold";
import { beginMail, remindByMail } from "./mail";

export const openRefusals = [
  "wrong-state",
  "quorum-missing",
  "group-quorum-missing",
  "too-few-for-secret",
  "mail-not-allowed",
  "mail-window-too-short",
  "mail-is-not-by-hands",
  "no-rule-for-matter",
  "nobody-may-vote",
  "conflict-undecided",
  "conflicts-unanswered",
  "seats-changed",
] as const;
type OpenRefusal = (typeof openRefusals)[number];

type Input = z.output<typeof openInput>;
type Moved = { id: string; state: "open" | "aborted"; version: number };

const HOUR = 3_600_000;

/** Until when: an open vote of a meeting has no end unless it is given one; replies by post have a window. */
function closingTime(vote: HeldVote, input: Input): Date | null {
  const ms =
    vote.meetingMode === "correspondence"
      ? (input.hours ?? 0) * HOUR
      : (input.minutes ?? 0) * 60_000;
  return ms === 0 ? null : new Date(vote.at.getTime() + ms);
}

async function faultOf(
  vote: HeldVote,
  given: {
    rule: RuleInForce;
    electorate: Electorate;
    voters: readonly Voter[];
    hours: number | undefined;
  },
): Promise<Result<never, OpenRefusal> | undefined> {
  const { rule, electorate, voters } = given;
  if (voters.length === 0) return refuse("nobody-may-vote");
  if (vote.method === "secret" && voters.length < rule.options.secretMinimum) {
    return refuse("too-few-for-secret", {
      count: voters.length,
      least: rule.options.secretMinimum,
    });
  }
  if (vote.meetingMode === "correspondence") {
    if (vote.method === "hands") return refuse("mail-is-not-by-hands");
    const { minHours } = rule.options.mail;
    return (given.hours ?? 0) < minHours
      ? refuse("mail-window-too-short", { hours: minHours })
      : undefined;
  }
  const headcount = headcountOf(rule, electorate);
  const { quorum } = headcount;
  if (!quorum.met) {
    return refuse("quorum-missing", {
      count: quorum.count,
      needed: quorum.needed ?? quorum.base + 1,
    });
  }
  const group = headcount.groups.find((test) => !test.met);
  return group
    ? refuse("group-quorum-missing", {
        name: group.name,
        count: group.count,
        needed: group.needed ?? group.base + 1,
      })
    : undefined;
}

/** The vote before was a tie that this one repeats: it decides for good. */
async function roundOf(tx: Tx, vote: HeldVote): Promise<number> {
  if (!vote.supersedesId) return 1;
  const before = await tx.vote.findUnique({
    where: { id: vote.supersedesId },
    select: { motion: { select: { outcome: true } } },
  });
  return before?.motion?.outcome === "tied" ? 2 : 1;
}

/**
 * Opens a vote, and those of its block: the meeting is open, the quorum is there now, the rule is the one of the
 * meeting's day, and who may cast is written down for good (second freeze). Below the rule's least number of seats
 * without a conflict the item goes to the higher body instead.
 */
export async function openVote(
  tx: Tx,
  scope: TenantScope,
  input: Input,
): Promise<Result<Moved, OpenRefusal>> {
  const held = await holdFor(tx, scope, { voteId: input.voteId, act: "open" });
  if (!held.ok) return held;
  if (held.value.version !== input.version) throw new AppError("stale");
  const moved: Moved[] = [];
  for (const id of await blockOf(tx, scope, held.value)) {
    const vote = id === held.value.id ? held.value : await holdVote(tx, scope, id);
    const opened = await openOne(tx, scope, vote, input);
    if (!opened.ok) return opened;
    moved.push(opened.value);
  }
  await touchMeeting(tx, scope, held.value.meetingId);
  return accept(
    moved.find(({ id }) => id === input.voteId) ?? {
      id: input.voteId,
      state: "open",
      version: input.version + 1,
    },
  );
}

/**
 * An item that was taken back, put off or heard after its vote had been prepared is not voted on; nor one on which the
 * body has not decided yet who has a conflict: the doubted seat would vote.
 */
async function itemFault(
  tx: Tx,
  scope: TenantScope,
  { itemId }: HeldVote,
): Promise<Result<never, OpenRefusal> | undefined> {
  const allianceId = scope.alliance.id;
  const { state } = await tx.agendaItem.findUniqueOrThrow({
    where: { allianceId_id: { allianceId, id: itemId } },
    select: { state: true },
  });
  if (state !== "planned" && state !== "open" && state !== "decided") return refuse("wrong-state");
  const doubted = { allianceId, itemId, state: "challenged" as const };
  const count = await tx.recusal.count({ where: doubted });
  return count > 0 ? refuse("conflict-undecided", { count }) : undefined;
}

/**
 * Seats that were filled or left since the freeze: the list is frozen anew before anybody votes, or it is recorded why it
 * stays as it was (first freeze). @returns the reason that was given, where one was needed
 */
async function seatsAsFrozen(
  tx: Tx,
  scope: TenantScope,
  meeting: HeldMeeting,
  given: { electorate: Electorate; reason: string | undefined },
): Promise<Result<string | undefined, "seats-changed">> {
  const { seats } = await callList(tx, scope, { bodyId: meeting.bodyId, day: scope.today });
  if (!seatsDiffer(given.electorate.lines, seats)) return accept(undefined);
  return given.reason ? accept(given.reason) : refuse("seats-changed");
}

/** Hands are counted, not named: whoever has not answered cannot be left out of the count, and answers first. */
async function handsFault(tx: Tx, scope: TenantScope, vote: HeldVote, voters: readonly Voter[]) {
  if (vote.method !== "hands") return undefined;
  const count = await tx.recusal.count({
    where: {
      allianceId: scope.alliance.id,
      itemId: vote.itemId,
      state: "suggested",
      seatId: { in: voters.flatMap(({ seatId, proxySeatId }) => [seatId, proxySeatId ?? seatId]) },
    },
  });
  return count > 0 ? refuse("conflicts-unanswered", { count }) : undefined;
}

async function openOne(
  tx: Tx,
  scope: TenantScope,
  vote: HeldVote,
  input: Input,
): Promise<Result<Moved, OpenRefusal>> {
  const mail = vote.meetingMode === "correspondence";
  const barred = await itemFault(tx, scope, vote);
  if (barred) return barred;
  const meeting = await holdMeeting(tx, scope, vote.meetingId);
  const { rules } = await getRoster(tx, scope, { bodyId: vote.bodyId, day: meeting.heldOn });
  const rule = rules.find((candidate) => candidate.matter === vote.matter);
  if (!rule) return refuse("no-rule-for-matter");
  if (mail && !rule.options.mail.allowed) return refuse("mail-not-allowed");
  if (mail) await beginMail(tx, scope, meeting);
  else if (meeting.state !== "open") return refuse("wrong-state");
  const electorate = await electorateOf(tx, scope.alliance.id, vote.meetingId, vote.itemId);
  const kept = await seatsAsFrozen(tx, scope, meeting, { electorate, reason: input.seatsReason });
  if (!kept.ok) return kept;
  if (headcountOf(rule, electorate).belowMinRemaining) return referUp(tx, scope, vote);
  const voters = mail ? votersByMail(electorate.lines) : votersOfLines(votersOf(rule, electorate));
  const fault =
    (await faultOf(vote, { rule, electorate, voters, hours: input.hours })) ??
    (await handsFault(tx, scope, vote, voters));
  if (fault) return fault;
  const closesAt = closingTime(vote, input);
  const opening: Opening = {
    at: vote.at.toISOString(),
    text: vote.text,
    method: vote.method,
    mail,
    closesAt: closesAt?.toISOString() ?? null,
    round: await roundOf(tx, vote),
    rule,
    seats: electorate.seats,
    lines: electorate.lines,
    voters,
    ...(kept.value && { seatsKept: kept.value }),
  };
  await writeOpening(tx, scope, { vote, opening, closesAt });
  return accept({ id: vote.id, state: "open", version: vote.version + 1 });
}

/** Recusals left too few: nobody votes, and the item waits for the higher body. */
async function referUp(tx: Tx, scope: TenantScope, vote: HeldVote): Promise<Result<Moved, never>> {
  await changeVote(tx, scope, vote, { state: "aborted", stateReason: "recusals" });
  await moveItem(tx, scope, vote.itemId, "referred_up");
  await scope.audit({
    action: "vote.refer_up",
    subjectType: "vote",
    subjectId: vote.id,
    details: { itemId: vote.itemId },
  });
  return accept({ id: vote.id, state: "aborted", version: vote.version + 1 });
}

async function writeOpening(
  tx: Tx,
  scope: TenantScope,
  { vote, opening, closesAt }: { vote: HeldVote; opening: Opening; closesAt: Date | null },
): Promise<void> {
  const allianceId = scope.alliance.id;
  await tx.voteElector.createMany({
    data: opening.voters.map((voter) => ({ allianceId, voteId: vote.id, ...voter })),
  });
  const sealed = vote.method === "secret" ? newSeal() : null;
  await changeVote(tx, scope, vote, {
    state: "open",
    openedAt: vote.at,
    closesAt,
    ruleSetId: opening.rule.id,
    opening: asJson(opening),
    openingHash: snapshotHash(opening),
    openedById: scope.actor.userId,
    ...(sealed && {
      sealKey: Uint8Array.from(sealed.lockedKey),
      sealPublicKey: Uint8Array.from(sealed.publicKey),
    }),
  });
  await moveItem(tx, scope, vote.itemId, "open");
  if (opening.mail && closesAt) await remindByMail(tx, scope, { vote, opening, closesAt });
  await scope.audit({
    action: "vote.open",
    subjectType: "vote",
    subjectId: vote.id,
    details: {
      itemId: vote.itemId,
      electors: opening.voters.length,
      openingHash: snapshotHash(opening),
      closesAt: opening.closesAt,
      ...(opening.seatsKept && { seatsKept: opening.seatsKept }),
    },
  });
}
