import type { z } from "zod";
import type { RuleInForce } from "@/lib/features/bodies/schema/roster";
import { touchMeeting } from "@/lib/features/meetings/commands/touch";
import { electorateOf } from "@/lib/features/meetings/queries/electorate";
import { votersOf } from "@/lib/features/meetings/rules/headcount";
import { asJson } from "@/lib/kernel/json";
import { accept, type Result, refuse } from "@/lib/kernel/result";
import type { TenantScope } from "@/lib/platform/corridor/use-case";
import type { Tx } from "@/lib/platform/db/transaction";
import { snapshotHash } from "../queries/snapshot-hash";
import { closingOf, resultOf } from "../rules/snapshot";
import type { oneInput } from "../schema/votes";
import type { Closing, Opening, Tally } from "../types";
import { type CloseRefusal, handsCast, namedCast, secretCast, turnoutOf, unread } from "./count";
import { blockOf, changeVote, type HeldVote, holdVote } from "./hold";
import { forgetReminders } from "./mail";

type State = "counted" | "inquorate" | "declared";
type Closed = { id: string; state: State; version: number };

/** Ballots of a vote without a result are never shown: the box is emptied, and its key forgotten. */
async function secretDestroyed(tx: Tx, scope: TenantScope, vote: HeldVote): Promise<void> {
  await tx.ballotBox.deleteMany({ where: { allianceId: scope.alliance.id, voteId: vote.id } });
}

/**
 * Is the quorum still there? It is looked at before a secret box is opened: without it the ballots stay shut for good.
 * Who cast does not matter for that in a room; by post the replies are the quorum.
 */
async function measure(tx: Tx, scope: TenantScope, vote: HeldVote, opening: Opening) {
  const now = await electorateOf(tx, scope.alliance.id, vote.meetingId, vote.itemId);
  const there = new Set(votersOf(opening.rule as RuleInForce, now).map(({ line }) => line.seatId));
  const stayed = new Set(
    opening.voters
      .map(({ seatId }) => seatId)
      .filter((seatId) => opening.mail || there.has(seatId)),
  );
  const back = new Set(now.lines.filter((line) => line.recused).map(({ seatId }) => seatId));
  const asked = opening.voters.filter(({ seatId }) => !back.has(seatId)).length;
  return { lines: now.lines, stayed, asked };
}

/**
 * Closes a vote, and those of its block: waits for the ballots that came before, takes the third freeze, and counts. Sent
 * twice, it answers what the first one found.
 */
export async function closeVote(
  tx: Tx,
  scope: TenantScope,
  input: z.output<typeof oneInput>,
): Promise<Result<Closed, CloseRefusal>> {
  const asked = await holdVote(tx, scope, input.voteId);
  if (asked.state === "counted" || asked.state === "inquorate" || asked.state === "declared") {
    return accept({ id: asked.id, state: asked.state, version: asked.version });
  }
  if (asked.state !== "open") return refuse("wrong-state");
  const results: Closed[] = [];
  for (const id of await blockOf(tx, scope, asked)) {
    const vote = id === asked.id ? asked : await holdVote(tx, scope, id);
    const closed = await closeOne(tx, scope, vote);
    if (!closed.ok) return closed;
    results.push(closed.value);
  }
  await touchMeeting(tx, scope, asked.meetingId);
  const own = results.find(({ id }) => id === asked.id);
  if (!own) throw new Error("a block without its vote");
  return accept(own);
}

