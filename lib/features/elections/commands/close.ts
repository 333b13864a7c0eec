import { randomUUID } from "node:crypto";
import type { z } from "zod";
import type { RuleInForce } from "@/lib/features/bodies/schema/roster";
import { electorateOf } from "@/lib/features/meetings/queries/electorate";
import { headcountOf } from "@/lib/features/meetings/rules/headcount";
import { asJson } from "@/lib/kernel/json";
import { accept, type Result, refuse } from "@/lib/kernel/result";
import { bytesOpenerOf, shuffled } from "@/lib/platform/auth/seal";
import type { TenantScope } from "@/lib/platform/corridor/use-case";
import type { Tx } from "@/lib/platform/db/transaction";
import { Prisma } from "@/prisma/generated/client";
import { countRound, marksOf, quorumOf } from "../rules/count";
import type { cancelInput, electionInput, stepOutput } from "../schema";
import type { Opening, RoundTally } from "../types";
import { holdElection, moveElection, whyNot } from "./hold";

export const closeRefusals = [
  "wrong-state",
  "papers-outstanding",
  "too-few-cast-in-secret",
] as const;
type Stepped<R extends string> = Result<z.input<typeof stepOutput>, R>;

type Running = {
  id: string;
  opening: Opening;
  sealKey: Uint8Array;
  publicKey: Uint8Array;
  overdue: boolean;
  at: Date;
};

/** The open round, for this transaction alone: papers that came before are in, those that wait are late (I-03). */
async function lockRound(tx: Tx, scope: TenantScope, electionId: string): Promise<Running> {
  const rows = await tx.$queryRaw<Running[]>`
    SELECT id, opening, seal_key AS "sealKey", seal_public_key AS "publicKey", clock_timestamp() >= closes_at AS overdue,
      clock_timestamp() AS at
    FROM election_rounds WHERE alliance_id = ${scope.alliance.id}::uuid AND election_id = ${electionId}::uuid
      AND state = 'open' FOR UPDATE`;
  const [found] = rows;
  if (!found) throw new Error("an election at the ballot without its round");
  return found;
}

/** Papers cast; in a room, those who are still there make the quorum whether they cast or not. */
async function turnout(tx: Tx, scope: TenantScope, round: Running) {
  const cast = await tx.electionIssue.count({ where: { roundId: round.id } });
  const { meetingId, rule, seatCount } = round.opening;
  if (!meetingId) return { cast, quorum: quorumOf(rule.quorum, seatCount, cast) };
  const electorate = await electorateOf(tx, scope.alliance.id, meetingId, null);
  return { cast, quorum: headcountOf(rule as RuleInForce, electorate).quorum };
}

/** Opens all papers and writes them anew in an order that nobody chose, in the transaction that closes the round. */
async function openBox(tx: Tx, scope: TenantScope, round: Running): Promise<string[][]> {
  const allianceId = scope.alliance.id;
  const sealed = await tx.electionBox.findMany({ where: { allianceId, roundId: round.id } });
  const open = bytesOpenerOf(round.publicKey, round.sealKey);
  const papers = shuffled(
    sealed.map((paper) =>
      marksOf(round.opening.candidates, open(paper.sealed ?? new Uint8Array())),
    ),
  );
  await tx.electionBox.deleteMany({ where: { allianceId, roundId: round.id } });
  await tx.electionBox.createMany({
    data: papers.map((marks) => ({ id: randomUUID(), allianceId, roundId: round.id, marks })),
  });
  return papers;
}

/**
 * Closes the round and counts it. Outside of a meeting it stays open until everybody has cast or its time is over.
 * Without quorum the papers are destroyed unread, and the ballot can be taken again.
 */
export async function closeBallot(
  tx: Tx,
  scope: TenantScope,
  input: z.output<typeof electionInput>,
): Promise<Stepped<(typeof closeRefusals)[number]>> {
  const election = await holdElection(tx, scope, input.electionId);
  const fault = whyNot(election.state, "close_ballot");
  if (fault) return fault;
  const round = await lockRound(tx, scope, election.id);
  const { cast, quorum } = await turnout(tx, scope, round);
  const waiting = round.opening.electors.length - cast;
  if (waiting > 0 && !round.overdue && !round.opening.meetingId) {
    return refuse("papers-outstanding", { count: waiting });
  }
  const { version } = input;
  if (!quorum.met) {
    await destroy(tx, scope, round, { state: "inquorate" });
    const details = { roundId: round.id, inquorate: true, cast };
    return accept(
      await moveElection(tx, scope, election, { act: "abort_ballot", version, details }),
    );
  }
  // A box with two or three papers tells who marked whom.
  const least = round.opening.rule.options.secretMinimum;
  if (cast > 0 && cast < least) return refuse("too-few-cast-in-secret", { count: cast, least });
  const tally = countRound(round.opening, await openBox(tx, scope, round), quorum);
  await endRound(tx, scope, round, { state: "counted", tally });
  const details = {
    roundId: round.id,
    cast,
    elected: tally.elected.length,
    tie: tally.tie !== null,
  };
  return accept(await moveElection(tx, scope, election, { act: "close_ballot", version, details }));
}

type End = { state: "counted" | "inquorate" | "aborted"; tally?: RoundTally; stateReason?: string };

async function endRound(tx: Tx, scope: TenantScope, round: Running, end: End): Promise<void> {
  await tx.electionRound.update({
    where: { id: round.id },
    data: {
      state: end.state,
      closedAt: round.at,
      closedById: scope.actor.userId,
      sealKey: null,
      tally: end.tally ? asJson(end.tally) : Prisma.DbNull,
      stateReason: end.stateReason ?? null,
    },
  });
}

/** What is not counted is not read: the papers and their key are gone. */
async function destroy(tx: Tx, scope: TenantScope, round: Running, end: End): Promise<void> {
  await tx.electionBox.deleteMany({
    where: { allianceId: scope.alliance.id, roundId: round.id },
  });
  await endRound(tx, scope, round, end);
}

/** A ballot that went wrong: its papers are destroyed, and it is taken again. */
export async function abortBallot(
  tx: Tx,
  scope: TenantScope,
  input: z.output<typeof cancelInput>,
): Promise<Stepped<"wrong-state">> {
  const election = await holdElection(tx, scope, input.electionId);
  const fault = whyNot(election.state, "abort_ballot");
  if (fault) return fault;
  const round = await lockRound(tx, scope, election.id);
  await destroy(tx, scope, round, { state: "aborted", stateReason: input.reason });
  const details = { roundId: round.id, reason: input.reason };
  const { version } = input;
  return accept(await moveElection(tx, scope, election, { act: "abort_ballot", version, details }));
}
