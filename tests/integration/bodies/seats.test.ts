import { beforeEach, describe, expect, test } from "vitest";
import { getRosterQuery } from "@/lib/features/bodies/procedures/roster";
import {
  addCompositionCommand,
  addSeatsCommand,
  appointCommand,
  bodySeatsQuery,
  confirmEndingCommand,
  endDelegateCommand,
  nameDelegateCommand,
  openTermCommand,
  proposeEndingCommand,
  rejectEndingCommand,
  termRadarQuery,
} from "@/lib/features/bodies/procedures/seats";
import { addDays, dateOf, dayIn } from "@/lib/kernel/dates";
import type { Actor } from "@/lib/platform/auth/actor";
import { ask, perform } from "@/lib/platform/corridor/faces";
import {
  createAlliance,
  createMembership,
  createOrganization,
} from "@/prisma/seed/factories/basics";
import { createCouncil } from "@/prisma/seed/factories/governance";
import { createActor } from "@/tests/support/actors";
import { useDatabase } from "@/tests/support/database";
import { decide } from "./decide";

const { db } = useDatabase();
const today = dayIn(new Date(), "Asia/Shanghai");
const yesterday = addDays(today, -1);
const tomorrow = addDays(today, 1);

type Council = Awaited<ReturnType<typeof createCouncil>>;
let alliance: Awaited<ReturnType<typeof createAlliance>>;
let council: Council;
let clerk: Actor;
let second: Actor;
const by = (actor: Actor) => ({ actor, tenant: alliance.slug });

beforeEach(async () => {
  alliance = await createAlliance(db());
  council = await createCouncil(db(), { allianceId: alliance.id, seats: 5, filled: 3 });
  clerk = await createActor(db(), "secretariat", { allianceId: alliance.id });
  second = await createActor(db(), "secretariat", { allianceId: alliance.id });
});

const seatAt = (number: number) => {
  const seat = council.seats.find((one) => one.number === number);
  if (!seat) throw new Error(`no seat ${number}`);
  return seat;
};
const holderAt = (index: number) => {
  const holder = council.holders[index];
  if (!holder) throw new Error(`no holder ${index}`);
  return holder;
};

async function newMember(position: "member_unit" | "vice_chair_unit" = "member_unit") {
  const organization = await createOrganization(db());
  const { id } = await createMembership(db(), {
    allianceId: alliance.id,
    organizationId: organization.id,
    position,
  });
  return { membershipId: id, organization };
}

const appoint = async (more: Record<string, unknown> = {}, actor = clerk) =>
  perform(appointCommand, by(actor), {
    seatId: seatAt(4).id,
    membershipId: (await newMember()).membershipId,
    from: today,
    ...more,
  });