async function closeOne(
  tx: Tx,
  scope: TenantScope,
  vote: HeldVote,
): Promise<Result<Closed, CloseRefusal>> {
  const opening = vote.opening;
  if (!opening) throw new Error("an open vote without its opening");
  const measured = await measure(tx, scope, vote, opening);
  if (opening.mail && !vote.overdue) {
    const missing = measured.asked - (await turnoutOf(tx, scope, vote)).length;
    if (missing > 0) return refuse("replies-outstanding", { count: missing });
  }
  const readers = { named: namedCast, hands: handsCast, secret: secretCast };
  // A secret box without quorum is not even opened.
  const shut = vote.method === "secret" && (await lacksQuorum(tx, scope, vote, measured));
  const exposed = shut ? undefined : await tooFewCast(tx, scope, vote, opening);
  if (exposed) return exposed;
  const read = shut
    ? accept(unread(await turnoutOf(tx, scope, vote)))
    : await readers[vote.method](tx, scope, vote);
  if (!read.ok) return read;
  const closing = closingOf(opening, {
    at: vote.at.toISOString(),
    lines: measured.lines,
    stayed: measured.stayed,
    count: read.value.count,
    cast: new Set(read.value.cast),
    ballots: read.value.ballots,
    unconfirmed: read.value.unconfirmed,
  });
  return accept(await writeClosing(tx, scope, vote, closing));
}

/**
 * A secret box with two or three ballots tells who cast what, and whoever closes could choose the moment for it.
 * With everybody's ballot in the box there are as many as the opening asked for.
 */
async function tooFewCast(tx: Tx, scope: TenantScope, vote: HeldVote, opening: Opening) {
  if (vote.method !== "secret") return undefined;
  const count = (await turnoutOf(tx, scope, vote)).length;
  const least = (opening.rule as RuleInForce).options.secretMinimum;
  return count > 0 && count < least
    ? refuse("too-few-cast-in-secret", { count, least })
    : undefined;
}

async function lacksQuorum(
  tx: Tx,
  scope: TenantScope,
  vote: HeldVote,
  measured: { lines: Closing["lines"]; stayed: ReadonlySet<string> },
): Promise<boolean> {
  const cast = await turnoutOf(tx, scope, vote);
  if (!vote.opening) return true;
  // The quorum does not depend on what was cast, so blank ballots measure it as well.
  const blank = closingOf(vote.opening, {
    at: "",
    lines: measured.lines,
    stayed: measured.stayed,
    count: { yes: 0, no: 0, abstain: cast.length, invalid: 0 },
    cast: new Set(cast),
    ballots: null,
    unconfirmed: [],
  });
  return resultOf(vote.opening, blank, null).decision.outcome === "inquorate";
}

async function writeClosing(
  tx: Tx,
  scope: TenantScope,
  vote: HeldVote,
  found: Closing,
): Promise<Closed> {
  if (!vote.opening) throw new Error("an open vote without its opening");
  const { decision } = resultOf(vote.opening, found, null);
  const inquorate = decision.outcome === "inquorate";
  // No result, no counts: what was cast before the quorum was lost is nobody's business.
  const closing = inquorate ? withoutChoices(found) : found;
  const tally: Tally = { votes: closing.votes, outcome: decision.outcome, tie: decision.tie };
  const state = inquorate ? "inquorate" : "counted";
  if (inquorate && vote.method === "secret") await secretDestroyed(tx, scope, vote);
  await changeVote(tx, scope, vote, {
    state,
    closedAt: vote.at,
    closedById: scope.actor.userId,
    closing: asJson(closing),
    closingHash: snapshotHash(closing),
    sealKey: null,
    ...(!inquorate && { tally: asJson(tally) }),
  });
  await forgetReminders(tx, vote.id);
  await scope.audit({
    action: "vote.close",
    subjectType: "vote",
    subjectId: vote.id,
    details: { outcome: state, closingHash: snapshotHash(closing), stayed: closing.stayed },
  });
  return { id: vote.id, state, version: vote.version + 1 };
}

function withoutChoices(closing: Closing): Closing {
  const { yes, no, abstain, invalid, present, recused } = closing.votes;
  // They stay visible as numbers of people: who took part is part of the quorum.
  const silentVotes = {
    present,
    recused,
    yes: 0,
    no: 0,
    abstain: yes + no + abstain + invalid,
    invalid: 0,
  };
  return { ...closing, votes: silentVotes, ballots: null };
}
