import { ruleOptions } from "@/lib/features/bodies/schema/roster";
import { closingOf, countBallots, resultOf } from "@/lib/features/votes/rules/snapshot";
import type { Opening } from "@/lib/features/votes/types";
import { canonicalJson } from "@/lib/kernel/json";
import { newSeal } from "@/lib/platform/auth/seal";
import type { Tx } from "@/lib/platform/db/transaction";
import type { Prisma } from "@/prisma/generated/client";
import { createPaper, type Home, next } from "./home";
import type { Fixture, Site } from "./kit";

type Wanted = {
  state?: "prepared" | "open" | "counted" | "declared";
  method?: "named" | "hands" | "secret";
  mail?: boolean;
  tie?: boolean;
  /** Who sits in the first seat. */
  personId?: string | null;
};

/** An open meeting with everybody there. */
async function createSitting(db: Tx, home: Home, wanted: Wanted) {
  const allianceId = home.alliance.id;
  const { body, seats, holders } = home.council;
  const meeting = await db.meeting.create({
    data: {
      allianceId,
      bodyId: body.id,
      title: `示例${home.mark}会议 ${next()}`,
      mode: wanted.mail ? "correspondence" : "room",
      state: "open",
      scheduledAt: new Date(),
      chairSeatId: seats[0]?.id ?? null,
    },
  });
  const common = { allianceId, meetingId: meeting.id };
  await db.meetingSeat.createMany({
    data: seats.map((seat, index) => ({
      ...common,
      seatId: seat.id,
      number: seat.number,
      position: seat.position,
      voting: true,
      eligible: true,
      holderName: holders[index]?.organization.name ?? "",
      membershipId: holders[index]?.membership.id ?? null,
      organizationId: holders[index]?.organization.id ?? null,
      personId: index === 0 ? (wanted.personId ?? null) : null,
    })),
  });
  await db.presence.createMany({
    data: seats.map((seat, index) => ({
      ...common,
      seatId: seat.id,
      personId: index === 0 ? (wanted.personId ?? null) : null,
      personName: `示例${home.mark}代表`,
      capacity: "principal" as const,
      mode: "room" as const,
      cameAt: new Date(Date.now() - 60_000),
    })),
  });
  const item = await db.agendaItem.create({
    data: {
      ...common,
      sortOrder: 1,
      title: `示例${home.mark}议题`,
      matter: "ordinary",
      state: "open",
    },
  });
  return { meeting, item };
}

const openingOf = (home: Home, ruleId: string, wanted: Wanted): Opening => {
  const there = {
    personId: wanted.personId ?? null,
    personName: "示例",
    capacity: "principal",
    mode: "room",
    unclear: false,
  } as const;
  const lines = home.council.seats.map((seat, index) => ({
    seatId: seat.id,
    number: seat.number,
    position: seat.position,
    voting: true,
    eligible: true,
    holderName: `示例${home.mark} ${seat.number}`,
    membershipId: null,
    organizationId: null,
    organizationKind: null,
    personId: index === 0 ? (wanted.personId ?? null) : null,
    present: there,
    recused: false,
    proxyTo: null,
    instruction: null,
  }));
  return {
    at: "2026-03-10T06:00:00.000Z",
    text: `示例${home.mark}动议`,
    method: wanted.method ?? "named",
    mail: wanted.mail ?? false,
    closesAt: null,
    round: 1,
    rule: {
      id: ruleId,
      ...{ matter: "ordinary", version: 1, articleRef: null },
      quorum: { base: "seats_filled", num: 2, den: 3, cmp: "gte" },
      pass: { base: "yes_plus_no", num: 1, den: 2, cmp: "gt" },
      tie: wanted.tie ? "chair_casts" : "fails",
      options: ruleOptions.parse({}),
    },
    seats: { all: 3, filled: 3, eligible: 3 },
    lines,
    voters: lines.map(({ seatId, number, holderName }, index) => ({
      seatId,
      number,
      holderName,
      personId: index === 0 ? (wanted.personId ?? null) : null,
      proxySeatId: null,
      proxyId: null,
    })),
  };
};