describe("seat.assign: effective now or later, never retroactive (security matrix, row 23)", () => {
  test("from today on, and from a later day on", async () => {
    const done = await appoint();
    expect(done.ok).toBe(true);
    expect(await appoint({ seatId: seatAt(5).id, from: tomorrow })).toMatchObject({ ok: true });
    const view = await ask(bodySeatsQuery, by(clerk), { bodyId: council.body.id });
    expect(view.seats.map(({ holding }) => holding !== null)).toEqual([
      true,
      true,
      true,
      true,
      false,
    ]);
    expect(view.seats[4]?.next?.from).toBe(tomorrow);
  });

  test("yesterday is refused and nothing is written", async () => {
    expect(await appoint({ from: yesterday })).toMatchObject({ ok: false, reason: "retroactive" });
    expect(await db().seatHolding.count({ where: { seatId: seatAt(4).id } })).toBe(0);
  });

  test("I-13 two at once: one holder", async () => {
    const both = await Promise.all([appoint(), appoint()]);
    expect(both.filter(({ ok }) => ok)).toHaveLength(1);
    expect(both.find(({ ok }) => !ok)).toMatchObject({ reason: "seat-filled" });
    expect(await db().seatHolding.count({ where: { seatId: seatAt(4).id } })).toBe(1);
  });

  test("sent twice with one key it is one appointment", async () => {
    const input = {
      seatId: seatAt(4).id,
      membershipId: (await newMember()).membershipId,
      from: today,
    };
    const call = { ...by(clerk), idempotencyKey: "seat-4" };
    const first = await perform(appointCommand, call, input);
    expect(await perform(appointCommand, call, input)).toEqual(first);
    expect(await db().seatHolding.count({ where: { seatId: seatAt(4).id } })).toBe(1);
  });

  test("by the wrong person, and with a member of another alliance", async () => {
    const delegate = await createActor(db(), "delegate", { allianceId: alliance.id });
    await expect(appoint({}, delegate)).rejects.toMatchObject({ code: "forbidden" });
    const elsewhere = await createAlliance(db());
    const organization = await createOrganization(db());
    const foreign = await createMembership(db(), {
      allianceId: elsewhere.id,
      organizationId: organization.id,
    });
    expect(await appoint({ membershipId: foreign.id })).toMatchObject({
      reason: "not-a-member-then",
    });
    const theirs = await createCouncil(db(), { allianceId: elsewhere.id, seats: 1, filled: 0 });
    await expect(appoint({ seatId: theirs.seats[0]?.id })).rejects.toMatchObject({
      code: "not-found",
    });
  });

  test("a unit seat needs a member, a personal one a person", async () => {
    expect(await appoint({ membershipId: undefined, personName: "示例某人" })).toMatchObject({
      reason: "holder-missing",
    });
    await perform(addSeatsCommand, by(clerk), {
      bodyId: council.body.id,
      count: 1,
      basis: "independent",
      position: "member",
    });
    const seat = await db().seat.findFirstOrThrow({
      where: { bodyId: council.body.id, number: 6 },
    });
    const independent = { seatId: seat.id, membershipId: undefined };
    expect(await appoint(independent)).toMatchObject({ reason: "holder-missing" });
    expect(await appoint({ ...independent, personName: "示例独立理事" })).toMatchObject({
      ok: true,
    });
  });

  test("within a term only: the body's term is over", async () => {
    const { body, seats } = await createCouncil(db(), {
      allianceId: alliance.id,
      seats: 1,
      filled: 0,
    });
    await db().term.updateMany({ where: { bodyId: body.id }, data: { endsOn: dateOf(yesterday) } });
    const late = { seatId: seats[0]?.id };
    expect(await appoint(late)).toMatchObject({ reason: "term-expired" });
    expect(
      await perform(openTermCommand, by(clerk), {
        bodyId: body.id,
        startsOn: today,
        endsOn: addDays(today, 1000),
      }),
    ).toMatchObject({ ok: true, value: { ordinal: 2 } });
    expect(await appoint(late)).toMatchObject({ ok: true });
    expect(
      await perform(openTermCommand, by(clerk), {
        bodyId: body.id,
        startsOn: tomorrow,
        endsOn: addDays(today, 2000),
      }),
    ).toMatchObject({ reason: "term-overlaps" });
  });
});

