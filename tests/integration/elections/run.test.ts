import { beforeEach, describe, expect, test } from "vitest";
import { getRosterQuery } from "@/lib/features/bodies/procedures/roster";
import {
  abortBallotCommand,
  answerObjectionCommand,
  cancelElectionCommand,
  drawLotCommand,
  fillSeatsCommand,
  nominateCommand,
  objectCommand,
  openBallotCommand,
  witnessLotCommand,
} from "@/lib/features/elections/procedures";
import { addDays, dateOf } from "@/lib/kernel/dates";
import type { Actor } from "@/lib/platform/auth/actor";
import { ask, perform } from "@/lib/platform/corridor/faces";
import { createMembership, createOrganization } from "@/prisma/seed/factories/basics";
import { createActor } from "@/tests/support/actors";
import { useDatabase } from "@/tests/support/database";
import { decide } from "../bodies/decide";
import {
  cast,
  checked,
  close,
  createWorld,
  good,
  opened,
  plan,
  step,
  today,
  view,
  type World,
} from "./world";

const { db } = useDatabase();
let world: World;
beforeEach(async () => {
  world = await createWorld(db());
});

const fill = async (electionId: string) => {
  const { version } = await view(world, electionId);
  return perform(fillSeatsCommand, world.by(world.clerk), { electionId, version });
};

async function castAll(roundId: string, papers: string[][]) {
  for (const [index, marks] of papers.entries()) good(await cast(world, roundId, index, marks));
}

describe("from planning to the seats", () => {
  test("a by-election of two seats: nominated, checked, cast in secret, counted, declared, filled with letters", async () => {
    const { id, ids } = await checked(world, 3);
    const [a = "", b = "", c = ""] = ids;
    const roundId = await opened(world, id);
    await castAll(roundId, [[a, b], [a, b], [a, b], [a, c], [a], [b], []]);
    expect((await view(world, id)).rounds[0]?.tally).toBeNull();
    expect(good(await close(world, id)).state).toBe("counted");
    const counted = await view(world, id);
    expect(counted.rounds[0]?.tally).toMatchObject({
      cast: 7,
      blank: 1,
      needed: 4,
      elected: [a, b],
      tie: null,
    });
    good(await step(world, id, "declare"));
    good(await step(world, id, "announce"));
    expect(good(await fill(id)).state).toBe("filled");
    const { winners } = await view(world, id);
    expect(winners.map(({ seatNumber, letterNumber }) => [seatNumber, letterNumber])).toEqual([
      [8, 1],
      [9, 2],
    ]);
    const rosterOn = (day: string) =>
      ask(getRosterQuery, world.by(world.clerk), { bodyId: world.council.body.id, day });
    expect((await rosterOn(addDays(today, 9))).seats.filled).toBe(7);
    expect((await rosterOn(addDays(today, 10))).seats.filled).toBe(9);
  });

  test("换届: the new term begins, the former holders leave the evening before", async () => {
    const { term, body, seats } = world.council;
    await db().term.update({ where: { id: term.id }, data: { endsOn: dateOf(addDays(today, 5)) } });
    const early = await plan(world, {
      byElection: false,
      startsOn: addDays(today, 3),
      endsOn: addDays(today, 900),
    });
    expect(early).toMatchObject({ reason: "term-overlaps" });
    const starts = addDays(today, 6);
    const seatIds = [seats[0]?.id ?? ""];
    const { id, ids } = await checked(world, 1, {
      byElection: false,
      contest: "equal",
      seatIds,
      maxMarks: 1,
      startsOn: starts,
      endsOn: addDays(today, 1500),
    });
    const roundId = await opened(world, id);
    await castAll(
      roundId,
      Array.from({ length: 7 }, () => ids),
    );
    good(await close(world, id));
    expect((await view(world, id)).rounds[0]?.tally?.unanimous).toBe(true);
    good(await step(world, id, "declare"));
    good(await step(world, id, "announce"));
    good(await fill(id));
    const holdings = await db().seatHolding.findMany({
      where: { seatId: seatIds[0] },
      orderBy: { validFrom: "asc" },
    });
    expect(holdings.map(({ validTo }) => validTo)).toEqual([dateOf(addDays(starts, -1)), null]);
    expect(
      await db().term.count({ where: { bodyId: body.id, ordinal: 2, startsOn: dateOf(starts) } }),
    ).toBe(1);
  });

  test("suspension removes candidacy; members of other alliances are not found", async () => {
    const { id } = good(await plan(world));
    good(await step(world, id, "open_nominations"));
    const membership = await world.member();
    const nominate = (membershipId: string, actor = world.clerk) =>
      perform(nominateCommand, world.by(actor), { electionId: id, membershipId });
    await decide(db(), {
      alliance: world.alliance,
      actor: world.clerk,
      bodyId: world.council.body.id,
      on: today,
      effect: { kind: "suspend", membershipId: membership.id, from: today },
    });
    expect(await nominate(membership.id)).toMatchObject({ reason: "member-suspended" });
    const other = await createWorld(db());
    await expect(nominate((await other.member()).id)).rejects.toMatchObject({ code: "not-found" });
    const free = await world.member();
    expect(await nominate(free.id)).toMatchObject({ ok: true });
    expect(await nominate(free.id)).toMatchObject({ reason: "candidate-twice" });
    const contact = await createActor(db(), "enterprise_contact", {
      allianceId: world.alliance.id,
      organizationId: free.organizationId,
    });
    const organization = await createOrganization(db());
    const strange = await createMembership(db(), {
      allianceId: world.alliance.id,
      organizationId: organization.id,
    });
    await expect(nominate(strange.id, contact)).rejects.toMatchObject({ code: "forbidden" });
  });
});

