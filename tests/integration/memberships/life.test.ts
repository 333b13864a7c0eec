import { beforeEach, describe, expect, test, vi } from "vitest";
import {
  getApplicationQuery,
  submitApplicationCommand,
} from "@/lib/features/applications/procedures";
import { getRosterQuery } from "@/lib/features/bodies/procedures/roster";
import {
  certificateQuery,
  confirmCorrectionCommand,
  endByNoticeCommand,
  exitQuery,
  giveNoticeCommand,
  proposeCorrectionCommand,
  recordNoticeCommand,
  revokeNoticeCommand,
  sleepingQuery,
  warnCommand,
} from "@/lib/features/memberships/procedures/life";
import { list } from "@/lib/features/memberships/procedures/register";
import { syntheticCreditCode } from "@/lib/features/organizations/rules/credit-code";
import { addDays, dateOf, dayIn } from "@/lib/kernel/dates";
import type { Actor } from "@/lib/platform/auth/actor";
import { ask, perform } from "@/lib/platform/corridor/faces";
import {
  createAlliance,
  createMembership,
  createOrganization,
} from "@/prisma/seed/factories/basics";
import { createCouncil, createStoredFile } from "@/prisma/seed/factories/governance";
import { createCommitmentRow, createProjectWithParties } from "@/prisma/seed/factories/projects";
import { createActor } from "@/tests/support/actors";
import { useDatabase } from "@/tests/support/database";
import { decide } from "../bodies/decide";
import { createMetrics } from "../outcomes/support";

const { db } = useDatabase();
const today = dayIn(new Date(), "Asia/Shanghai");
const yesterday = addDays(today, -1);
const tomorrow = addDays(today, 1);

let alliance: Awaited<ReturnType<typeof createAlliance>>;
let council: Awaited<ReturnType<typeof createCouncil>>;
let clerk: Actor;
let second: Actor;
let contact: Actor;
const by = (actor: Actor) => ({ actor, tenant: alliance.slug });
const member = () => {
  const holder = council.holders[0];
  if (!holder) throw new Error("no holder");
  return holder;
};

beforeEach(async () => {
  alliance = await createAlliance(db());
  council = await createCouncil(db(), { allianceId: alliance.id, seats: 3 });
  clerk = await createActor(db(), "secretariat", { allianceId: alliance.id });
  second = await createActor(db(), "secretariat", { allianceId: alliance.id });
  contact = await createActor(db(), "enterprise_contact", {
    allianceId: alliance.id,
    organizationId: member().organization.id,
  });
});

const decided = (
  effect: Parameters<typeof decide>[1]["effect"],
  more: Partial<Parameters<typeof decide>[1]> = {},
) => decide(db(), { alliance, actor: clerk, bodyId: council.body.id, on: today, effect, ...more });
const registerOn = async (asOf: string) =>
  (await ask(list, by(clerk), { asOf, status: "all" })).items.find(
    ({ membershipId }) => membershipId === member().membership.id,
  );
const rosterOn = (day: string) => ask(getRosterQuery, by(clerk), { bodyId: council.body.id, day });

describe("Tier lowered mid-term", () => {
  const lower = async (keepSeats: boolean) => {
    await db().seat.updateMany({
      where: { bodyId: council.body.id, number: 1 },
      data: { tiedTo: "council_unit" },
    });
    const effect = {
      kind: "change_position",
      membershipId: member().membership.id,
      position: "member_unit",
      keepSeats,
    } as const;
    return decided(effect, { effectiveFrom: tomorrow });
  };
  test("Seats tied to the tier become vacant on the effective date …", async () => {
    expect(await lower(false)).toMatchObject({ ok: true });
    expect((await rosterOn(today)).seats.filled).toBe(3);
    expect((await rosterOn(tomorrow)).seats.filled).toBe(2);
    expect((await registerOn(today))?.position).toBe("council_unit");
    expect((await registerOn(tomorrow))?.position).toBe("member_unit");
  });
  test("… unless the resolution says “until end of term”", async () => {
    expect(await lower(true)).toMatchObject({ ok: true });
    expect((await rosterOn(tomorrow)).seats.filled).toBe(3);
  });
  test("the same position, or a membership that ended, is refused", async () => {
    const effect = {
      kind: "change_position",
      membershipId: member().membership.id,
      position: "council_unit",
    } as const;
    expect(await decided(effect)).toMatchObject({ ok: false, reason: "effect-not-possible" });
  });
});

