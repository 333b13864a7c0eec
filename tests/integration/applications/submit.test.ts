import { describe, expect, test } from "vitest";
import {
  answerQuestionCommand,
  askForSupplementCommand,
  getApplicationQuery,
  getCaseQuery,
  listApplicationsQuery,
  renewCaseLinkCommand,
  submitApplicationCommand,
  takeApplicationCommand,
  withdrawApplicationCommand,
} from "@/lib/features/applications/procedures";
import { ask, perform } from "@/lib/platform/corridor/faces";
import { createMembership, createOrganization } from "@/prisma/seed/factories/basics";
import { useDatabase } from "@/tests/support/database";
import { form, freshCode, openDoor, submitted } from "./case";

const { db } = useDatabase();
const submit = submitApplicationCommand;

test("a visitor applies, gets a case link once, and sees what the application waits for", async () => {
  const door = await openDoor();
  const creditCode = freshCode();
  const typed = ` ${creditCode.toLowerCase().slice(0, 6)} ${creditCode.slice(6)}`;
  const mine = await submitted(door, form({ creditCode: typed }));
  expect(mine.number).toBe(1);
  expect(Buffer.from(mine.token, "base64url")).toHaveLength(32);
  const seen = await ask(getCaseQuery, door.visitor, { token: mine.token });
  expect(seen).toMatchObject({ creditCode, state: "submitted", version: 1, messages: [] });
  expect(JSON.stringify(seen)).not.toContain("contact@sample.example");
  const row = await db().membershipApplication.findUnique({ where: { id: mine.id } });
  expect(JSON.stringify(row)).not.toContain(mine.token);
});

test.each([
  ["creditCode", { creditCode: "91000000000000001X" }, "not-a-credit-code"],
  ["creditCode", { creditCode: "" }, "required"],
  ["contactPhone", { contactPhone: "电话" }, "not-a-phone"],
  ["contactEmail", { contactEmail: "nobody" }, "not-an-email"],
  ["statement", { statement: "长".repeat(2001) }, "too-long"],
  ["state", { state: "admitted" }, "unknown"],
])("a bad %s is named", async (path, given, message) => {
  const door = await openDoor();
  await expect(perform(submit, door.visitor, { ...form(), ...given })).rejects.toMatchObject({
    code: "malformed",
    issues: expect.arrayContaining([{ path, message }]),
  });
});

test("two submits with one code at once: one application", async () => {
  const door = await openDoor();
  const given = form();
  const answers = await Promise.all([
    perform(submit, door.visitor, given),
    perform(submit, door.visitor, given),
    perform(submit, door.visitor, given),
  ]);
  expect(answers.map((answer) => (answer.ok ? "ok" : answer.reason)).sort()).toEqual([
    "application-open",
    "application-open",
    "ok",
  ]);
  expect(await db().membershipApplication.count({ where: { allianceId: door.alliance.id } })).toBe(
    1,
  );
});

test("I-08 one idempotency key gives one application, and its secret no second time", async () => {
  const door = await openDoor();
  const given = form();
  const call = { ...door.visitor, idempotencyKey: `visitor-${door.alliance.id}` };
  expect((await perform(submit, call, given)).ok).toBe(true);
  await expect(perform(submit, call, given)).rejects.toMatchObject({
    code: "idempotency-conflict",
  });
  expect(await db().membershipApplication.count({ where: { allianceId: door.alliance.id } })).toBe(
    1,
  );
});

test("I-24 applications at once are numbered without gaps", async () => {
  const door = await openDoor();
  const answers = await Promise.all(Array.from({ length: 12 }, () => submitted(door)));
  const numbers = answers.map((answer) => answer.number).sort((a, b) => a - b);
  expect(numbers).toEqual(Array.from({ length: 12 }, (_, n) => n + 1));
});

test("a member does not apply again; a former member may, and the secretariat is told", async () => {
  const door = await openDoor();
  const creditCode = freshCode();
  const organization = await createOrganization(db(), { creditCode });
  const membership = await createMembership(db(), {
    allianceId: door.alliance.id,
    organizationId: organization.id,
    number: 7,
  });
  await expect(perform(submit, door.visitor, form({ creditCode }))).resolves.toMatchObject({
    ok: false,
    reason: "already-member",
  });
  await db().membershipPeriod.updateMany({
    where: { membershipId: membership.id },
    data: { validTo: new Date("2025-06-30T00:00:00Z") },
  });
  await db().membershipEvent.create({
    data: {
      allianceId: door.alliance.id,
      membershipId: membership.id,
      kind: "expelled",
      effectiveOn: new Date("2025-06-30T00:00:00Z"),
      reason: "示例：长期未履约",
    },
  });
  const mine = await submitted(door, form({ creditCode }));
  const seen = await ask(getApplicationQuery, door.office, { applicationId: mine.id });
  expect(seen).toMatchObject({
    isMember: false,
    sameCode: { id: organization.id },
    formerMemberships: [
      { number: 7, endedOn: "2025-06-30", ending: "expelled", reason: "示例：长期未履约" },
    ],
  });
});

