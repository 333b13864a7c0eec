import { createHash } from "node:crypto";
import { ruleOptions } from "@/lib/features/bodies/schema/roster";
import { countRound, quorumOf } from "@/lib/features/elections/rules/count";
import type { Opening } from "@/lib/features/elections/types";
import { addDays, type Day, dateOf } from "@/lib/kernel/dates";
import { asJson, canonicalJson } from "@/lib/kernel/json";
import { at } from "../days";
import { idOf, range, sha256, two } from "../ids";
import { personId, personRow, userId } from "../people";
import type { DemoRows } from "../rows";
import { bodyId } from "../suzhou/bodies";
import { councilSeats, delegateOf, seatId, supervisorsTerm } from "../suzhou/council";
import { membersByKey, SUZHOU, suzhouId } from "../suzhou/members";
import { ruleInForce } from "../suzhou/rule-sets";

/*
 * By-elections of the supervisors by the council: seat 2 was filled two months ago, with its letter; for seat 3
 * nominations are open.
 */
const done = idOf("election", `${SUZHOU}/supervisors/2`);
const running = idOf("election", `${SUZHOU}/supervisors/3`);
const roundId = idOf("election-round", `${SUZHOU}/supervisors/2/1`);
const holdingId = idOf("seat-holding", `${SUZHOU}/supervisors/2/1`);
const secretariat = userId("secretariat@suzhou.example");

const candidateKey = (n: number) => `supervisor-candidate-${two(n)}`;
const candidateId = (election: string, n: number) => idOf("election-candidate", `${election}/${n}`);
const nameOf = (n: number) => `示例监事候选人 ${two(n)}`;

const common = {
  allianceId: suzhouId,
  bodyId: bodyId("supervisors"),
  electorBodyId: bodyId("council"),
  contest: "contested" as const,
  minMarks: 1,
  maxMarks: 1,
  approvalNum: 1,
  approvalDen: 2,
  approvalCmp: "gt" as const,
  termId: supervisorsTerm.id,
  endsOn: dateOf(supervisorsTerm.endsOn),
  createdById: secretariat,
};

/** The election of seat 2 is over and keeps its days, whenever the data is loaded; its steps in days before this one. */
const HELD: Day = "2026-11-22";
const PAST = { planned: 100, opened: 75, closed: 72, until: 66, filled: 65 };

const electors = councilSeats.map(({ unit }, index) => ({
  seatId: seatId("council", index + 1),
  number: index + 1,
  holderName: membersByKey.get(unit)?.name ?? "",
  personId: personId(delegateOf(unit).key),
}));

function openingOf(today: Day): Opening {
  const openedAt = at(addDays(today, -PAST.opened), "09:00");
  return {
    at: openedAt.toISOString(),
    closesAt: at(addDays(today, -PAST.closed), "18:00").toISOString(),
    meetingId: null,
    runOff: false,
    seats: 1,
    minMarks: common.minMarks,
    maxMarks: common.maxMarks,
    approval: { num: 1, den: 2, cmp: "gt" },
    candidates: [1, 2].map((n) => ({ candidateId: candidateId(done, n), name: nameOf(n) })),
    rule: {
      ...ruleInForce("election"),
      options: ruleOptions.parse({ ballot: "secret", secretRequired: true }),
    },
    seatCount: { all: electors.length, filled: electors.length, eligible: electors.length },
    electors,
  };
}

/** Thirty of thirty-one cast: twenty for the first, eight for the second, two blank. */
const papers: string[][] = range(1, 30).map((n) =>
  n > 28 ? [] : [candidateId(done, n > 20 ? 2 : 1)],
);