describe("suspension (guard 4)", () => {
  const { suspend, resume } = {
    suspend: () => decided({ kind: "suspend", membershipId: member().membership.id, from: today }),
    resume: () =>
      decided(
        { kind: "resume", membershipId: member().membership.id },
        { effectiveFrom: tomorrow },
      ),
  };
  test("removes the vote, the seat stays occupied but not eligible; resumed, the vote is back", async () => {
    expect(await suspend()).toMatchObject({ ok: true });
    expect((await rosterOn(today)).seats).toMatchObject({ filled: 3, eligible: 2 });
    expect((await registerOn(today))?.status).toBe("suspended");
    expect(await suspend()).toMatchObject({ reason: "effect-not-possible" });
    expect(await resume()).toMatchObject({ ok: true });
    expect((await rosterOn(tomorrow)).seats.eligible).toBe(3);
    expect(await resume()).toMatchObject({ reason: "effect-not-possible" });
  });
});

describe("expulsion", () => {
  const expel = (matter: "special" | "membership") =>
    decided(
      { kind: "expel", membershipId: member().membership.id },
      { matter, effectiveFrom: tomorrow },
    );

  test("takes the special majority", async () => {
    expect(await expel("membership")).toMatchObject({ reason: "effect-not-possible" });
    expect((await registerOn(tomorrow))?.status).toBe("active");
    expect(await expel("special")).toMatchObject({ ok: true });
    expect(await expel("special")).toMatchObject({ reason: "effect-not-possible" });
  });

  test("Vote on the day a membership ends: end dates count to 24:00 of the day, seats and rights with it", async () => {
    await expel("special");
    expect((await rosterOn(today)).seats.filled).toBe(3);
    expect((await rosterOn(tomorrow)).seats.filled).toBe(2);
    const grant = await db().roleGrant.findFirstOrThrow({
      where: { userId: contact.userId ?? "" },
    });
    expect(grant.validTo).toEqual(dateOf(today));
  });

  test("Same code applies again after expulsion: allowed to submit, banner with the expulsion", async () => {
    const code = syntheticCreditCode(700_000 + Math.floor(Math.random() * 90_000));
    await db().organization.update({
      where: { id: member().organization.id },
      data: { creditCode: code },
    });
    expect(
      await decided(
        { kind: "expel", membershipId: member().membership.id },
        { matter: "special", on: addDays(today, -9) },
      ),
    ).toMatchObject({ ok: true });
    const submitted = await perform(submitApplicationCommand, by(clerk), {
      organizationName: "示例再次申请",
      creditCode: code,
      kind: "enterprise",
      contactName: "示例联系人",
      contactEmail: "again@sample.example",
      contactPhone: "0512-00000000",
      statement: "示例",
      contributionPlan: "示例",
    });
    if (!submitted.ok) throw new Error(submitted.reason);
    const view = await ask(getApplicationQuery, by(clerk), { applicationId: submitted.value.id });
    expect(view.formerMemberships).toMatchObject([{ ending: "expelled" }]);
  });
});

