import { expect, test } from "vitest";
import { getMeetingQuery, recordMeetingCommand } from "@/lib/features/meetings/procedures/record";
import { anonymous } from "@/lib/platform/auth/actor";
import { ask, perform } from "@/lib/platform/corridor/faces";
import { createStoredFile } from "@/prisma/seed/factories/governance";
import { createActor } from "@/tests/support/actors";
import { useDatabase } from "@/tests/support/database";
import { motion, paperOf, seatedCouncil } from "./council";

const { db } = useDatabase();
const record = recordMeetingCommand;
const twoThirds = { base: "present", num: 2, den: 3, cmp: "gte" } as const;
const filledTwoThirds = { base: "seats_filled", num: 2, den: 3, cmp: "gte" } as const;

async function recorded(
  council: Awaited<ReturnType<typeof seatedCouncil>>,
  given: Parameters<typeof paperOf>[1] = {},
) {
  const answer = await perform(record, council.call, await paperOf(council, given));
  if (!answer.ok) throw new Error(answer.reason);
  return ask(getMeetingQuery, council.call, { meetingId: answer.value.id });
}

test("a recorded meeting holds attendance, counts, rule, arithmetic and a numbered resolution", async () => {
  const council = await seatedCouncil({ seats: 10, filled: 9 });
  const meeting = await recorded(council, {
    statuses: [
      "present",
      "online",
      "proxy",
      "present",
      "present",
      "present",
      "excused",
      "absent",
      "absent",
    ],
    items: [
      { title: "听取工作报告" },
      { title: "示例方案", partyPrior: true, motion: motion({ yes: 4, no: 1, abstain: 1 }) },
    ],
  });
  expect(meeting).toMatchObject({
    recordOnly: true,
    seatsAll: 10,
    seatsFilled: 9,
    recordedBy: council.secretary.name,
    original: { id: council.file.id, name: "示例会议记录.pdf" },
    heldAt: "2026-03-10T06:30:00.000Z",
  });
  expect(meeting.attendance.map((line) => line.status)).toContain("proxy");
  expect(meeting.items[0]?.motion).toBeNull();
  expect(meeting.items[1]).toMatchObject({
    partyPrior: true,
    motion: {
      votes: { present: 6, yes: 4, no: 1, abstain: 1 },
      quorum: { base: 9, count: 6, needed: 6, met: true },
      pass: { base: 6, needed: 4, met: true },
      computedOutcome: "carried",
      outcome: "carried",
      contradictionReason: null,
      recount: true,
      rule: { articleRef: "示例章程第十二条", version: 1 },
      resolution: { year: 2026, number: 1, effectiveFrom: "2026-03-10" },
    },
  });
});

test.each([
  ["one short of quorum", ["absent", "absent", "absent", "absent"], { yes: 5 }, "inquorate"],
  ["exact two thirds", [], { yes: 6, no: 3 }, "carried"],
  ["one short of two thirds", [], { yes: 5, no: 4 }, "rejected"],
  ["everybody abstains", [], { yes: 0, abstain: 9 }, "rejected"],
  ["zero present", Array.from({ length: 9 }, () => "absent" as const), { yes: 0 }, "inquorate"],
] as const)("I-11 %s", async (_, statuses, votes, outcome) => {
  const council = await seatedCouncil({ form: "social_organization" });
  const items = [{ title: "示例", motion: motion({ ...votes, outcome }) }];
  const meeting = await recorded(council, { statuses: [...statuses], items });
  expect(meeting.items[0]?.motion).toMatchObject({ computedOutcome: outcome, outcome });
  expect(meeting.items[0]?.motion?.resolution === null).toBe(outcome !== "carried");
});