function roundRows(
  today: Day,
): Pick<DemoRows, "electionRound" | "electionElector" | "electionIssue" | "electionBox"> {
  const opening = openingOf(today);
  const cast = electors.slice(0, papers.length);
  const quorum = quorumOf(opening.rule.quorum, opening.seatCount, papers.length);
  const text = canonicalJson(opening);
  return {
    electionRound: [
      {
        id: roundId,
        allianceId: suzhouId,
        electionId: done,
        ordinal: 1,
        state: "counted",
        openedAt: new Date(opening.at),
        closesAt: new Date(opening.closesAt),
        closedAt: new Date(opening.closesAt),
        opening: asJson(opening),
        openingHash: sha256(text),
        tally: asJson(countRound(opening, papers, quorum)),
        // The round is over: nothing is sealed with it any more.
        sealPublicKey: createHash("sha256").update(text).digest(),
        openedById: secretariat,
        closedById: secretariat,
      },
    ],
    electionElector: electors.map((one) => ({ ...one, allianceId: suzhouId, roundId })),
    electionIssue: cast.map((one) => ({ allianceId: suzhouId, roundId, seatId: one.seatId })),
    electionBox: papers.map((marks, index) => ({
      id: idOf("election-box", `${SUZHOU}/supervisors/2/${index}`),
      allianceId: suzhouId,
      roundId,
      marks,
    })),
  };
}

const candidateRow = (election: string, n: number, day: Day) => ({
  id: candidateId(election, n),
  allianceId: suzhouId,
  electionId: election,
  personId: personId(candidateKey(n)),
  name: nameOf(n),
  statement: "示例推荐理由：熟悉财务与审计。",
  nominatedById: secretariat,
  createdAt: at(day, `0${8 + (n % 2)}:30`),
});

export function suzhouElectionRows(today: Day): Partial<DemoRows> {
  const ago = (days: number) => addDays(today, -days);
  const past = (days: number) => addDays(HELD, -days);
  const filledOn = past(PAST.filled);
  const letterYear = Number(filledOn.slice(0, 4));
  const answeredAt = at(past(90));
  return {
    person: range(1, 5).map((n) => personRow(candidateKey(n), nameOf(n), "监事候选人")),
    election: [
      {
        ...common,
        id: done,
        title: "示例：监事会第 2 席补选",
        state: "filled",
        stateSince: at(filledOn),
        startsOn: dateOf(filledOn),
        objectionDays: 5,
        objectionUntil: dateOf(past(PAST.until)),
        createdAt: at(past(PAST.planned)),
      },
      {
        ...common,
        id: running,
        title: "示例：监事会第 3 席补选",
        state: "nominating",
        stateSince: at(ago(3)),
        startsOn: dateOf(addDays(today, 45)),
        objectionDays: 5,
        createdAt: at(ago(5)),
      },
    ],
    electionSeat: [
      { allianceId: suzhouId, electionId: done, seatId: seatId("supervisors", 2) },
      { allianceId: suzhouId, electionId: running, seatId: seatId("supervisors", 3) },
    ],
    electionCandidate: [
      ...[1, 2].map((n) => ({
        ...candidateRow(done, n, past(95)),
        accepted: true,
        answeredAt,
        eligible: true,
        version: 3,
      })),
      { ...candidateRow(running, 3, ago(2)), accepted: true, answeredAt: at(ago(1)), version: 2 },
      candidateRow(running, 4, ago(2)),
      candidateRow(running, 5, ago(1)),
    ],
    ...roundRows(HELD),
    seatHolding: [
      {
        id: holdingId,
        allianceId: suzhouId,
        seatId: seatId("supervisors", 2),
        termId: supervisorsTerm.id,
        personId: personId(candidateKey(1)),
        validFrom: dateOf(filledOn),
      },
    ],
    electionWinner: [
      {
        allianceId: suzhouId,
        electionId: done,
        seatId: seatId("supervisors", 2),
        candidateId: candidateId(done, 1),
        holdingId,
        letterYear,
        letterNumber: 1,
      },
    ],
    counter: [{ allianceId: suzhouId, series: "appointment", year: letterYear, value: 1 }],
  };
}