describe("freezing shows what is missing", () => {
  test("答复 and 审查 outstanding hold the check; too few electors hold the ballot", async () => {
    const { id } = good(await plan(world));
    good(await step(world, id, "open_nominations"));
    await perform(nominateCommand, world.by(world.clerk), {
      electionId: id,
      membershipId: (await world.member()).id,
    });
    good(await step(world, id, "close_nominations"));
    expect((await view(world, id)).missing).toEqual(["answers-outstanding", "candidates-too-few"]);
    expect(await step(world, id, "finish_check")).toMatchObject({ reason: "election-incomplete" });
    const ready = await checked(world, 3, {
      seatIds: world.seatIds.slice(0, 1),
      maxMarks: 1,
    }).catch((error) => error);
    expect(ready.message).toBe("seat-in-election");
  });

  test("fewer than five electors could be told apart (A-22)", async () => {
    const { id } = await checked(world, 3);
    await db().seatDelegate.deleteMany({
      where: { holding: { seatId: { in: world.voters.slice(0, 3).map(({ seatId }) => seatId) } } },
    });
    const { version, missing } = await view(world, id);
    expect(missing).toEqual(["electors-too-few", "electors-without-person"]);
    const open = await perform(openBallotCommand, world.by(world.clerk), {
      electionId: id,
      version,
      minutes: 60,
    });
    expect(open).toMatchObject({ ok: false, reason: "election-incomplete" });
  });
});

describe("run-off and lot", () => {
  test("In elections a tie for the last seat → run-off among the tied only; tied again → lot drawn, witnessed by two, recorded", async () => {
    const { id, ids } = await checked(world, 3, {
      seatIds: world.seatIds.slice(0, 1),
      maxMarks: 1,
      approvalNum: 1,
      approvalDen: 3,
      approvalCmp: "gte",
    });
    const [a = "", b = "", c = ""] = ids;
    const first = await opened(world, id);
    await castAll(first, [[a], [a], [a], [b], [b], [b], [c]]);
    good(await close(world, id));
    expect((await view(world, id)).standing).toMatchObject({
      tie: { candidateIds: [a, b], seats: 1 },
      lotDue: false,
    });
    expect(await step(world, id, "declare")).toMatchObject({ reason: "tie-open" });
    const lot = async (winners: string[], witnesses: string[]) => {
      const { version } = await view(world, id);
      return perform(drawLotCommand, world.by(world.clerk), {
        electionId: id,
        version,
        winners,
        witnesses,
      });
    };
    const witness = async (actor: Actor, version?: number) =>
      perform(witnessLotCommand, world.by(actor), {
        electionId: id,
        version: version ?? (await view(world, id)).version,
      });
    const seats = world.voters.map(({ seatId }) => seatId);
    const pair = [seats[0] ?? "", seats[1] ?? ""];
    expect(await lot([a], pair)).toMatchObject({ reason: "lot-not-due" });
    const again = await opened(world, id);
    const round = (await view(world, id)).rounds[1];
    expect(round).toMatchObject({ runOff: true, seats: 1, maxMarks: 1 });
    expect(round?.candidates.map(({ candidateId }) => candidateId)).toEqual([a, b]);
    expect(await cast(world, again, 0, [c])).toMatchObject({ reason: "marks-do-not-fit" });
    await castAll(again, [[a], [a], [a], [b], [b], [b], []]);
    good(await close(world, id));
    expect((await view(world, id)).standing.lotDue).toBe(true);
    expect(await lot([c], pair)).toMatchObject({ reason: "lot-winners" });
    expect(await lot([b], [seats[0] ?? "", seats[0] ?? ""])).toMatchObject({
      reason: "lot-witnesses",
    });
    expect(await witness(world.clerk)).toMatchObject({ reason: "lot-not-recorded" });
    expect(good(await lot([a], pair)).state).toBe("counted");
    // Recorded by one person it decides nothing, and can be recorded anew where it was mistyped.
    expect(await step(world, id, "declare")).toMatchObject({ reason: "tie-open" });
    const seen = (await view(world, id)).version;
    expect(good(await lot([b], pair)).state).toBe("counted");
    expect(await witness(world.clerk)).toMatchObject({ reason: "second-person-needed" });
    const outsider = world.voters[5]?.actor ?? world.clerk;
    await expect(witness(outsider)).rejects.toMatchObject({ code: "forbidden" });
    const elector = world.voters[1]?.actor ?? world.clerk;
    // What was confirmed is what is recorded now, not what the page showed before.
    await expect(witness(elector, seen)).rejects.toMatchObject({ code: "stale" });
    expect((await view(world, id, elector)).rounds[1]?.lot).toMatchObject({
      confirmed: false,
      mayConfirm: true,
    });
    const both = await Promise.all(
      [elector, world.voters[0]?.actor ?? elector].map((actor) =>
        witness(actor).catch((error) => error),
      ),
    );
    expect(both.filter((one) => one.ok === true)).toHaveLength(1);
    expect(await witness(elector)).toMatchObject({ reason: "lot-not-recorded" });
    expect(await lot([a], pair)).toMatchObject({ reason: "lot-not-due" });
    const drawn = await db().electionRound.findUniqueOrThrow({ where: { id: again } });
    expect(drawn.lotDrawnById).toBe(world.clerk.personId);
    await expect(
      db().$executeRaw`UPDATE election_rounds SET lot = '{}' WHERE id = ${again}::uuid`,
    ).rejects.toThrow(/immutable/);
    good(await step(world, id, "declare"));
    expect((await view(world, id)).standing.elected).toEqual([b]);
  });
});

