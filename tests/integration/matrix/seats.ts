import { ruleOptions } from "@/lib/features/bodies/schema/roster";
import type { ElectionState } from "@/lib/features/elections/types";
import { dateOf } from "@/lib/kernel/dates";
import { newSeal } from "@/lib/platform/auth/seal";
import { createMembership, createOrganization } from "@/prisma/seed/factories/basics";
import { createDecision, createPaper, next } from "./home";
import type { Fixture, Site } from "./kit";

/* Seats and terms, the life of a membership, and elections: objects made for one call. */
const LATER = "2029-06-01";

const newSeat = ({ db, home }: Site, basis: "unit" | "elected" = "unit") =>
  db.seat.create({
    data: {
      allianceId: home.alliance.id,
      bodyId: home.council.body.id,
      number: 100 + next(),
      basis,
    },
  });

async function newMembership(site: Site, own = false) {
  const { db, home } = site;
  const id = own
    ? site.organizationId
    : (await createOrganization(db, { name: `示例${home.mark} ${next()}` })).id;
  return createMembership(db, {
    allianceId: home.alliance.id,
    organizationId: id,
    number: 90_000 + next(),
  });
}

async function newHolding(site: Site) {
  const { db, home } = site;
  const seat = await newSeat(site);
  const membership = await newMembership(site);
  return db.seatHolding.create({
    data: {
      allianceId: home.alliance.id,
      seatId: seat.id,
      termId: home.council.term.id,
      membershipId: membership.id,
      validFrom: dateOf("2024-01-01"),
    },
  });
}

async function newDelegate(site: Site) {
  const person = await site.db.person.create({ data: { name: `示例${site.home.mark}代表` } });
  return site.db.seatDelegate.create({
    data: {
      allianceId: site.home.alliance.id,
      holdingId: (await newHolding(site)).id,
      personId: person.id,
      kind: "alternate",
      validFrom: dateOf("2024-01-01"),
    },
  });
}

const newEnding = async (site: Site) =>
  site.db.seatEnding.create({
    data: {
      allianceId: site.home.alliance.id,
      holdingId: (await newHolding(site)).id,
      lastDay: dateOf(LATER),
      reason: `示例${site.home.mark}`,
      proposedById: site.home.clerk.personId ?? "",
    },
  });

const newRule = ({ db, home }: Site) =>
  db.compositionRule.create({
    data: {
      allianceId: home.alliance.id,
      bodyId: home.council.body.id,
      kind: "odd",
      validFrom: dateOf("2024-01-01"),
    },
  });

const bodyOf = ({ home }: Site) => home.council.body.id;

export const seats: Record<string, Fixture> = {
  "bodies.seats": { ids: ["bodyId"], input: (site) => ({ bodyId: bodyOf(site) }) },
  "bodies.radar": { input: () => ({}) },
  "bodies.addSeats": {
    ids: ["bodyId"],
    input: (site) => ({ bodyId: bodyOf(site), count: 1, basis: "unit", position: "member" }),
  },
  "bodies.openTerm": {
    ids: ["bodyId"],
    input: (site) => ({ bodyId: bodyOf(site), startsOn: "2031-01-01", endsOn: "2035-12-31" }),
  },
  "bodies.addComposition": {
    ids: ["bodyId"],
    input: (site) => ({ bodyId: bodyOf(site), kind: "odd", from: LATER }),
  },
  "bodies.endComposition": {
    ids: ["ruleId"],
    input: async (site) => ({ ruleId: (await newRule(site)).id, lastDay: LATER }),
  },
  "seats.appoint": {
    ids: ["seatId"],
    input: async (site) => ({
      seatId: (await newSeat(site)).id,
      membershipId: (await newMembership(site)).id,
      from: LATER,
    }),
  },
  "seats.nameDelegate": {
    ids: ["holdingId"],
    input: async (site) => ({
      holdingId: (await newHolding(site)).id,
      kind: "principal",
      personName: `示例${site.home.mark}`,
      from: LATER,
    }),
  },
  "seats.endDelegate": {
    ids: ["delegateId"],
    input: async (site) => ({ delegateId: (await newDelegate(site)).id, lastDay: LATER }),
  },
  "seats.proposeEnding": {
    ids: ["holdingId"],
    input: async (site) => ({
      holdingId: (await newHolding(site)).id,
      lastDay: LATER,
      reason: "示例",
    }),
  },
  "seats.confirmEnding": {
    ids: ["endingId"],
    input: async (site) => ({ endingId: (await newEnding(site)).id, version: 1 }),
  },
  "seats.rejectEnding": {
    ids: ["endingId"],
    input: async (site) => ({ endingId: (await newEnding(site)).id, version: 1 }),
  },
};

