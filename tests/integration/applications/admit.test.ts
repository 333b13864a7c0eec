import { expect, test } from "vitest";
import {
  admitApplicationCommand,
  answerQuestionCommand,
  askForSupplementCommand,
  getApplicationQuery,
  getCaseQuery,
  linkOrganizationCommand,
  recommendApplicationCommand,
  takeApplicationCommand,
} from "@/lib/features/applications/procedures";
import {
  getMeetingQuery,
  listMeetingsQuery,
  recordMeetingCommand,
} from "@/lib/features/meetings/procedures/record";
import {
  getResolutionQuery,
  listResolutionsQuery,
  recordEventCommand,
} from "@/lib/features/resolutions/procedures";
import { anonymous } from "@/lib/platform/auth/actor";
import { ask, perform } from "@/lib/platform/corridor/faces";
import { createMembership, createOrganization } from "@/prisma/seed/factories/basics";
import { createActor } from "@/tests/support/actors";
import { useDatabase } from "@/tests/support/database";
import { motion, paperOf, recommendedApplication, seatedCouncil } from "../meetings/council";
import { form, submitted } from "./case";

const { db } = useDatabase();
type Council = Awaited<ReturnType<typeof seatedCouncil>>;
type Item = Awaited<ReturnType<typeof paperOf>>["items"][number];
const admission = (
  applicationId: string | undefined,
  given: Parameters<typeof motion>[0] = {},
  admitAtOnce = false,
): Item => ({
  title: "关于接纳示例单位的议案",
  ...(applicationId && { applicationId }),
  admitAtOnce,
  motion: motion({ matter: "membership", text: "同意接纳示例单位为成员单位。", ...given }),
});

async function decided(council: Council, items: Item[], given: object = {}) {
  const paper = await paperOf(council, { items, ...given });
  const answer = await perform(recordMeetingCommand, council.call, paper);
  if (!answer.ok) throw new Error(answer.reason);
  return { meetingId: answer.value.id, resolutionId: answer.value.resolutions[0]?.id ?? "" };
}
const read = (council: Council, applicationId: string) =>
  ask(getApplicationQuery, council.call, { applicationId });

test("the whole way: submit, check, supplement, recommend, decide, admit", async () => {
  const council = await seatedCouncil();
  const visitor = { actor: anonymous, tenant: council.alliance.slug };
  const mine = await submitted({ ...council, office: council.call, visitor }, form());
  const one = { applicationId: mine.id };
  await perform(takeApplicationCommand, council.call, { ...one, version: 1 });
  await perform(askForSupplementCommand, council.call, { ...one, version: 2, text: "请补充。" });
  await perform(answerQuestionCommand, visitor, {
    token: mine.token,
    version: 3,
    text: "已补充。",
  });
  const organization = await createOrganization(db());
  const link = { ...one, version: 4, organizationId: organization.id };
  await perform(linkOrganizationCommand, council.call, link);
  await perform(recommendApplicationCommand, council.call, { ...one, version: 5 });
  const { meetingId, resolutionId } = await decided(council, [
    admission(mine.id, { effectiveFrom: "2026-04-01" }),
  ]);
  const waiting = await read(council, mine.id);
  expect(waiting).toMatchObject({
    state: "on_agenda",
    decisions: [{ meetingId, resolutionId, outcome: "carried" }],
  });

  const admit = { ...one, resolutionId, version: waiting.version };
  const answer = await perform(admitApplicationCommand, council.call, admit);
  expect(answer).toMatchObject({ ok: true, value: { state: "admitted" } });
  if (!answer.ok) return;
  const membership = await db().membership.findUnique({
    where: { id: answer.value.membershipId },
    include: { periods: true, events: true },
  });
  expect(membership).toMatchObject({
    organizationId: organization.id,
    number: answer.value.number,
    periods: [
      {
        position: "member_unit",
        openedByResolutionId: resolutionId,
        validTo: null,
        validFrom: new Date("2026-04-01"),
      },
    ],
    events: [{ kind: "admitted", resolutionId, createdById: council.secretary.userId }],
  });
  expect(await ask(getCaseQuery, visitor, { token: mine.token })).toMatchObject({
    state: "admitted",
    membershipNumber: answer.value.number,
    admittedFrom: "2026-04-01",
  });
  await expect(
    perform(admitApplicationCommand, council.call, { ...admit, version: waiting.version + 1 }),
  ).resolves.toMatchObject({ ok: false, reason: "wrong-state" });
  const chain = await db().auditEntry.findMany({
    where: { chain: council.alliance.id },
    orderBy: { seq: "asc" },
  });
  expect(chain.map((entry) => entry.action)).toEqual([
    "application.submit",
    "application.take",
    "application.ask",
    "application.answer",
    "organization.update",
    "application.link",
    "application.recommend",
    "meeting.record",
    "application.put_on_agenda",
    "resolution.adopt",
    "membership.admit",
    "application.admit",
  ]);
});