describe("withdrawal by written notice", () => {
  const give = (lastDay = tomorrow) =>
    perform(giveNoticeCommand, by(contact), {
      membershipId: member().membership.id,
      lastDay,
      reason: "示例退会",
    });
  const end = (actor: Actor, exitId: string, version = 1) =>
    perform(endByNoticeCommand, by(actor), { exitId, version });
  const given = async () => {
    const done = await give();
    if (!done.ok) throw new Error(done.reason);
    return done.value.id;
  };

  test("still full rights under notice; ended by a second person, the seats with it", async () => {
    const exitId = await given();
    expect((await registerOn(today))?.status).toBe("notice");
    expect((await rosterOn(today)).seats.eligible).toBe(3);
    expect(await give()).toMatchObject({ reason: "notice-already-given" });
    const both = await Promise.all(
      [end(clerk, exitId), end(second, exitId)].map((one) => one.catch((error) => error)),
    );
    expect(both.filter((one) => one.ok === true)).toHaveLength(1);
    expect((await registerOn(tomorrow))?.status).toBe("notice");
    expect((await registerOn(addDays(tomorrow, 1)))?.status).toBe("ended");
    expect((await rosterOn(addDays(tomorrow, 1))).seats.filled).toBe(2);
    expect(await end(second, exitId, 2)).toMatchObject({ reason: "wrong-state" });
  });

  test("who entered the letter cannot end the membership by it", async () => {
    const letter = await createStoredFile(db(), { allianceId: alliance.id });
    const recorded = await perform(recordNoticeCommand, by(clerk), {
      membershipId: member().membership.id,
      noticedOn: yesterday,
      lastDay: today,
      reason: "示例来函",
      letterFileId: letter.id,
    });
    if (!recorded.ok) throw new Error(recorded.reason);
    expect(await end(clerk, recorded.value.id)).toMatchObject({ reason: "second-person-needed" });
    expect(await end(second, recorded.value.id)).toMatchObject({
      ok: true,
      value: { lastDay: today },
    });
  });

  test("guard 3: not while the checklist has blocking items; by resolution in spite of them they become tasks", async () => {
    const { organization, membership } = member();
    const project = await createProjectWithParties(db(), {
      allianceId: alliance.id,
      organizationIds: [organization.id],
      state: "running",
      title: "示例在研项目",
      codeYear: 2026,
      codeNumber: 77,
      registeredAt: dateOf("2026-01-15"),
    });
    await createCommitmentRow(db(), {
      allianceId: alliance.id,
      projectId: project.id,
      organizationId: organization.id,
      state: "confirmed",
      amount: "500000.00",
    });
    await db().platform.create({
      data: {
        allianceId: alliance.id,
        name: "示例共享设备",
        kind: "training_base",
        hostId: organization.id,
        shared: true,
      },
    });
    const exitId = await given();
    const view = await ask(exitQuery, by(contact), { membershipId: membership.id });
    expect(view.items.map(({ kind, blocking }) => [kind, blocking])).toEqual([
      ["equipment", true],
      ["money", true],
      ["project", true],
      ["seat", false],
    ]);
    expect(await end(clerk, exitId)).toMatchObject({
      reason: "exit-blocked",
      details: { count: 3 },
    });
    const override = await decided({ kind: "end_in_spite", membershipId: membership.id });
    if (!override.ok) throw new Error(override.reason);
    const tasks = await db().task.findMany({ where: { resolutionId: override.value.id } });
    expect(tasks.map(({ personId }) => personId)).toEqual([
      clerk.personId,
      clerk.personId,
      clerk.personId,
    ]);
    expect(await end(clerk, exitId, 2)).toMatchObject({ ok: true });
  });

  test("taken back by the member before the end; the register forgets the notice from then on", async () => {
    const exitId = await given();
    expect(await perform(revokeNoticeCommand, by(contact), { exitId, version: 1 })).toMatchObject({
      ok: true,
    });
    expect((await registerOn(tomorrow))?.status).toBe("active");
    expect(await end(clerk, exitId, 2)).toMatchObject({ reason: "wrong-state" });
    expect(await give()).toMatchObject({ ok: true });
  });

  test("by the wrong person, of another alliance, with wrong dates", async () => {
    const other = council.holders[1];
    const wrong = { membershipId: other?.membership.id ?? "", lastDay: tomorrow, reason: "示例" };
    await expect(perform(giveNoticeCommand, by(contact), wrong)).rejects.toMatchObject({
      code: "forbidden",
    });
    await expect(perform(giveNoticeCommand, by(clerk), wrong)).rejects.toMatchObject({
      code: "forbidden",
    });
    const elsewhere = await createAlliance(db());
    const organization = await createOrganization(db());
    const foreign = await createMembership(db(), {
      allianceId: elsewhere.id,
      organizationId: organization.id,
    });
    await expect(
      perform(giveNoticeCommand, by(contact), { ...wrong, membershipId: foreign.id }),
    ).rejects.toMatchObject({ code: "not-found" });
    expect(await give(yesterday)).toMatchObject({ reason: "notice-dates" });
  });
});

describe("Wrong admission date found a year later", () => {
  test("Correction event (old, new, reason, approver); votes already taken keep their frozen electorate, with a note", async () => {
    await decided({ kind: "none" }, { on: "2024-06-01" });
    const before = await db().motion.findMany();
    const proposed = await perform(proposeCorrectionCommand, by(clerk), {
      membershipId: member().membership.id,
      newFrom: "2024-12-01",
      reason: "示例：原登记误填",
    });
    if (!proposed.ok) throw new Error(proposed.reason);
    expect(proposed.value.votesKept).toBe(1);
    const input = { correctionId: proposed.value.id, version: 1 };
    const both = await Promise.all(
      [second, second].map((actor) =>
        perform(confirmCorrectionCommand, by(actor), input).catch((error) => error),
      ),
    );
    expect(both.filter((one) => one.ok === true)).toHaveLength(1);
    expect((await registerOn("2024-11-30"))?.status).toBe("pending");
    expect((await registerOn("2024-12-01"))?.status).toBe("active");
    const event = await db().membershipEvent.findFirstOrThrow({
      where: { membershipId: member().membership.id, kind: "corrected" },
    });
    expect(event.reason).toContain("2023-01-01 → 2024-12-01");
    expect(await db().motion.findMany()).toEqual(before);
  });
});