const newExit = async (site: Site) =>
  site.db.membershipExit.create({
    data: {
      allianceId: site.home.alliance.id,
      membershipId: (await newMembership(site, true)).id,
      noticedOn: dateOf("2026-01-01"),
      lastDay: dateOf(LATER),
      reason: `示例${site.home.mark}`,
      givenById: site.home.clerk.personId ?? "",
    },
  });

const newCorrection = async (site: Site) =>
  site.db.membershipCorrection.create({
    data: {
      allianceId: site.home.alliance.id,
      membershipId: (await newMembership(site)).id,
      oldFrom: dateOf("2023-01-01"),
      newFrom: dateOf("2023-02-01"),
      reason: `示例${site.home.mark}`,
      proposedById: site.home.clerk.personId ?? "",
    },
  });

const ofMember = (own: boolean, more: Record<string, unknown> = {}): Fixture => ({
  ids: ["membershipId"],
  input: async (site) => ({ membershipId: (await newMembership(site, own)).id, ...more }),
});

export const life: Record<string, Fixture> = {
  "memberships.exit": ofMember(true),
  "memberships.certificate": ofMember(true),
  "memberships.sleeping": { input: () => ({}) },
  "memberships.giveNotice": ofMember(true, { lastDay: LATER, reason: "示例" }),
  "memberships.recordNotice": {
    ids: ["membershipId"],
    input: async (site) => ({
      membershipId: (await newMembership(site)).id,
      noticedOn: "2026-01-01",
      lastDay: LATER,
      reason: "示例",
      letterFileId: (await createPaper(site.db, site.home, null)).id,
    }),
  },
  "memberships.revokeNotice": {
    ids: ["exitId"],
    input: async (site) => ({ exitId: (await newExit(site)).id, version: 1 }),
  },
  "memberships.endByNotice": {
    ids: ["exitId"],
    input: async (site) => {
      // A unit of its own: the end would take the rights of everybody who acts for the others.
      const exit = await newExit({
        ...site,
        organizationId: (await newMembership(site)).organizationId,
      });
      return { exitId: exit.id, version: 1 };
    },
  },
  "memberships.warn": ofMember(false, { on: "2026-01-01", reason: "示例" }),
  "memberships.proposeCorrection": ofMember(false, { newFrom: "2023-02-01", reason: "示例" }),
  "memberships.confirmCorrection": {
    ids: ["correctionId"],
    input: async (site) => ({ correctionId: (await newCorrection(site)).id, version: 1 }),
  },
  "memberships.rejectCorrection": {
    ids: ["correctionId"],
    input: async (site) => ({ correctionId: (await newCorrection(site)).id, version: 1 }),
  },
  "applications.notices": { input: () => ({}) },
  "applications.announce": {
    ids: ["applicationId", "resolutionId"],
    input: async ({ db, home }) => {
      const { application, resolution } = await createDecision(db, home);
      return { applicationId: application.id, version: 1, resolutionId: resolution.id };
    },
  },
  "applications.putBack": {
    ids: ["applicationId"],
    input: async ({ db, home }) => {
      const { application } = await createDecision(db, home);
      return { applicationId: application.id, version: 1, reason: "示例" };
    },
  },
};

async function newElection(site: Site, state: ElectionState) {
  const { db, home } = site;
  const common = { allianceId: home.alliance.id };
  const election = await db.election.create({
    data: {
      ...common,
      bodyId: home.council.body.id,
      electorBodyId: home.council.body.id,
      title: `示例${home.mark}选举`,
      contest: "contested",
      state,
      minMarks: 1,
      maxMarks: 1,
      approvalNum: 1,
      approvalDen: 2,
      approvalCmp: "gt",
      termId: home.council.term.id,
      startsOn: dateOf(LATER),
      endsOn: dateOf("2030-12-31"),
      objectionDays: 5,
      objectionUntil: state === "objection_period" ? dateOf("2199-01-01") : null,
    },
  });
  const seat = await newSeat(site);
  await db.electionSeat.create({ data: { ...common, electionId: election.id, seatId: seat.id } });
  return election;
}

async function newCandidate(site: Site, state: ElectionState) {
  const election = await newElection(site, state);
  return site.db.electionCandidate.create({
    data: {
      allianceId: site.home.alliance.id,
      electionId: election.id,
      membershipId: (await newMembership(site, true)).id,
      name: `示例${site.home.mark}候选人`,
    },
  });
}

