import pg from "pg";
import { beforeAll, describe, expect, test } from "vitest";
import { operations } from "@/app/api/v1/operations";
import {
  confirmCorrectionCommand,
  endByNoticeCommand,
  proposeCorrectionCommand,
  recordNoticeCommand,
} from "@/lib/features/memberships/procedures/life";
import { list } from "@/lib/features/memberships/procedures/register";
import type { MemberPosition } from "@/lib/features/memberships/types";
import type { Effect } from "@/lib/features/resolutions/types";
import { addDays, type Day, dayIn } from "@/lib/kernel/dates";
import type { Actor } from "@/lib/platform/auth/actor";
import { ask, perform } from "@/lib/platform/corridor/faces";
import { endedMemberships } from "@/lib/platform/invariants/records";
import {
  createAlliance,
  createMembership,
  createOrganization,
} from "@/prisma/seed/factories/basics";
import { createCouncil, createStoredFile } from "@/prisma/seed/factories/governance";
import { createActor } from "@/tests/support/actors";
import { useDatabase } from "@/tests/support/database";
import { decide } from "../bodies/decide";

/*
 * Done when (behaviour 4.1): the register as of any date equals a hand count on a 200-member fixture with 40 changes.
 * The hand count below knows nothing of periods: it keeps a diary of what was decided and reads it day by day.
 */
const { db, url } = useDatabase();
const today = dayIn(new Date(), "Asia/Shanghai");
const day = (offset: number): Day => addDays(today, offset);

type Diary = { at: Day; number: number; what: "in" | "out" | "hold" | "free" | MemberPosition };
const diary: Diary[] = [];
/** Founding days, which a correction replaces. */
const began = new Map<number, Day>();

let alliance: Awaited<ReturnType<typeof createAlliance>>;
let bodyId: string;
let clerk: Actor;
let second: Actor;
const members: { id: string; number: number }[] = [];
const by = (actor: Actor) => ({ actor, tenant: alliance.slug });
const memberAt = (index: number) => {
  const member = members[index];
  if (!member) throw new Error(`no member ${index}`);
  return member;
};

async function decided(effect: Effect, on: Day, matter: "membership" | "special" = "membership") {
  const done = await decide(db(), { alliance, actor: clerk, bodyId, effect, on, matter });
  if (!done.ok) throw new Error(`${effect.kind}: ${JSON.stringify(done)}`);
}

async function change(index: number) {
  const { id: membershipId, number } = memberAt(index);
  const at = day(-300 + index * 7);
  switch (index % 5) {
    case 0:
      await decided({ kind: "change_position", membershipId, position: "vice_chair_unit" }, at);
      diary.push({ at, number, what: "vice_chair_unit" });
      return;
    case 1:
      await decided({ kind: "suspend", membershipId, from: at, to: addDays(at, 20) }, at);
      diary.push({ at, number, what: "hold" }, { at: addDays(at, 21), number, what: "free" });
      return;
    case 2:
      await decided({ kind: "expel", membershipId }, at, "special");
      diary.push({ at, number, what: "out" });
      return;
    case 3:
      await withdrawn(membershipId, number, index);
      return;
    default:
      await corrected(membershipId, number, at);
  }
}

async function withdrawn(membershipId: string, number: number, index: number) {
  const lastDay = day(index);
  const letter = await createStoredFile(db(), { allianceId: alliance.id });
  const noticed = await perform(recordNoticeCommand, by(clerk), {
    membershipId,
    noticedOn: day(-10),
    lastDay,
    reason: "示例退会",
    letterFileId: letter.id,
  });
  if (!noticed.ok) throw new Error(noticed.reason);
  const ended = await perform(endByNoticeCommand, by(second), {
    exitId: noticed.value.id,
    version: 1,
  });
  if (!ended.ok) throw new Error(ended.reason);
  diary.push({ at: addDays(lastDay, 1), number, what: "out" });
}

