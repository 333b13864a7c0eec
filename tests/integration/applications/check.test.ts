import { describe, expect, test } from "vitest";
import {
  admitApplicationCommand,
  askForSupplementCommand,
  createFromApplicationCommand,
  getApplicationQuery,
  lapseApplicationCommand,
  linkOrganizationCommand,
  recommendApplicationCommand,
  renewCaseLinkCommand,
  takeApplicationCommand,
} from "@/lib/features/applications/procedures";
import { canStep } from "@/lib/features/applications/rules";
import { type ApplicationState, applicationStates } from "@/lib/features/applications/types";
import { ask, perform } from "@/lib/platform/corridor/faces";
import { createMembership, createOrganization } from "@/prisma/seed/factories/basics";
import { createApplication } from "@/prisma/seed/factories/governance";
import { createActor } from "@/tests/support/actors";
import { useDatabase } from "@/tests/support/database";
import { freshCode, openDoor } from "./case";

const { db } = useDatabase();
type Door = Awaited<ReturnType<typeof openDoor>>;
const daysAgo = (days: number) => new Date(Date.now() - days * 86_400_000);

async function application(
  door: Door,
  given: Partial<Parameters<typeof createApplication>[1]> = {},
) {
  return createApplication(db(), {
    allianceId: door.alliance.id,
    creditCode: freshCode(),
    ...given,
  });
}

/** Rows in these states need what the database asks of them: they are reached in admit.test.ts and notice.test.ts. */
const states = applicationStates.filter(
  (state) => state !== "admitted" && state !== "public_notice",
);

const commands = {
  take: (door: Door, one: { applicationId: string; version: number }) =>
    perform(takeApplicationCommand, door.office, one),
  ask: (door: Door, one: { applicationId: string; version: number }) =>
    perform(askForSupplementCommand, door.office, { ...one, text: "示例问题" }),
  recommend: (door: Door, one: { applicationId: string; version: number }) =>
    perform(recommendApplicationCommand, door.office, one),
  lapse: (door: Door, one: { applicationId: string; version: number }) =>
    perform(lapseApplicationCommand, door.office, one),
};

describe("every edge of the state machine, and no other", () => {
  const pairs = states.flatMap((state) =>
    (Object.keys(commands) as (keyof typeof commands)[]).map((step) => [state, step] as const),
  );
  test.each(pairs)("%s, %s", async (state: ApplicationState, step) => {
    const door = await openDoor();
    const organization = await createOrganization(db());
    const row = await application(door, {
      state,
      organizationId: organization.id,
      stateSince: daysAgo(70),
    });
    const answer = await commands[step](door, { applicationId: row.id, version: 1 });
    const after = await db().membershipApplication.findUnique({ where: { id: row.id } });
    if (canStep(state, step)) {
      expect(answer).toMatchObject({ ok: true, value: { state: after?.state, version: 2 } });
    } else {
      expect(answer).toMatchObject({ ok: false, reason: "wrong-state" });
      expect(after).toMatchObject({ state, version: 1 });
    }
  });
});

test("a stale form changes nothing", async () => {
  const door = await openDoor();
  const row = await application(door);
  const one = { applicationId: row.id, version: 9 };
  for (const command of [commands.take]) {
    await expect(command(door, one)).rejects.toMatchObject({ code: "stale" });
  }
  await expect(perform(renewCaseLinkCommand, door.office, one)).rejects.toMatchObject({
    code: "stale",
  });
});

test("taken by two at once: one takes it", async () => {
  const door = await openDoor();
  const row = await application(door);
  const one = { applicationId: row.id, version: 1 };
  const done = await Promise.allSettled([commands.take(door, one), commands.take(door, one)]);
  expect(done.filter((result) => result.status === "fulfilled" && result.value.ok)).toHaveLength(1);
});

test("LAPSED only after 60 days without an answer", async () => {
  const door = await openDoor();
  const row = await application(door, { state: "supplement", stateSince: daysAgo(58) });
  const one = { applicationId: row.id, version: 1 };
  await expect(commands.lapse(door, one)).resolves.toMatchObject({
    ok: false,
    reason: "lapse-not-due",
  });
  expect((await ask(getApplicationQuery, door.office, { applicationId: row.id })).lapseDue).toBe(
    false,
  );
  await db().membershipApplication.update({
    where: { id: row.id },
    data: { stateSince: daysAgo(61) },
  });
  expect((await ask(getApplicationQuery, door.office, { applicationId: row.id })).lapseDue).toBe(
    true,
  );
  await expect(commands.lapse(door, one)).resolves.toMatchObject({
    ok: true,
    value: { state: "lapsed" },
  });
});

test("recommended only when the unit stands in the register and is no member", async () => {
  const door = await openDoor();
  const row = await application(door, { state: "checking" });
  const one = { applicationId: row.id, version: 1 };
  await expect(commands.recommend(door, one)).resolves.toMatchObject({ reason: "not-in-register" });
  const organization = await createOrganization(db(), { creditCode: row.creditCode });
  await createMembership(db(), { allianceId: door.alliance.id, organizationId: organization.id });
  await db().membershipApplication.update({
    where: { id: row.id },
    data: { organizationId: organization.id },
  });
  await expect(commands.recommend(door, one)).resolves.toMatchObject({ reason: "already-member" });
});