test("a tie that the rule leaves to the chair needs the reason of the casting vote", async () => {
  const council = await seatedCouncil({
    seats: 8,
    over: {
      ordinary: {
        quorum: filledTwoThirds,
        pass: { base: "present", num: 1, den: 2, cmp: "gt" },
        tie: "chair_casts",
      },
    },
  });
  const tied = { yes: 4, no: 4 };
  const items = (given: object) => [{ title: "示例", motion: motion({ ...tied, ...given }) }];
  const paper = await paperOf(council, { items: items({ outcome: "carried" }) });
  await expect(perform(record, council.call, paper)).resolves.toEqual({
    ok: false,
    reason: "contradiction-needs-reason",
    details: { item: 1 },
  });
  const meeting = await recorded(council, {
    items: items({ outcome: "carried", contradictionReason: "理事长行使决定票：同意" }),
  });
  expect(meeting.items[0]?.motion).toMatchObject({
    tie: true,
    computedOutcome: "tied",
    outcome: "carried",
    contradictionReason: "理事长行使决定票：同意",
  });
});

test("a paper that contradicts the rule is refused without a reason and recorded with one", async () => {
  const council = await seatedCouncil();
  const items = [{ title: "示例", motion: motion({ yes: 3, no: 6, outcome: "carried" }) }];
  const refused = await perform(record, council.call, await paperOf(council, { items }));
  expect(refused).toMatchObject({ ok: false, reason: "contradiction-needs-reason" });
  expect(await db().meeting.count({ where: { allianceId: council.alliance.id } })).toBe(0);
  items[0] = {
    title: "示例",
    motion: motion({ yes: 3, no: 6, contradictionReason: "示例：漏记一票" }),
  };
  const meeting = await recorded(council, { items });
  expect(meeting.items[0]?.motion).toMatchObject({
    computedOutcome: "rejected",
    outcome: "carried",
  });
});

test("a reason that nothing contradicts is not kept", async () => {
  const council = await seatedCouncil();
  const meeting = await recorded(council, {
    items: [{ title: "示例", motion: motion({ contradictionReason: "多余的说明" }) }],
  });
  expect(meeting.items[0]?.motion?.contradictionReason).toBeNull();
});

test("I-10 more ballots than voters are refused", async () => {
  const council = await seatedCouncil();
  const items = [{ title: "示例", motion: motion({ yes: 9, recused: 1 }) }];
  await expect(
    perform(record, council.call, await paperOf(council, { items })),
  ).resolves.toMatchObject({ ok: false, reason: "votes-exceed-present", details: { item: 1 } });
});

async function refusedPaper(given: Parameters<typeof paperOf>[1], less = 0) {
  const council = await seatedCouncil();
  const paper = await paperOf(council, given);
  const attendance = paper.attendance.slice(less);
  const answer = await perform(record, council.call, { ...paper, attendance });
  expect(await db().meeting.count({ where: { allianceId: council.alliance.id } })).toBe(0);
  return answer.ok ? "recorded" : answer.reason;
}

test("a refused paper writes nothing", async () => {
  expect(await refusedPaper({ heldOn: "2199-01-01" })).toBe("meeting-in-future");
  expect(await refusedPaper({}, 1)).toBe("attendance-incomplete");
  const items = [{ title: "示例", motion: motion({ effectiveFrom: "2026-03-09" }) }];
  expect(await refusedPaper({ items })).toBe("effective-before-adoption");
});

test("a matter without a rule in force cannot be recorded", async () => {
  const council = await seatedCouncil();
  await db().ruleSet.updateMany({
    where: { bodyId: council.body.id, matter: "charter" },
    data: { validTo: new Date("2025-12-31T00:00:00Z") },
  });
  const items = [{ title: "示例", motion: motion({ matter: "charter" }) }];
  await expect(
    perform(record, council.call, await paperOf(council, { items })),
  ).resolves.toMatchObject({ ok: false, reason: "no-rule-in-force" });
});

test("seats of the day: a holder who left, a vacant seat, a suspended member", async () => {
  const council = await seatedCouncil({ form: "social_organization" });
  const [left, suspended] = council.holders;
  await db().seatHolding.update({
    where: { id: left?.holding.id ?? "" },
    data: { validTo: new Date("2026-03-09T00:00:00Z") },
  });
  await db().membershipSuspension.create({
    data: {
      allianceId: council.alliance.id,
      membershipId: suspended?.membership.id ?? "",
      validFrom: new Date("2026-01-01T00:00:00Z"),
      reason: "示例",
    },
  });
  const meeting = await recorded(council, {
    items: [{ title: "示例", motion: motion({ yes: 7 }) }],
  });
  expect(meeting).toMatchObject({ seatsAll: 9, seatsFilled: 8 });
  expect(meeting.items[0]?.motion).toMatchObject({
    votes: { present: 7 },
    seats: { all: 9, filled: 8, eligible: 7 },
  });
});