test("A-31 the database keeps drawer and witness of a lot apart, whoever writes", async () => {
  const { id } = await checked(world, 3);
  const roundId = await opened(world, id);
  const personId = world.clerk.personId ?? "";
  await expect(
    db().electionRound.update({
      where: { id: roundId },
      data: { lot: {}, lotDrawnById: personId, lotWitnessedById: personId },
    }),
  ).rejects.toThrow();
  await expect(
    db().electionRound.update({ where: { id: roundId }, data: { lot: {} } }),
  ).rejects.toThrow();
});

describe("quorum and end", () => {
  test("without quorum at the close: the papers are destroyed unread and the ballot is taken again", async () => {
    const { id, ids } = await checked(world, 3);
    const roundId = await opened(world, id);
    good(await cast(world, roundId, 0, [ids[0] ?? ""]));
    expect(await close(world, id)).toMatchObject({
      reason: "papers-outstanding",
      details: { count: 6 },
    });
    // The time is over: only the clock of the database says so.
    await db().electionRound.update({
      where: { id: roundId },
      data: { closesAt: new Date(Date.now() - 1000) },
    });
    expect(await cast(world, roundId, 1, [])).toMatchObject({ reason: "vote-closed" });
    expect(good(await close(world, id)).state).toBe("checked");
    expect(await db().electionBox.count({ where: { roundId } })).toBe(0);
    const round = await db().electionRound.findUniqueOrThrow({ where: { id: roundId } });
    expect([round.state, round.sealKey, round.tally]).toEqual(["inquorate", null, null]);
    expect(await opened(world, id)).not.toBe(roundId);
  });

  test("aborted with a reason, cancelled with a reason, never while papers are out", async () => {
    const { id } = await checked(world, 3);
    await opened(world, id);
    const input = async () => ({
      electionId: id,
      version: (await view(world, id)).version,
      reason: "示例原因",
    });
    expect(
      await perform(cancelElectionCommand, world.by(world.clerk), await input()),
    ).toMatchObject({ reason: "wrong-state" });
    expect(
      good(await perform(abortBallotCommand, world.by(world.clerk), await input())).state,
    ).toBe("checked");
    expect(
      good(await perform(cancelElectionCommand, world.by(world.clerk), await input())).state,
    ).toBe("cancelled");
    expect(
      await perform(cancelElectionCommand, world.by(world.clerk), await input()),
    ).toMatchObject({ reason: "wrong-state" });
  });

  test("objections: in time, answered by another person; upheld, the election is cancelled", async () => {
    const { id, ids } = await checked(world, 3, { objectionDays: 3 });
    const roundId = await opened(world, id);
    await castAll(
      roundId,
      world.voters.map(() => ids.slice(0, 2)),
    );
    good(await close(world, id));
    good(await step(world, id, "declare"));
    good(await step(world, id, "announce"));
    expect(await fill(id)).toMatchObject({ reason: "objections-running" });
    const voter = world.voters[0];
    if (!voter) throw new Error("no voter");
    const objection = good(
      await perform(objectCommand, world.by(voter.actor), { electionId: id, text: "示例异议" }),
    );
    await db().election.update({
      where: { id },
      data: { objectionUntil: dateOf(addDays(today, -1)) },
    });
    expect(
      await perform(objectCommand, world.by(voter.actor), { electionId: id, text: "示例" }),
    ).toMatchObject({
      reason: "objection-too-late",
    });
    expect(await fill(id)).toMatchObject({ reason: "objections-open" });
    const answer = { objectionId: objection.id, upheld: true, answer: "示例：异议成立" };
    await expect(
      perform(answerObjectionCommand, world.by(voter.actor), answer),
    ).rejects.toMatchObject({ code: "forbidden" });
    good(await perform(answerObjectionCommand, world.by(world.clerk), answer));
    expect((await view(world, id)).state).toBe("cancelled");
    expect(await fill(id)).toMatchObject({ reason: "wrong-state" });
    expect(await db().seatHolding.count({ where: { seatId: { in: world.seatIds } } })).toBe(0);
  });
});
