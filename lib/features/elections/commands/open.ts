import type { z } from "zod";
import { getRoster } from "@/lib/features/bodies/queries/roster";
import type { RuleInForce } from "@/lib/features/bodies/schema/roster";
import { callList } from "@/lib/features/meetings/queries/call-list";
import { electorateOf } from "@/lib/features/meetings/queries/electorate";
import { headcountOf, votersOf } from "@/lib/features/meetings/rules/headcount";
import { seatsDiffer } from "@/lib/features/meetings/rules/seats";
import { snapshotHash } from "@/lib/features/votes/queries/snapshot-hash";
import { asJson } from "@/lib/kernel/json";
import { accept, type Result, refuse } from "@/lib/kernel/result";
import { newSeal } from "@/lib/platform/auth/seal";
import type { TenantScope } from "@/lib/platform/corridor/use-case";
import type { Tx } from "@/lib/platform/db/transaction";
import { notFound } from "@/lib/platform/errors";
import { countedRounds } from "../queries/rounds";
import { standingOf } from "../rules/count";
import { isBlocking, isOnPaper, missingCandidates, missingElectors } from "../rules/missing";
import type { openInput, stepOutput } from "../schema";
import type { Elector, MissingPart, Opening } from "../types";
import { type HeldElection, holdElection, moveElection, whyNot } from "./hold";

export const openRefusals = [
  "wrong-state",
  "election-incomplete",
  "quorum-missing",
  "meeting-not-open",
  "lot-due",
  "seats-changed",
] as const;
type OpenRefusal = (typeof openRefusals)[number];
type Input = z.output<typeof openInput>;

type Electorate = {
  rule: RuleInForce | undefined;
  electors: Elector[];
  seatCount: Opening["seatCount"];
  quorum: { met: boolean; count: number; needed: number | null } | null;
};

/** Every seat that has a vote today. Whether enough of them cast is seen at the close. */
async function byRoster(tx: Tx, scope: TenantScope, bodyId: string): Promise<Electorate> {
  const roster = await getRoster(tx, scope, { bodyId, day: scope.today });
  return {
    rule: roster.rules.find(({ matter }) => matter === "election"),
    electors: roster.holders
      .filter(({ eligible }) => eligible)
      .map(({ seatId, number, holderName, personId }) => ({
        seatId,
        number,
        holderName,
        personId,
      })),
    seatCount: roster.seats,
    quorum: null,
  };
}

/** Within an open meeting: those who are there, by the same freeze as its votes. */
async function byMeeting(
  tx: Tx,
  scope: TenantScope,
  election: HeldElection,
  meetingId: string,
): Promise<Electorate | "meeting-not-open" | "seats-changed"> {
  const allianceId = scope.alliance.id;
  const meeting =
    (await tx.meeting.findUnique({ where: { allianceId_id: { allianceId, id: meetingId } } })) ??
    notFound();
  if (meeting.bodyId !== election.electorBodyId || meeting.state !== "open") {
    return "meeting-not-open";
  }
  const { seats, rules } = await callList(tx, scope, {
    bodyId: election.electorBodyId,
    day: scope.today,
  });
  const rule = rules.find(({ matter }) => matter === "election");
  const found = await electorateOf(tx, allianceId, meetingId, null);
  // A seat that was filled or left by a decision of this meeting: the electorate is frozen anew first.
  if (seatsDiffer(found.lines, seats)) return "seats-changed";
  if (!rule) return { rule, electors: [], seatCount: found.seats, quorum: null };
  const { quorum } = headcountOf(rule, found);
  const electors = votersOf(rule, found).map(({ line, by }) => ({
    seatId: line.seatId,
    number: line.number,
    holderName: line.holderName ?? "",
    personId: by.present?.personId ?? null,
  }));
  return { rule, electors, seatCount: found.seats, quorum };
}

type Paper = Pick<
  Opening,
  "runOff" | "seats" | "minMarks" | "maxMarks" | "approval" | "candidates"
>;

/** The first paper: all who accepted and are eligible, in the order of their nomination. */
const firstPaper = (election: HeldElection): Paper => ({
  runOff: false,
  seats: election.seats.length,
  minMarks: election.minMarks,
  maxMarks: election.maxMarks,
  approval: {
    num: election.approvalNum,
    den: election.approvalDen,
    cmp: election.approvalCmp,
  },
  candidates: election.candidates
    .filter(isOnPaper)
    .map(({ id, name }) => ({ candidateId: id, name })),
});