test("Organization belongs to two alliances: two memberships, one ends, the other stays", async () => {
  const elsewhere = await createAlliance(db());
  const { organization, membership } = member();
  await createMembership(db(), {
    allianceId: elsewhere.id,
    organizationId: organization.id,
    from: "2023-01-01",
  });
  const abroad = await createActor(db(), "enterprise_contact", {
    allianceId: elsewhere.id,
    organizationId: organization.id,
  });
  await decided(
    { kind: "expel", membershipId: membership.id },
    { matter: "special", on: addDays(today, -3) },
  );
  const clerkThere = await createActor(db(), "secretariat", { allianceId: elsewhere.id });
  const there = await ask(list, { actor: clerkThere, tenant: elsewhere.slug }, {});
  expect(there.items).toMatchObject([{ organizationId: organization.id, status: "active" }]);
  const grant = await db().roleGrant.findFirstOrThrow({ where: { userId: abroad.userId ?? "" } });
  expect(grant.validTo).toBeNull();
});

test("a warning is a dated letter: not ahead, not more than 30 days back", async () => {
  const warn = (on: string) =>
    perform(warnCommand, by(clerk), {
      membershipId: member().membership.id,
      on,
      reason: "示例警告",
    });
  expect(await warn(today)).toMatchObject({ ok: true });
  expect(await warn(tomorrow)).toMatchObject({ reason: "dated-ahead" });
  expect(await warn(addDays(today, -31))).toMatchObject({ reason: "dated-too-far-back" });
  expect((await registerOn(today))?.status).toBe("active");
});

test("back-dating before the last approved reporting period is refused; a correction takes two persons", async () => {
  const { membership, organization } = member();
  await createMetrics(db());
  const result = await db().outcomeRecord.create({
    data: {
      allianceId: alliance.id,
      organizationId: organization.id,
      metricCode: "M47",
      title: "示例成果",
      year: 2026,
      occurredOn: dateOf("2026-06-01"),
      quantity: "1",
      state: "submitted",
    },
  });
  vi.useFakeTimers({ toFake: ["Date"], now: new Date("2027-01-10T04:00:00Z") });
  try {
    const warn = (on: string) =>
      perform(warnCommand, by(clerk), { membershipId: membership.id, on, reason: "示例警告" });
    expect(await warn("2026-12-20")).toMatchObject({ ok: true });
    await db().outcomeRecord.update({
      where: { id: result.id },
      data: { state: "verified", verifiedAt: new Date() },
    });
    expect(await warn("2026-12-20")).toMatchObject({
      reason: "in-approved-period",
      details: { year: 2026 },
    });
    expect(await warn("2027-01-05")).toMatchObject({ ok: true });
  } finally {
    vi.useRealTimers();
  }
});

test("the certificate says what the register says, to the member and to the secretariat only", async () => {
  const input = { membershipId: member().membership.id };
  expect(await ask(certificateQuery, by(contact), input)).toMatchObject({
    number: member().membership.number,
    position: "council_unit",
    since: "2023-01-01",
    status: "active",
  });
  const other = council.holders[1]?.membership.id ?? "";
  await expect(ask(certificateQuery, by(contact), { membershipId: other })).rejects.toMatchObject({
    code: "forbidden",
  });
});

test("sleeping members are proposed to secretariat and chair only, and nothing is done to them", async () => {
  const found = await ask(sleepingQuery, by(clerk), {});
  expect(found.items.map(({ membershipId }) => membershipId)).toContain(member().membership.id);
  await perform(warnCommand, by(clerk), {
    membershipId: member().membership.id,
    on: today,
    reason: "示例",
  });
  const after = await ask(sleepingQuery, by(clerk), {});
  expect(after.items.map(({ membershipId }) => membershipId)).not.toContain(member().membership.id);
  const delegate = await createActor(db(), "delegate", { allianceId: alliance.id });
  await expect(ask(sleepingQuery, by(delegate), {})).rejects.toMatchObject({ code: "forbidden" });
  const chair = await createActor(db(), "chair", { allianceId: alliance.id });
  expect((await ask(sleepingQuery, by(chair), {})).items.length).toBe(2);
});