describe("seat.end needs a second person (security matrix, row 24)", () => {
  const propose = (lastDay = today) =>
    perform(proposeEndingCommand, by(clerk), {
      holdingId: holderAt(0).holding.id,
      lastDay,
      reason: "示例离任",
    });

  test("I-15 the proposer cannot confirm; another person can, once", async () => {
    const proposed = await propose();
    if (!proposed.ok) throw new Error(proposed.reason);
    const input = { endingId: proposed.value.id, version: 1 };
    expect(await perform(confirmEndingCommand, by(clerk), input)).toMatchObject({
      reason: "second-person-needed",
    });
    const both = await Promise.all([
      perform(confirmEndingCommand, by(second), input).catch((error) => error),
      perform(confirmEndingCommand, by(second), input).catch((error) => error),
    ]);
    expect(both.filter((one) => one.ok === true)).toHaveLength(1);
    const holding = await db().seatHolding.findUniqueOrThrow({
      where: { id: holderAt(0).holding.id },
    });
    expect(holding.validTo).toEqual(dateOf(today));
    expect(await perform(confirmEndingCommand, by(second), { ...input, version: 2 })).toMatchObject(
      {
        reason: "wrong-state",
      },
    );
    expect(await perform(rejectEndingCommand, by(second), { ...input, version: 2 })).toMatchObject({
      reason: "wrong-state",
    });
  });

  test("never in the past, one request at a time, and a rejected one changes nothing", async () => {
    expect(await propose(yesterday)).toMatchObject({ reason: "retroactive" });
    const proposed = await propose();
    if (!proposed.ok) throw new Error(proposed.reason);
    expect(await propose()).toMatchObject({ reason: "ending-already-proposed" });
    await perform(rejectEndingCommand, by(second), { endingId: proposed.value.id, version: 1 });
    const holding = await db().seatHolding.findUniqueOrThrow({
      where: { id: holderAt(0).holding.id },
    });
    expect(holding.validTo).toBeNull();
    expect(await propose()).toMatchObject({ ok: true });
  });

  test("row 25: what was is not rewritten", async () => {
    const { id } = holderAt(0).holding;
    await expect(
      db().seatHolding.update({ where: { id }, data: { validFrom: dateOf("2024-01-01") } }),
    ).rejects.toThrow(/constraint|immutable/);
  });

  test("a seat ends by resolution, and another is appointed by it", async () => {
    const common = { alliance, actor: clerk, bodyId: council.body.id, on: today };
    const ended = await decide(db(), {
      ...common,
      effect: {
        kind: "end_seat",
        holdingId: holderAt(1).holding.id,
        on: today,
        reason: "示例罢免",
      },
    });
    expect(ended.ok).toBe(true);
    const { membershipId } = await newMember();
    const appointed = await decide(db(), {
      ...common,
      effect: { kind: "appoint", seatId: seatAt(2).id, membershipId, from: tomorrow },
    });
    if (!appointed.ok) throw new Error(appointed.reason);
    const holding = await db().seatHolding.findFirstOrThrow({ where: { membershipId } });
    expect(holding.resolutionId).toBe(appointed.value.id);
    const taken = await decide(db(), {
      ...common,
      effect: { kind: "appoint", seatId: seatAt(2).id, membershipId, from: tomorrow },
    });
    expect(taken).toMatchObject({ ok: false, reason: "effect-not-possible" });
  });
});

describe("delegates and alternates", () => {
  const name = (more: Record<string, unknown>) =>
    perform(nameDelegateCommand, by(clerk), {
      holdingId: holderAt(0).holding.id,
      kind: "principal",
      personName: "示例代表甲",
      from: today,
      ...more,
    });
  const rosterOn = (day: string) =>
    ask(getRosterQuery, by(clerk), { bodyId: council.body.id, day });

  test("a new principal ends the former the day before; the roster names who acts on the day", async () => {
    await name({});
    await name({ personName: "示例代表乙", from: tomorrow });
    expect((await rosterOn(today)).holders[0]?.personName).toBe("示例代表甲");
    expect((await rosterOn(tomorrow)).holders[0]?.personName).toBe("示例代表乙");
    expect(await name({ from: tomorrow })).toMatchObject({ reason: "delegate-before-former" });
    expect(await name({ from: yesterday })).toMatchObject({ reason: "retroactive" });
  });

  test("letters expire: an alternate stands in until its last day", async () => {
    await name({ kind: "alternate", personName: "示例替补", letterUntil: tomorrow });
    expect((await rosterOn(tomorrow)).holders[0]?.alternates).toMatchObject([{ name: "示例替补" }]);
    expect((await rosterOn(addDays(today, 2))).holders[0]?.alternates).toEqual([]);
    expect(await name({ kind: "alternate", letterUntil: yesterday })).toMatchObject({
      reason: "letter-too-short",
    });
  });

  test("One person represents two members: allowed, warned", async () => {
    const first = await name({});
    if (!first.ok) throw new Error(first.reason);
    const again = await name({
      holdingId: holderAt(1).holding.id,
      personName: undefined,
      personId: first.value.personId,
    });
    expect(again).toMatchObject({ ok: true, value: { alsoFor: [1] } });
  });

  test("a person of another alliance is not found", async () => {
    const stranger = await db().person.create({ data: { name: "示例外人" } });
    await expect(name({ personName: undefined, personId: stranger.id })).rejects.toMatchObject({
      code: "not-found",
    });
  });

  test("ends with a day, not twice", async () => {
    const named = await name({});
    if (!named.ok) throw new Error(named.reason);
    const end = { delegateId: named.value.id, lastDay: today };
    expect(await perform(endDelegateCommand, by(clerk), end)).toMatchObject({ ok: true });
    expect(await perform(endDelegateCommand, by(clerk), end)).toMatchObject({
      reason: "delegate-ended",
    });
  });
});