test("the thread: meeting, motion, resolution, application and member lead to one another", async () => {
  const council = await seatedCouncil();
  const row = await recommendedApplication(council);
  const { meetingId, resolutionId } = await decided(council, [admission(row.id, {}, true)]);
  const meeting = await ask(getMeetingQuery, council.call, { meetingId });
  expect(meeting.items[0]).toMatchObject({
    application: { id: row.id, state: "admitted", organizationId: row.organizationId },
    motion: { resolution: { id: resolutionId } },
  });
  const resolution = await ask(getResolutionQuery, council.call, { resolutionId });
  expect(resolution).toMatchObject({
    meeting: { id: meetingId },
    application: { id: row.id },
    motion: { id: meeting.items[0]?.motion?.id },
  });
  const list = await ask(listResolutionsQuery, council.call, { q: "接纳" });
  expect(list).toMatchObject({
    total: 1,
    items: [{ id: resolutionId, meetingId, admitted: { organizationId: row.organizationId } }],
  });
  const member = await db().membershipPeriod.findFirst({
    where: { openedByResolutionId: resolutionId },
  });
  expect(member).not.toBeNull();
  const meetings = await ask(listMeetingsQuery, council.call, { year: 2026 });
  expect(meetings).toMatchObject({
    total: 1,
    items: [{ id: meetingId, items: 1, carried: 1, present: 9 }],
  });
});

test.each([
  ["rejected", "declined", { yes: 2, no: 7, outcome: "rejected" }],
  [
    "inquorate",
    "recommended",
    { yes: 5, outcome: "inquorate", contradictionReason: "示例：中途离席" },
  ],
] as const)("a motion that is %s leaves the application %s", async (_, state, given) => {
  const council = await seatedCouncil();
  const row = await recommendedApplication(council);
  await decided(council, [admission(row.id, given, true)]);
  expect((await read(council, row.id)).state).toBe(state);
  expect(await db().membership.count({ where: { organizationId: row.organizationId ?? "" } })).toBe(
    0,
  );
});

test("only the carried membership resolution about this very application admits", async () => {
  const council = await seatedCouncil();
  const [one, two] = [await recommendedApplication(council), await recommendedApplication(council)];
  const plain = await decided(council, [admission(undefined)], { time: "08:00" });
  await decided(council, [admission(one.id)]);
  const other = await decided(council, [admission(two.id)], { time: "16:00" });
  const { version } = await read(council, one.id);
  for (const { resolutionId } of [plain, other]) {
    const input = { applicationId: one.id, version, resolutionId };
    await expect(perform(admitApplicationCommand, council.call, input)).resolves.toMatchObject({
      ok: false,
      reason: "resolution-not-for-application",
    });
  }
  const elsewhere = await seatedCouncil();
  const theirs = await recommendedApplication(elsewhere);
  const foreign = await decided(elsewhere, [admission(theirs.id)]);
  await expect(
    perform(admitApplicationCommand, council.call, {
      applicationId: one.id,
      version,
      resolutionId: foreign.resolutionId,
    }),
  ).rejects.toMatchObject({ code: "not-found" });
  expect((await read(council, one.id)).state).toBe("on_agenda");
});

test("admitted by two at once: one membership, with the next certificate number", async () => {
  const council = await seatedCouncil();
  const row = await recommendedApplication(council);
  const { resolutionId } = await decided(council, [admission(row.id)]);
  const { version } = await read(council, row.id);
  const input = { applicationId: row.id, resolutionId, version };
  const last = await db().membership.aggregate({
    where: { allianceId: council.alliance.id },
    _max: { number: true },
  });
  const done = await Promise.allSettled([
    perform(admitApplicationCommand, council.call, input),
    perform(admitApplicationCommand, council.call, input),
  ]);
  expect(done.filter((one) => one.status === "fulfilled" && one.value.ok)).toHaveLength(1);
  const found = await db().membership.findMany({
    where: { organizationId: row.organizationId ?? "" },
  });
  expect(found.map(({ number }) => number)).toEqual([(last._max.number ?? 0) + 1]);
});