describe("linking to the register", () => {
  const link = (door: Door, applicationId: string, organizationId: string) =>
    perform(linkOrganizationCommand, door.office, { applicationId, organizationId, version: 1 });

  test("codes must agree; a missing code is filled in", async () => {
    const door = await openDoor();
    const row = await application(door, { state: "checking" });
    const other = await createOrganization(db(), { creditCode: freshCode() });
    await expect(link(door, row.id, other.id)).resolves.toMatchObject({
      reason: "credit-code-differs",
    });
    const unit = await createOrganization(db());
    await expect(link(door, row.id, unit.id)).resolves.toMatchObject({
      ok: true,
      value: { organizationId: unit.id, version: 2 },
    });
    const filled = await db().organization.findUnique({ where: { id: unit.id } });
    expect(filled).toMatchObject({ creditCode: row.creditCode, version: 2 });
  });

  test("a code that stands under another unit is not given away", async () => {
    const door = await openDoor();
    const row = await application(door, { state: "checking" });
    await createOrganization(db(), { creditCode: row.creditCode });
    const unit = await createOrganization(db());
    await expect(link(door, row.id, unit.id)).resolves.toMatchObject({
      reason: "credit-code-differs",
    });
  });

  test("the applicant is entered in the register once, with code, kind and names to find it by", async () => {
    const door = await openDoor();
    const row = await application(door, { state: "checking", organizationName: "示例新单位" });
    const one = { applicationId: row.id, version: 1 };
    const done = await Promise.allSettled([
      perform(createFromApplicationCommand, door.office, one),
      perform(createFromApplicationCommand, door.office, one),
    ]);
    expect(done.filter((result) => result.status === "fulfilled" && result.value.ok)).toHaveLength(
      1,
    );
    const [unit, ...more] = await db().organization.findMany({
      where: { creditCode: row.creditCode },
    });
    expect(more).toEqual([]);
    expect(unit).toMatchObject({ name: "示例新单位", kind: "enterprise" });
    expect(unit?.searchText).toContain("xindanwei");
    expect(await ask(getApplicationQuery, door.office, { applicationId: row.id })).toMatchObject({
      organization: { id: unit?.id },
      version: 2,
    });
    const again = await application(door, { state: "checking", organizationName: "示例新单位" });
    await db().organization.update({ where: { id: unit?.id ?? "" }, data: { creditCode: null } });
    await expect(
      perform(createFromApplicationCommand, door.office, { applicationId: again.id, version: 1 }),
    ).resolves.toMatchObject({ ok: false, reason: "duplicate-name" });
  });

  test("a dissolved unit and a closed application are refused", async () => {
    const door = await openDoor();
    const gone = await createOrganization(db(), { status: "dissolved" });
    const row = await application(door, { state: "checking" });
    await expect(link(door, row.id, gone.id)).resolves.toMatchObject({
      reason: "organization-not-active",
    });
    const closed = await application(door, { state: "withdrawn" });
    await expect(link(door, closed.id, gone.id)).resolves.toMatchObject({ reason: "wrong-state" });
  });
});

describe("A-01 A-02 who may", () => {
  test("another alliance's application is not there", async () => {
    const door = await openDoor();
    const other = await openDoor();
    const row = await application(other);
    const one = { applicationId: row.id, version: 1 };
    for (const command of Object.values(commands)) {
      await expect(command(door, one)).rejects.toMatchObject({ code: "not-found" });
    }
    await expect(
      ask(getApplicationQuery, door.office, { applicationId: row.id }),
    ).rejects.toMatchObject({
      code: "not-found",
    });
    const admit = { ...one, resolutionId: row.id };
    await expect(perform(admitApplicationCommand, door.office, admit)).rejects.toMatchObject({
      code: "not-found",
    });
  });

  test.each([
    "chair",
    "delegate",
    "supervisor",
    "school_leader",
    "observer",
    "platform_admin",
  ] as const)("a %s neither reads nor moves applications", async (role) => {
    const door = await openDoor();
    const row = await application(door);
    const organization = await createOrganization(db());
    const actor = await createActor(db(), role, {
      allianceId: role === "platform_admin" ? null : door.alliance.id,
      organizationId: organization.id,
    });
    const call = { ...door, office: { ...door.office, actor } };
    const one = { applicationId: row.id, version: 1 };
    for (const command of Object.values(commands)) {
      await expect(command(call, one)).rejects.toMatchObject({ code: "forbidden" });
    }
    await expect(
      ask(getApplicationQuery, call.office, { applicationId: row.id }),
    ).rejects.toMatchObject({
      code: "forbidden",
    });
    const after = await db().membershipApplication.findUnique({ where: { id: row.id } });
    expect(after).toMatchObject({ state: "submitted", version: 1 });
  });
});