const json = (value: unknown) => value as Prisma.InputJsonObject;

/** A vote taken to a state as the commands would, row by row. */
export async function createVote(db: Tx, home: Home, wanted: Wanted = {}) {
  const allianceId = home.alliance.id;
  const { meeting, item } = await createSitting(db, home, wanted);
  const rule = await db.ruleSet.findFirstOrThrow({
    where: { bodyId: home.council.body.id, matter: "ordinary" },
  });
  const opening = openingOf(home, rule.id, wanted);
  const vote = await db.vote.create({
    data: {
      allianceId,
      itemId: item.id,
      text: opening.text,
      matter: "ordinary",
      method: opening.method,
      ruleSetId: rule.id,
    },
  });
  const found = {
    id: vote.id,
    version: 1,
    meetingId: meeting.id,
    itemId: item.id,
    seatId: home.council.seats[0]?.id ?? "",
  };
  const state = wanted.state ?? "open";
  if (state === "prepared") return found;
  await db.voteElector.createMany({
    data: opening.voters.map((voter) => ({ allianceId, voteId: vote.id, ...voter })),
  });
  const sealed = wanted.method === "secret" ? newSeal() : null;
  await db.vote.update({
    where: { id: vote.id },
    data: {
      state: "open",
      openedAt: new Date(),
      closesAt: new Date(Date.now() + 3_600_000),
      opening: json(opening),
      openingHash: "0".repeat(64),
      ...(sealed && {
        sealKey: Uint8Array.from(sealed.lockedKey),
        sealPublicKey: Uint8Array.from(sealed.publicKey),
      }),
    },
  });
  if (state === "open") return found;
  const ballots = opening.voters.slice(0, 2).map(({ seatId }, index) => ({
    seatId,
    choice: wanted.tie && index === 1 ? ("no" as const) : ("yes" as const),
    proxySeatId: null,
  }));
  await db.ballot.createMany({
    data: ballots.map((ballot) => ({
      ...ballot,
      allianceId,
      voteId: vote.id,
      castAt: new Date(),
      castById: home.clerk.userId ?? "",
    })),
  });
  const seats = new Set(opening.voters.map(({ seatId }) => seatId));
  const closing = closingOf(opening, {
    at: opening.at,
    lines: opening.lines,
    stayed: seats,
    count: countBallots(ballots),
    cast: new Set(ballots.map(({ seatId }) => seatId)),
    ballots,
    unconfirmed: [],
  });
  const { decision } = resultOf(opening, closing, null);
  await db.vote.update({
    where: { id: vote.id },
    data: {
      state: "counted",
      closedAt: new Date(),
      closing: json(closing),
      closingHash: "0".repeat(64),
      tally: json({ votes: closing.votes, outcome: decision.outcome, tie: decision.tie }),
    },
  });
  if (state === "counted") return found;
  const motion = await db.motion.create({
    data: {
      ...closing.votes,
      allianceId,
      agendaItemId: item.id,
      text: opening.text,
      matter: "ordinary",
      method: "named",
      ruleSetId: rule.id,
      ruleSnapshot: json(
        JSON.parse(
          canonicalJson({
            rule: opening.rule,
            seats: opening.seats,
            circumstances: closing.circumstances,
          }),
        ),
      ),
      quorumBase: decision.quorum.base,
      quorumNeeded: decision.quorum.needed ?? 0,
      passBase: decision.pass.base,
      passNeeded: decision.pass.needed,
      computedOutcome: decision.outcome,
      outcome: decision.outcome,
      decidedAt: new Date(),
    },
  });
  await db.vote.update({
    where: { id: vote.id },
    data: {
      state: "declared",
      declaredAt: new Date(),
      declaredById: home.clerk.userId,
      motionId: motion.id,
    },
  });
  return found;
}