async function corrected(membershipId: string, number: number, newFrom: Day) {
  const proposed = await perform(proposeCorrectionCommand, by(clerk), {
    membershipId,
    newFrom,
    reason: "示例日期登记有误",
  });
  if (!proposed.ok) throw new Error(proposed.reason);
  const input = { correctionId: proposed.value.id, version: 1 };
  expect(await perform(confirmCorrectionCommand, by(clerk), input)).toMatchObject({
    reason: "second-person-needed",
  });
  const done = await perform(confirmCorrectionCommand, by(second), input);
  if (!done.ok) throw new Error(done.reason);
  began.set(number, newFrom);
}

beforeAll(async () => {
  alliance = await createAlliance(db());
  const council = await createCouncil(db(), { allianceId: alliance.id, seats: 1, filled: 0 });
  bodyId = council.body.id;
  clerk = await createActor(db(), "secretariat", { allianceId: alliance.id });
  second = await createActor(db(), "secretariat", { allianceId: alliance.id });
  for (let index = 0; index < 200; index += 1) {
    const organization = await createOrganization(db());
    const from = day(-400 + (index % 90));
    const number = index + 1;
    const position = index % 3 === 0 ? "council_unit" : "member_unit";
    const given = {
      allianceId: alliance.id,
      organizationId: organization.id,
      number,
      from,
      position,
    };
    const { id } = await createMembership(db(), { ...given, position });
    members.push({ id, number });
    began.set(number, from);
  }
  for (let index = 0; index < 40; index += 1) await change(index);
}, 120_000);

/** The hand count: the diary read up to the day, line by line. */
function handCount(on: Day) {
  const rows: { number: number; position: string; held: boolean }[] = [];
  for (const { number } of members) {
    const from = began.get(number) ?? "";
    if (from > on) continue;
    let position = (number - 1) % 3 === 0 ? "council_unit" : "member_unit";
    let held = false;
    let gone = false;
    for (const line of diary.filter((one) => one.number === number && one.at <= on)) {
      if (line.what === "out") gone = true;
      else if (line.what === "hold" || line.what === "free") held = line.what === "hold";
      else if (line.what !== "in") position = line.what;
    }
    if (!gone) rows.push({ number, position, held });
  }
  return rows;
}

async function registerOn(on: Day) {
  const rows: { number: number; position: string; held: boolean }[] = [];
  for (let page = 1; ; page += 1) {
    const found = await ask(list, by(clerk), { asOf: on, sort: "number", page, pageSize: 100 });
    for (const row of found.items) {
      rows.push({ number: row.number, position: row.position, held: row.status === "suspended" });
    }
    if (rows.length >= found.total) return rows;
  }
}

describe("the register as of any date equals a hand count", () => {
  const days = [
    -401, -400, -399, -350, -311, -310, -301, -300, -293, -287, -286, -280, -272, -200, -150, -101,
    -100, -60, -28, -27, -1, 0, 1, 3, 4, 39, 400,
  ];
  test.each(days)("%i days from today", async (offset) => {
    const on = day(offset);
    expect(await registerOn(on)).toEqual(handCount(on));
  });

  test("the hand count sees a change: it is not the same on two days", () => {
    expect(handCount(day(-301)).length).not.toBe(handCount(day(-100)).length);
    expect(diary.length).toBeGreaterThanOrEqual(40 - 8);
  });
});

test("every ENDED membership points to a decision or a dated notice", async () => {
  const reader = new pg.Client({ connectionString: url });
  await reader.connect();
  expect(await endedMemberships.find(reader)).toEqual([]);
  const lost = memberAt(150);
  await db().membershipPeriod.updateMany({
    where: { membershipId: lost.id },
    data: { validTo: new Date(`${day(-5)}T00:00:00Z`) },
  });
  expect(await endedMemberships.find(reader)).toMatchObject([{ membership_id: lost.id }]);
  await reader.end();
});

test("no status can be edited directly: no operation takes one", () => {
  const forbidden = ["status", "position", "validFrom", "validTo", "endedOn"];
  const touching = operations.filter(
    ({ id, kind }) => kind === "command" && /^(members|memberships)\./.test(id),
  );
  expect(touching.length).toBeGreaterThan(5);
  for (const { input } of touching) {
    expect(Object.keys(input.shape).filter((key) => forbidden.includes(key))).toEqual([]);
  }
});