test("I-24 A-37 ten recordings at once get consecutive resolution numbers", async () => {
  const council = await seatedCouncil();
  const papers = await Promise.all(
    Array.from({ length: 10 }, (_, n) =>
      paperOf(council, {
        time: `0${n}:15`,
        items: [
          { title: `示例 ${n}`, motion: motion() },
          { title: `示例 ${n} 续`, motion: motion() },
        ],
      }),
    ),
  );
  const answers = await Promise.all(papers.map((paper) => perform(record, council.call, paper)));
  expect(answers.map((answer) => answer.ok)).toEqual(answers.map(() => true));
  const numbers = await db().resolution.findMany({
    where: { bodyId: council.body.id },
    select: { number: true },
    orderBy: { number: "asc" },
  });
  expect(numbers.map((row) => row.number)).toEqual(Array.from({ length: 20 }, (_, n) => n + 1));
});

test("I-24 a refused recording leaves no gap; each year and body counts for itself", async () => {
  const council = await seatedCouncil();
  await recorded(council);
  const bad = await paperOf(council, {
    time: "16:00",
    items: [
      { title: "一", motion: motion() },
      { title: "二", motion: motion({ yes: 1, no: 8 }) },
    ],
  });
  expect((await perform(record, council.call, bad)).ok).toBe(false);
  const next = await recorded(council, { time: "17:00" });
  expect(next.items[0]?.motion?.resolution).toMatchObject({ year: 2026, number: 2 });
  const earlier = await recorded(council, { heldOn: "2024-05-06" });
  expect(earlier.items[0]?.motion?.resolution).toMatchObject({ year: 2024, number: 1 });
});

test("I-08 sent twice with one idempotency key, in turn and at once: one meeting, one answer", async () => {
  const council = await seatedCouncil();
  const paper = await paperOf(council);
  const call = { ...council.call, idempotencyKey: "record-1" };
  const [first, second] = await Promise.all([
    perform(record, call, paper),
    perform(record, call, paper),
  ]);
  expect(first.ok).toBe(true);
  expect(second).toEqual(first);
  expect(await perform(record, call, paper)).toEqual(first);
  expect(await db().meeting.count({ where: { bodyId: council.body.id } })).toBe(1);
  expect(await db().resolution.count({ where: { bodyId: council.body.id } })).toBe(1);
});

test("sent twice without a key: the second is told that the meeting is recorded", async () => {
  const council = await seatedCouncil();
  const paper = await paperOf(council);
  const answers = await Promise.all([
    perform(record, council.call, paper),
    perform(record, council.call, paper),
  ]);
  expect(answers.map((answer) => (answer.ok ? "ok" : answer.reason)).sort()).toEqual([
    "meeting-already-recorded",
    "ok",
  ]);
});

test("I-04 A-25 a rule changed later changes no result: the sheet is counted again from its snapshot", async () => {
  const council = await seatedCouncil({
    over: { ordinary: { quorum: filledTwoThirds, pass: twoThirds, tie: "fails" } },
  });
  const before = await recorded(council, {
    items: [{ title: "示例", motion: motion({ yes: 6, no: 3 }) }],
  });
  const [former] = await db().ruleSet.updateManyAndReturn({
    where: { bodyId: council.body.id, matter: "ordinary" },
    data: { validTo: new Date("2024-12-31T00:00:00Z") },
  });
  if (!former) throw new Error("no rule");
  const { id: _id, options: _options, ...columns } = former;
  await db().ruleSet.create({
    data: {
      ...columns,
      passNum: 9,
      passDen: 10,
      quorumNum: 1,
      quorumDen: 1,
      version: 2,
      validFrom: new Date("2025-01-01T00:00:00Z"),
      validTo: null,
    },
  });
  const after = await ask(getMeetingQuery, council.call, { meetingId: before.id });
  expect(after.items[0]?.motion).toEqual(before.items[0]?.motion);
  expect(after.items[0]?.motion).toMatchObject({ recount: true, computedOutcome: "carried" });
});