/** The run-off: the tied alone, for the seats they tied for; the approval they had already. */
async function runOffPaper(
  tx: Tx,
  scope: TenantScope,
  election: HeldElection,
): Promise<Result<Paper, "wrong-state" | "lot-due">> {
  const { tie, lotDue } = standingOf(await countedRounds(tx, scope.alliance.id, election.id));
  if (!tie) return refuse("wrong-state");
  if (lotDue) return refuse("lot-due");
  return accept({
    runOff: true,
    seats: tie.seats,
    minMarks: 1,
    maxMarks: tie.seats,
    approval: null,
    candidates: election.candidates
      .filter(({ id }) => tie.candidateIds.includes(id))
      .map(({ id, name }) => ({ candidateId: id, name })),
  });
}

/** What is still missing, as the list that the secretariat sees before it freezes. */
export const missingOf = (
  election: HeldElection,
  electorate: Pick<Electorate, "rule" | "electors">,
): MissingPart[] => [
  ...missingCandidates({
    contest: election.contest,
    seats: election.seats.length,
    maxMarks: election.maxMarks,
    candidates: election.candidates,
  }),
  ...missingElectors({
    ruleFound: electorate.rule !== undefined,
    electors: electorate.electors,
    secretMinimum: electorate.rule?.options.secretMinimum ?? 1,
  }),
];

/** Freezes rule, candidates and electors and opens the ballot: the first, or a run-off among the tied. */
export async function openBallot(
  tx: Tx,
  scope: TenantScope,
  input: Input,
): Promise<Result<z.input<typeof stepOutput>, OpenRefusal>> {
  const election = await holdElection(tx, scope, input.electionId);
  const runOff = election.state === "counted";
  const act = runOff ? "open_run_off" : "open_ballot";
  const fault = whyNot(election.state, act);
  if (fault) return fault;
  const paper = runOff ? await runOffPaper(tx, scope, election) : accept(firstPaper(election));
  if (!paper.ok) return paper;
  const electorate = input.meetingId
    ? await byMeeting(tx, scope, election, input.meetingId)
    : await byRoster(tx, scope, election.electorBodyId);
  if (typeof electorate === "string") return refuse(electorate);
  const { rule, electors, seatCount, quorum } = electorate;
  const missing = missingOf(election, electorate).filter(isBlocking);
  if (!rule || missing.length > 0) {
    return refuse("election-incomplete", { count: missing.length });
  }
  if (quorum && !quorum.met) {
    return refuse("quorum-missing", { count: quorum.count, needed: quorum.needed ?? 0 });
  }
  const closesAt = new Date(scope.now.getTime() + input.minutes * 60_000);
  const opening: Opening = {
    at: scope.now.toISOString(),
    closesAt: closesAt.toISOString(),
    meetingId: input.meetingId ?? null,
    ...paper.value,
    rule,
    seatCount,
    electors: electors.filter(({ personId }) => personId !== null),
  };
  const roundId = await writeRound(tx, scope, election.id, { opening, closesAt });
  const moved = await moveElection(tx, scope, election, {
    act,
    version: input.version,
    details: {
      roundId,
      electors: opening.electors.length,
      candidates: opening.candidates.length,
      openingHash: snapshotHash(opening),
    },
  });
  return accept(moved);
}

async function writeRound(
  tx: Tx,
  scope: TenantScope,
  electionId: string,
  { opening, closesAt }: { opening: Opening; closesAt: Date },
): Promise<string> {
  const allianceId = scope.alliance.id;
  const ordinal = (await tx.electionRound.count({ where: { electionId } })) + 1;
  const sealed = newSeal();
  const { id } = await tx.electionRound.create({
    data: {
      allianceId,
      electionId,
      ordinal,
      runOff: opening.runOff,
      openedAt: scope.now,
      closesAt,
      opening: asJson(opening),
      openingHash: snapshotHash(opening),
      sealKey: Uint8Array.from(sealed.lockedKey),
      sealPublicKey: Uint8Array.from(sealed.publicKey),
      openedById: scope.actor.userId,
    },
    select: { id: true },
  });
  await tx.electionElector.createMany({
    data: opening.electors.map((elector) => ({ allianceId, roundId: id, ...elector })),
  });
  return id;
}