describe("the case link", () => {
  test("question, answer, withdrawal", async () => {
    const door = await openDoor();
    const mine = await submitted(door);
    const one = { applicationId: mine.id };
    await perform(takeApplicationCommand, door.office, { ...one, version: 1 });
    await perform(askForSupplementCommand, door.office, {
      ...one,
      version: 2,
      text: "请补充执照。",
    });
    const asked = await ask(getCaseQuery, door.visitor, { token: mine.token });
    expect(asked).toMatchObject({
      state: "supplement",
      version: 3,
      messages: [{ kind: "question", text: "请补充执照。" }],
    });
    const answer = { token: mine.token, version: 3, text: "已补充。" };
    await expect(perform(answerQuestionCommand, door.visitor, answer)).resolves.toMatchObject({
      ok: true,
      value: { state: "checking", version: 4 },
    });
    const seen = await ask(getApplicationQuery, door.office, one);
    expect(seen.messages.map(({ kind, author }) => [kind, author])).toEqual([
      ["question", door.secretary.name],
      ["answer", null],
    ]);
    const leave = { token: mine.token, version: 4 };
    expect((await perform(withdrawApplicationCommand, door.visitor, leave)).ok).toBe(true);
    await expect(perform(withdrawApplicationCommand, door.visitor, leave)).resolves.toMatchObject({
      ok: false,
      reason: "wrong-state",
    });
    expect((await perform(submit, door.visitor, form({ creditCode: seen.creditCode }))).ok).toBe(
      true,
    );
  });

  test("an answer sent twice at once is kept once", async () => {
    const door = await openDoor();
    const mine = await submitted(door);
    const one = { applicationId: mine.id };
    await perform(takeApplicationCommand, door.office, { ...one, version: 1 });
    await perform(askForSupplementCommand, door.office, { ...one, version: 2, text: "?" });
    const answer = { token: mine.token, version: 3, text: "已补充。" };
    const done = await Promise.allSettled([
      perform(answerQuestionCommand, door.visitor, answer),
      perform(answerQuestionCommand, door.visitor, answer),
    ]);
    const good = done.filter((one) => one.status === "fulfilled" && one.value.ok);
    expect(good).toHaveLength(1);
    expect(
      await db().applicationMessage.count({ where: { applicationId: mine.id, kind: "answer" } }),
    ).toBe(1);
  });

  test("A-01 a wrong link, an old link and a link of another alliance find nothing", async () => {
    const door = await openDoor();
    const other = await openDoor();
    const mine = await submitted(door);
    const notFound = { code: "not-found" };
    await expect(ask(getCaseQuery, door.visitor, { token: "x" })).rejects.toMatchObject(notFound);
    await expect(ask(getCaseQuery, other.visitor, { token: mine.token })).rejects.toMatchObject(
      notFound,
    );
    const leave = { token: mine.token, version: 1 };
    await expect(perform(withdrawApplicationCommand, other.visitor, leave)).rejects.toMatchObject(
      notFound,
    );
    const renewed = await perform(renewCaseLinkCommand, door.office, {
      applicationId: mine.id,
      version: 1,
    });
    if (!renewed.ok) throw new Error("no link");
    await expect(ask(getCaseQuery, door.visitor, { token: mine.token })).rejects.toMatchObject(
      notFound,
    );
    expect((await ask(getCaseQuery, door.visitor, { token: renewed.value.token })).id).toBe(
      mine.id,
    );
  });
});

test("the inbox: what waits longest first, counted by state, searched and paged", async () => {
  const door = await openDoor();
  const made = [];
  for (const name of ["示例甲单位", "示例乙单位", "示例丙_单位"]) {
    made.push(await submitted(door, form({ organizationName: name })));
  }
  const [first, second] = made;
  await perform(takeApplicationCommand, door.office, {
    applicationId: first?.id ?? "",
    version: 1,
  });
  await perform(withdrawApplicationCommand, door.visitor, {
    token: second?.token ?? "",
    version: 1,
  });
  const all = await ask(listApplicationsQuery, door.office, {});
  expect(all.items.map((row) => row.organizationName)).toEqual([
    "示例丙_单位",
    "示例甲单位",
    "示例乙单位",
  ]);
  expect(all).toMatchObject({ total: 3, counts: { submitted: 1, checking: 1, withdrawn: 1 } });
  const names = async (given: object) =>
    (await ask(listApplicationsQuery, door.office, given)).items.map((row) => row.organizationName);
  expect(await names({ state: "open" })).toEqual(["示例丙_单位", "示例甲单位"]);
  expect(await names({ q: "_" })).toEqual(["示例丙_单位"]);
  expect(await names({ sort: "number", pageSize: 1, page: 2 })).toEqual(["示例乙单位"]);
  await expect(ask(listApplicationsQuery, door.visitor, {})).rejects.toMatchObject({
    code: "unauthenticated",
  });
});