/** A ballot that is open, with one elector: the caller. */
async function newRound(site: Site) {
  const { db, home } = site;
  const common = { allianceId: home.alliance.id };
  const election = await newElection(site, "ballot");
  const { publicKey, lockedKey } = newSeal();
  const elector = { seatId: (await newSeat(site)).id, number: 1, holderName: `示例${home.mark}` };
  const personId = site.caller.personId ?? home.clerk.personId;
  const round = await db.electionRound.create({
    data: {
      ...common,
      electionId: election.id,
      ordinal: 1,
      openedAt: new Date(),
      closesAt: dateOf("2199-01-01"),
      openingHash: "0".repeat(64),
      sealKey: Uint8Array.from(lockedKey),
      sealPublicKey: Uint8Array.from(publicKey),
      opening: {
        candidates: [],
        electors: [elector],
        seats: 1,
        minMarks: 1,
        maxMarks: 1,
        approval: null,
        meetingId: null,
        seatCount: { all: 3, filled: 3, eligible: 3 },
        rule: {
          articleRef: null,
          version: 1,
          quorum: { base: "seats_filled", num: 2, den: 3, cmp: "gte" },
          options: ruleOptions.parse(undefined),
        },
      },
    },
  });
  await db.electionElector.create({ data: { ...common, roundId: round.id, ...elector, personId } });
  return { election, round, elector };
}

/** A recorded lot that the caller saw, as an elector, and somebody else wrote down. */
async function newLot(site: Site): Promise<string> {
  const { db } = site;
  const { election, round, elector } = await newRound(site);
  const where = { id: round.id };
  const closed = { state: "counted", closedAt: new Date(), sealKey: null, tally: {} } as const;
  await db.electionRound.update({ where, data: closed });
  const drawer = await db.person.create({ data: { name: "示例登记人" } });
  await db.electionRound.update({
    where,
    data: { lot: { winners: [], witnesses: [elector.seatId] }, lotDrawnById: drawer.id },
  });
  await db.election.update({ where: { id: election.id }, data: { state: "counted" } });
  return election.id;
}

const moving = (state: ElectionState, more: Record<string, unknown> = {}): Fixture => ({
  ids: ["electionId"],
  input: async (site) => ({
    electionId: (await newElection(site, state)).id,
    version: 1,
    ...more,
  }),
});

const atBallot = (more: Record<string, unknown> = {}): Fixture => ({
  ids: ["electionId"],
  input: async (site) => ({ electionId: (await newRound(site)).election.id, version: 1, ...more }),
});

export const elections: Record<string, Fixture> = {
  "elections.list": { input: () => ({}) },
  "elections.revision": {
    ids: ["electionId"],
    input: async (site) => ({ electionId: (await newElection(site, "planned")).id }),
  },
  "elections.get": {
    ids: ["electionId"],
    input: async (site) => ({ electionId: (await newElection(site, "planned")).id }),
  },
  "elections.plan": {
    ids: ["bodyId"],
    input: async (site) => ({
      bodyId: bodyOf(site),
      title: `示例${site.home.mark}`,
      seatIds: [(await newSeat(site)).id],
      contest: "contested",
      maxMarks: 1,
      byElection: true,
      startsOn: LATER,
    }),
  },
  "elections.step": moving("planned", { step: "open_nominations" }),
  "elections.cancel": moving("planned", { reason: "示例" }),
  "elections.open": moving("checked", { minutes: 60 }),
  "elections.close": atBallot(),
  "elections.abort": atBallot({ reason: "示例" }),
  "elections.lot": {
    ids: ["electionId"],
    input: async (site) => {
      const { id } = await newElection(site, "counted");
      return { electionId: id, version: 1, winners: [id], witnesses: [id, id] };
    },
  },
  "elections.witnessLot": {
    ids: ["electionId"],
    input: async (site) => ({ electionId: await newLot(site), version: 1 }),
  },
  "elections.fill": moving("objection_period"),
  "elections.object": {
    ids: ["electionId"],
    input: async (site) => ({
      electionId: (await newElection(site, "objection_period")).id,
      text: `示例${site.home.mark}`,
    }),
  },
  "elections.answerObjection": {
    ids: ["objectionId"],
    input: async (site) => {
      const election = await newElection(site, "objection_period");
      const objection = await site.db.electionObjection.create({
        data: {
          allianceId: site.home.alliance.id,
          electionId: election.id,
          text: `示例${site.home.mark}`,
          authorId: site.home.clerk.personId ?? "",
        },
      });
      return { objectionId: objection.id, upheld: false, answer: "示例" };
    },
  },
  "elections.nominate": {
    ids: ["electionId", "membershipId"],
    input: async (site) => ({
      electionId: (await newElection(site, "nominating")).id,
      membershipId: (await newMembership(site, true)).id,
    }),
  },
  "elections.answer": {
    ids: ["candidateId"],
    input: async (site) => ({
      candidateId: (await newCandidate(site, "nominating")).id,
      accepted: true,
      version: 1,
    }),
  },
  "elections.check": {
    ids: ["candidateId"],
    input: async (site) => ({
      candidateId: (await newCandidate(site, "acceptance")).id,
      eligible: true,
      version: 1,
    }),
  },
  "elections.cast": {
    ids: ["roundId", "seatId"],
    personal: true,
    input: async (site) => {
      const { round, elector } = await newRound(site);
      return { roundId: round.id, seatId: elector.seatId, marks: [] };
    },
  },
};