test("an organization that became a member meanwhile is refused", async () => {
  const council = await seatedCouncil();
  const row = await recommendedApplication(council);
  const { resolutionId } = await decided(council, [admission(row.id)]);
  await createMembership(db(), {
    allianceId: council.alliance.id,
    organizationId: row.organizationId ?? "",
  });
  const { version } = await read(council, row.id);
  await expect(
    perform(admitApplicationCommand, council.call, {
      applicationId: row.id,
      resolutionId,
      version,
    }),
  ).resolves.toMatchObject({ ok: false, reason: "already-member" });
});

test("Same code applies again after expulsion: admitted under a new number", async () => {
  const council = await seatedCouncil();
  const row = await recommendedApplication(council);
  const old = await createMembership(db(), {
    allianceId: council.alliance.id,
    organizationId: row.organizationId ?? "",
  });
  await db().membershipPeriod.updateMany({
    where: { membershipId: old.id },
    data: { validTo: new Date("2025-12-31T00:00:00Z") },
  });
  await decided(council, [admission(row.id, {}, true)]);
  const numbers = await db().membership.findMany({
    where: { organizationId: row.organizationId ?? "" },
    select: { number: true },
  });
  expect(new Set(numbers.map(({ number }) => number)).size).toBe(2);
});

test.each([
  [
    "a matter that is no membership",
    (id: string) => [admission(id, { matter: "ordinary" })],
    "application-needs-membership-matter",
  ],
  ["one application twice", (id: string) => [admission(id), admission(id)], "application-twice"],
] as const)("refuses %s", async (_, items, reason) => {
  const council = await seatedCouncil();
  const row = await recommendedApplication(council);
  const paper = await paperOf(council, { items: [...items(row.id)] });
  await expect(perform(recordMeetingCommand, council.call, paper)).resolves.toMatchObject({
    ok: false,
    reason,
    details: { item: 1 },
  });
  expect((await read(council, row.id)).state).toBe("recommended");
});

test.each([
  "submitted",
  "checking",
  "supplement",
  "on_agenda",
  "declined",
  "withdrawn",
  "lapsed",
] as const)("an application that is %s is not put to the council", async (state) => {
  const council = await seatedCouncil();
  const row = await recommendedApplication(council);
  await db().membershipApplication.update({ where: { id: row.id }, data: { state } });
  const paper = await paperOf(council, { items: [admission(row.id)] });
  await expect(perform(recordMeetingCommand, council.call, paper)).resolves.toMatchObject({
    ok: false,
    reason: "application-not-recommended",
  });
});

test.each(["chair", "delegate"] as const)("a %s does not admit", async (role) => {
  const council = await seatedCouncil();
  const row = await recommendedApplication(council);
  const { resolutionId } = await decided(council, [admission(row.id)]);
  const actor = await createActor(db(), role, { allianceId: council.alliance.id });
  const { version } = await read(council, row.id);
  await expect(
    perform(
      admitApplicationCommand,
      { ...council.call, actor },
      { applicationId: row.id, resolutionId, version },
    ),
  ).rejects.toMatchObject({ code: "forbidden" });
});

/** The motion was voided, or a later resolution took the place of this one. */
const end = (council: Council, resolutionId: string, kind: "repealed" | "superseded") =>
  db().resolutionEvent.create({
    data: { allianceId: council.alliance.id, resolutionId, kind, on: new Date(), reason: "示例" },
  });

test("a repealed resolution admits nobody any more, and neither does one that was superseded", async () => {
  for (const kind of ["repealed", "superseded"] as const) {
    const council = await seatedCouncil();
    const application = await recommendedApplication(council);
    const { resolutionId } = await decided(council, [admission(application.id)]);
    await end(council, resolutionId, kind);
    const { version } = await read(council, application.id);
    const admit = { applicationId: application.id, resolutionId, version };
    expect(await perform(admitApplicationCommand, council.call, admit)).toMatchObject({
      reason: "resolution-repealed",
    });
    expect((await read(council, application.id)).version).toBe(version);
  }
});

test("what a resolution admitted by hand is a thing to undo when it is repealed", async () => {
  const council = await seatedCouncil();
  const application = await recommendedApplication(council);
  const { resolutionId } = await decided(council, [admission(application.id, {}, true)]);
  const items = [{ title: "示例废止", motion: motion() }];
  const later = await decided(council, items, { heldOn: "2026-03-20", title: "示例第二次会议" });
  const repeal = { resolutionId, kind: "repealed" as const, byResolutionId: later.resolutionId };
  const done = await perform(recordEventCommand, council.call, repeal);
  expect(done).toMatchObject({ ok: true });
  expect(await ask(getResolutionQuery, council.call, { resolutionId })).toMatchObject({
    state: "repealed",
    effectStands: "admit",
    waiting: { on: "undo" },
  });
});