describe("terms and the radar", () => {
  test("延期 by resolution only, once, a year at most", async () => {
    await db().term.update({
      where: { id: council.term.id },
      data: { endsOn: dateOf(addDays(today, 100)) },
    });
    const extend = (until: string) =>
      decide(db(), {
        alliance,
        actor: clerk,
        bodyId: council.body.id,
        on: today,
        effect: { kind: "extend_term", termId: council.term.id, until },
      });
    expect(await extend(addDays(today, 100 + 367))).toMatchObject({
      reason: "effect-not-possible",
    });
    expect(await extend(addDays(today, 300))).toMatchObject({ ok: true });
    expect(await extend(addDays(today, 310))).toMatchObject({ reason: "effect-not-possible" });
    await expect(
      db().term.update({
        where: { id: council.term.id },
        data: { extendedTo: dateOf(addDays(today, 2000)) },
      }),
    ).rejects.toThrow();
  });

  test("terms ending in 12 months, vacancies, missing alternates, letters, breaches in one look", async () => {
    await db().term.update({
      where: { id: council.term.id },
      data: { endsOn: dateOf(addDays(today, 200)) },
    });
    await perform(nameDelegateCommand, by(clerk), {
      holdingId: holderAt(0).holding.id,
      kind: "alternate",
      personName: "示例替补",
      from: today,
      letterUntil: addDays(today, 30),
    });
    await perform(addCompositionCommand, by(clerk), {
      bodyId: council.body.id,
      kind: "kinds_at_least",
      kinds: ["university"],
      num: 40,
      den: 100,
      from: today,
    });
    const radar = await ask(termRadarQuery, by(clerk), {});
    expect(radar.terms).toMatchObject([{ bodyId: council.body.id, expired: false }]);
    expect(radar.vacancies).toMatchObject([{ vacant: [4, 5] }]);
    expect(radar.withoutAlternate[0]?.seats.map(({ number }) => number)).toEqual([2, 3]);
    expect(radar.letters).toMatchObject([{ seatNumber: 1, over: false }]);
    expect(radar.breaches).toMatchObject([{ finding: { count: 0, base: 3, holds: false } }]);
    await db().term.update({ where: { id: council.term.id }, data: { endsOn: dateOf(yesterday) } });
    expect((await ask(termRadarQuery, by(clerk), {})).terms).toMatchObject([{ expired: true }]);
  });

  test("composition is warned about at appointment, not enforced", async () => {
    await perform(addCompositionCommand, by(clerk), {
      bodyId: council.body.id,
      kind: "kinds_at_most",
      kinds: ["enterprise"],
      num: 1,
      den: 2,
      from: today,
    });
    expect(await appoint()).toMatchObject({
      ok: true,
      value: { warnings: [{ count: 4, base: 4, holds: false }] },
    });
  });
});