const vote = (wanted: Wanted, more: object = {}): Fixture => ({
  ids: ["voteId"],
  input: async ({ db, home }) => ({ voteId: (await createVote(db, home, wanted)).id, ...more }),
});

/** In the caller's own seat. */
const own = (wanted: Wanted, more: (site: Site) => object = () => ({})): Fixture => ({
  ids: ["voteId"],
  input: async (site) => {
    const { id, seatId } = await createVote(site.db, site.home, {
      ...wanted,
      personId: site.caller.personId,
    });
    return { voteId: id, seatId, ...more(site) };
  },
});

const paper = async ({ db, home, caller }: Site) => (await createPaper(db, home, caller.userId)).id;
const reason = "示例原因";

export const votes: Record<string, Fixture> = {
  "votes.ofMeeting": {
    ids: ["meetingId"],
    input: async ({ db, home }) => ({
      meetingId: (await createVote(db, home, { state: "declared" })).meetingId,
    }),
  },
  "votes.get": vote({ state: "declared" }),
  "votes.recount": vote({ state: "declared" }),
  "votes.receipt": own({}),
  "votes.cast": own({}, () => ({ choice: "yes" })),
  "votes.castSecret": own({ method: "secret" }, () => ({ choice: "yes", blind: "0".repeat(32) })),
  "votes.demandMeeting": own({ mail: true }),
  "votes.enterPaper": {
    ids: ["voteId", "paperFileId"],
    input: async (site) => {
      const { id, seatId } = await createVote(site.db, site.home, {});
      return { voteId: id, seatId, choice: "yes", paperFileId: await paper(site) };
    },
  },
  "votes.confirmPaper": {
    ids: ["voteId"],
    input: async (site) => {
      const { id, seatId } = await createVote(site.db, site.home, {});
      await site.db.ballot.create({
        data: {
          allianceId: site.home.alliance.id,
          voteId: id,
          seatId,
          choice: "yes",
          castAt: new Date(),
          castById: site.home.clerk.userId ?? "",
          paperFileId: await paper(site),
        },
      });
      return { voteId: id, seatId, choice: "yes" };
    },
  },
  "votes.countHands": vote({ method: "hands" }, { yes: 2, no: 1, abstain: 0 }),
  "votes.prepare": {
    ids: ["itemId"],
    input: async ({ db, home }) => ({
      itemId: (await createSitting(db, home, {})).item.id,
      text: `示例${home.mark}动议`,
      method: "named",
    }),
  },
  "votes.leaveBlock": {
    ids: ["voteId"],
    input: async ({ db, home }) => {
      const { id } = await createVote(db, home, { state: "prepared" });
      await db.vote.update({ where: { id }, data: { blockId: id } });
      return { voteId: id };
    },
  },
  "votes.open": vote({ state: "prepared" }, { version: 1 }),
  "votes.extend": vote({}, { version: 1, minutes: 5 }),
  "votes.close": vote({}),
  "votes.decideTie": {
    ids: ["voteId"],
    input: async ({ db, home, caller }) => ({
      voteId: (
        await createVote(db, home, { state: "counted", tie: true, personId: caller.personId })
      ).id,
      choice: "yes",
      reason,
    }),
  },
  "votes.declare": vote({ state: "counted" }, { version: 1 }),
  "votes.abort": vote({}, { reason }),
  "votes.void": vote({ state: "declared" }, { reason }),
  "votes.challenge": vote({ state: "declared" }, { reason }),
  "votes.answerChallenge": {
    ids: ["voteId"],
    input: async ({ db, home }) => {
      const { id } = await createVote(db, home, { state: "declared" });
      await db.vote.update({
        where: { id },
        data: {
          challenge: {
            reason,
            by: home.clerk.userId,
            at: "2026-03-10T06:00:00.000Z",
            answerBy: "2026-03-25",
            upheld: null,
            answer: null,
          },
        },
      });
      return { voteId: id, upheld: false, answer: reason };
    },
  },
};