test.each(["motions", "resolutions", "attendances"] as const)(
  "I-04 A-25 rows of %s are never changed or deleted",
  async (table) => {
    const council = await seatedCouncil();
    await recorded(council);
    const where = `alliance_id = '${council.alliance.id}'`;
    const set = { motions: "yes = 8", resolutions: "text = 'x'", attendances: "status = 'absent'" }[
      table
    ];
    await expect(
      db().$executeRawUnsafe(`UPDATE ${table} SET ${set} WHERE ${where}`),
    ).rejects.toThrow();
    await expect(db().$executeRawUnsafe(`DELETE FROM ${table} WHERE ${where}`)).rejects.toThrow();
  },
);

test("A-01 another alliance's body, paper and meeting are not there", async () => {
  const ours = await seatedCouncil();
  const theirs = await seatedCouncil();
  const foreignBody = await paperOf(theirs, { originalFileId: ours.file.id });
  await expect(perform(record, ours.call, foreignBody)).rejects.toMatchObject({
    code: "not-found",
  });
  const foreignPaper = await paperOf(ours, { originalFileId: theirs.file.id });
  await expect(perform(record, ours.call, foreignPaper)).resolves.toMatchObject({
    ok: false,
    reason: "paper-missing",
  });
  const meeting = await recorded(theirs);
  await expect(ask(getMeetingQuery, ours.call, { meetingId: meeting.id })).rejects.toMatchObject({
    code: "not-found",
  });
  const elsewhere = { ...ours.call, tenant: theirs.alliance.slug };
  await expect(
    perform(record, elsewhere, await paperOf(theirs, { time: "09:00" })),
  ).rejects.toMatchObject({
    code: "forbidden",
  });
});

test.each(["delegate", "chair", "supervisor", "observer"] as const)(
  "a %s does not record",
  async (role) => {
    const council = await seatedCouncil();
    const actor = await createActor(db(), role, { allianceId: council.alliance.id });
    const paper = await paperOf(council);
    await expect(perform(record, { ...council.call, actor }, paper)).rejects.toMatchObject({
      code: "forbidden",
    });
    await expect(
      perform(record, { ...council.call, actor: anonymous }, paper),
    ).rejects.toMatchObject({ code: "unauthenticated" });
    expect(await db().meeting.count({ where: { bodyId: council.body.id } })).toBe(0);
  },
);

test("unknown keys and bad values are named by their field", async () => {
  const council = await seatedCouncil();
  const paper = await paperOf(council, {
    time: "25:00",
    items: [{ title: "示例", motion: motion({ yes: -1 }) }],
  });
  await expect(perform(record, council.call, paper)).rejects.toMatchObject({
    code: "malformed",
    issues: [
      { path: "time", message: "not-a-time" },
      { path: "items.0.motion.yes", message: "not-a-quantity" },
    ],
  });
  const extra = { ...(await paperOf(council)), allianceId: council.alliance.id };
  await expect(perform(record, council.call, extra)).rejects.toMatchObject({
    issues: [{ path: "allianceId", message: "unknown" }],
  });
});

test("the audit chain tells who recorded what", async () => {
  const council = await seatedCouncil();
  const file = await createStoredFile(db(), {
    allianceId: council.alliance.id,
    name: "示例二.pdf",
  });
  const meeting = await recorded(council, { originalFileId: file.id });
  const entries = await db().auditEntry.findMany({
    where: { chain: council.alliance.id },
    orderBy: { seq: "asc" },
  });
  expect(entries.map((entry) => entry.action)).toEqual(["meeting.record", "resolution.adopt"]);
  expect(entries[0]).toMatchObject({ actorId: council.secretary.userId, subjectId: meeting.id });
});
