import { beforeAll, describe, expect, test } from "vitest";
import { getCollegeQuery, saveCheckCommand } from "@/lib/features/colleges/procedures/colleges";
import {
  acceptItemCommand,
  confirmContributionCommand,
  contributeCommand,
  decideReviewCommand,
  reportItemCommand,
  returnItemCommand,
  saveReviewCommand,
  submitReviewCommand,
} from "@/lib/features/colleges/procedures/reviews";
import { fiveItems } from "@/lib/features/colleges/types";
import { enterpriseStandingProcedure } from "@/lib/features/enterprises/procedures";
import { addDays, dateOf, dayIn } from "@/lib/kernel/dates";
import { ask, perform } from "@/lib/platform/corridor/faces";
import { createCollegeRow } from "@/prisma/seed/factories/colleges";
import { createBody } from "@/prisma/seed/factories/governance";
import { useDatabase } from "../../support/database";
import { atOnce, callAs, createWorld, type Who, type World } from "./world";

const { db } = useDatabase();
let world: World;
const YEAR = 2025;
const later = addDays(dayIn(new Date(), "Asia/Shanghai"), 60);
beforeAll(async () => {
  world = await createWorld(db());
});

const read = (collegeId: string, who: Who = "clerk") =>
  ask(getCollegeQuery, callAs(world, who), { collegeId });
const reviewOf = async (collegeId: string, who: Who = "clerk") => {
  const review = (await read(collegeId, who)).inside?.reviews[0];
  if (!review) throw new Error("no review");
  return review;
};

/** A working college; `meetings` of its board were held in the year. */
async function working(meetings = 0) {
  const college = await createCollegeRow(db(), {
    allianceId: world.alliance.id,
    organizationIds: [world.school.id, world.company.id],
    state: "operating",
  });
  if (meetings > 0) {
    const board = await createBody(db(), {
      allianceId: world.alliance.id,
      name: `${college.name}理事会`,
      kind: "college_board",
    });
    await db().college.update({ where: { id: college.id }, data: { boardId: board.id } });
    await db().meeting.createMany({
      data: Array.from({ length: meetings }, () => ({
        allianceId: world.alliance.id,
        bodyId: board.id,
        title: "示例会议",
        mode: "room" as const,
        state: "closed" as const,
        scheduledAt: dateOf(`${YEAR}-06-01`),
      })),
    });
  }
  return college.id;
}

const give = async (collegeId: string, on = `${YEAR}-05-01`) => {
  await perform(contributeCommand, callAs(world, "contact"), {
    collegeId,
    organizationId: world.company.id,
    kind: "equipment",
    amount: "500000.00",
    valuation: "购置发票",
    on,
    evidence: "示例清单",
  });
  const entry = (await read(collegeId)).inside?.contributions.at(-1)?.id ?? "";
  await perform(confirmContributionCommand, callAs(world, "clerk"), {
    collegeId,
    contributionId: entry,
  });
};
const check = async (collegeId: string, count: number) => {
  for (const item of fiveItems.slice(0, count)) {
    await perform(saveCheckCommand, callAs(world, "clerk"), {
      collegeId,
      item,
      evidence: "示例佐证",
    });
  }
};
const save = (collegeId: string, more: object = {}, who: Who = "reporter") =>
  perform(saveReviewCommand, callAs(world, who), {
    collegeId,
    year: YEAR,
    selfReport: "示例自评",
    enrolled: 40,
    satisfaction: 90,
    respondents: 4,
    ...more,
  });
const submit = async (collegeId: string, who: Who = "reporter") => {
  const { id, version } = await reviewOf(collegeId);
  return perform(submitReviewCommand, callAs(world, who), { collegeId, reviewId: id, version });
};
const items = () => [{ title: "示例：召开理事会", dueOn: later, organizationId: world.school.id }];
const decide = async (collegeId: string, more: object = {}, who: Who = "clerk") => {
  const { id, version } = await reviewOf(collegeId);
  return perform(decideReviewCommand, callAs(world, who), {
    collegeId,
    reviewId: id,
    version,
    opinion: "示例意见",
    ...more,
  });
};

describe("3.8 yearly review", () => {
  test("the inputs are counted: board meetings, confirmed contributions of the year, checks", async () => {
    const id = await working(2);
    await give(id);
    await give(id, "2024-05-01");
    await check(id, 5);
    await save(id);
    expect((await reviewOf(id)).inputs).toMatchObject({
      boardMeetings: 2,
      contributedKind: "500000.00",
      contributedCash: "0.00",
      contributors: 1,
      checks: 5,
      enrolled: 40,
      enrolledBefore: null,
      students: null,
    });
  });

  test("what was counted at submission stands; the college waits for its grade", async () => {
    const id = await working(2);
    await give(id);
    await check(id, 5);
    await save(id);
    expect(await submit(id)).toMatchObject({ ok: true });
    await check(id, 5);
    await give(id);
    expect((await reviewOf(id)).inputs.contributedKind).toBe("500000.00");
    expect(await read(id)).toMatchObject({
      state: "yearly_review",
      inside: { waiting: "decision" },
    });
    expect(await save(id)).toMatchObject({ reason: "wrong-state" });
    await expect(
      db().collegeReview.updateMany({ where: { collegeId: id }, data: { inputs: {} } }),
    ).rejects.toThrow();
  });

  test("a good year goes on as an entity with its evidence (S000-13)", async () => {
    const id = await working(2);
    await give(id);
    await check(id, 5);
    await save(id);
    await submit(id);
    expect(await decide(id, { items: items() })).toMatchObject({ reason: "review-needs-no-items" });
    expect(await decide(id)).toMatchObject({ ok: true });
    expect(await reviewOf(id)).toMatchObject({ grade: "b", points: 74, vetoes: [] });
    expect(await read(id)).toMatchObject({
      state: "operating",
      mode: "entity",
      modeEvidence: "示例佐证",
    });
  });

  test("veto: no board meeting and no contribution make a D, which is rectified", async () => {
    const id = await working();
    await check(id, 5);
    await save(id);
    await submit(id);
    expect(await decide(id)).toMatchObject({ reason: "review-needs-items" });
    expect(await decide(id, { items: items() })).toMatchObject({ ok: true });
    expect(await reviewOf(id)).toMatchObject({
      grade: "d",
      vetoes: ["no_board_meeting", "no_contribution"],
    });
    expect(await read(id)).toMatchObject({ state: "rectifying", mode: "nominal" });
  });

  test("veto: no enrolment for two years", async () => {
    const id = await working(2);
    await give(id);
    await save(id, { enrolled: 0 });
    const { inputs } = await reviewOf(id);
    expect((await reviewOf(id)).vetoes).toEqual([]);
    const before = { allianceId: world.alliance.id, collegeId: id, year: YEAR - 1, inputs };
    await db().collegeReview.create({
      data: { ...before, state: "submitted", selfReport: "示例", enrolled: 0 },
    });
    expect((await reviewOf(id)).vetoes).toEqual(["no_enrolment"]);
  });

  test("I-15 the author does not grade the report, and the database does not let it happen", async () => {
    const id = await working(2);
    await save(id, {}, "clerk");
    await submit(id, "clerk");
    expect(await decide(id, { items: items() })).toMatchObject({ reason: "same-person" });
    await expect(
      db().collegeReview.updateMany({
        where: { collegeId: id },
        data: { decidedById: world.actors.clerk.userId },
      }),
    ).rejects.toThrow();
    expect(await decide(id, { items: items() }, "chair")).toMatchObject({ ok: true });
  });

  test("two grades at once: one stands", async () => {
    const id = await working();
    await save(id);
    await submit(id);
    const { done, refused, faults } = await atOnce([
      () => decide(id, { items: items() }),
      () => decide(id, { items: items() }, "second"),
    ]);
    // The other is stale, or, where it begins after the first has ended, finds the review decided.
    expect([done, [...refused, ...faults].length]).toEqual([1, 1]);
    expect((await reviewOf(id)).items).toHaveLength(1);
  });

  test("a year is reviewed once, and none that is to come", async () => {
    const id = await working(2);
    expect(await save(id, { year: 2190 })).toMatchObject({ reason: "review-year-ahead" });
    await save(id);
    await expect(save(id)).rejects.toMatchObject({ code: "stale" });
    const { done } = await atOnce([() => submit(id), () => submit(id)]);
    expect(done).toBe(1);
  });

  test("the enterprise's people write no report", async () => {
    const id = await working();
    await expect(save(id, {}, "contact")).rejects.toMatchObject({ code: "forbidden" });
  });
});

describe("rectification", () => {
  const sent = async () => {
    const id = await working();
    await save(id);
    await submit(id);
    await decide(id, {
      items: [
        ...items(),
        { title: "示例：落实投入", dueOn: later, organizationId: world.company.id },
      ],
    });
    const [first, second] = (await reviewOf(id)).items;
    return { id, first: first?.id ?? "", second: second?.id ?? "" };
  };
  const report = (collegeId: string, itemId: string, who: Who) =>
    perform(reportItemCommand, callAs(world, who), { collegeId, itemId, evidence: "示例材料" });
  const accept = (collegeId: string, itemId: string, who: Who) =>
    perform(acceptItemCommand, callAs(world, who), { collegeId, itemId });

  test("each point is reported by its party and accepted by somebody else; with the last one it works on", async () => {
    const { id } = await sent();
    for (const item of (await reviewOf(id)).items) {
      const isSchool = item.organization.id === world.school.id;
      await expect(report(id, item.id, isSchool ? "contact" : "leader")).rejects.toMatchObject({
        code: "forbidden",
      });
      expect(await accept(id, item.id, "clerk")).toMatchObject({ reason: "item-not-reported" });
      expect(await report(id, item.id, isSchool ? "leader" : "contact")).toMatchObject({
        ok: true,
      });
      expect(await read(id)).toMatchObject({ state: "rectifying" });
      expect(await accept(id, item.id, "clerk")).toMatchObject({ ok: true });
      expect(await accept(id, item.id, "clerk")).toMatchObject({ reason: "item-accepted" });
    }
    expect(await read(id)).toMatchObject({ state: "operating" });
  });

  test("a point stands on the own page of its party until it is reported, and of nobody else", async () => {
    const { id, first, second } = await sent();
    const owed = async (who: Who) =>
      (await ask(enterpriseStandingProcedure, callAs(world, who), {})).owed.filter(
        (one) => one.id === id,
      );
    const line = { kind: "rectify_college", on: later, late: false };
    expect(await owed("contact")).toMatchObject([line]);
    const own = (await reviewOf(id)).items.find(
      ({ organization }) => organization.id === world.company.id,
    );
    await report(id, own?.id === first ? second : first, "leader");
    expect(await owed("contact")).toHaveLength(1);
    await report(id, own?.id ?? "", "contact");
    expect(await owed("contact")).toEqual([]);
  });

  const sendBack = (
    collegeId: string,
    itemId: string,
    { who = "clerk" as Who, ...more }: { who?: Who; dueOn?: string } = {},
  ) =>
    perform(returnItemCommand, callAs(world, who), {
      collegeId,
      itemId,
      reason: "示例：没有会议纪要",
      ...more,
    });

  test("a report that is not enough goes back with a reason, is owed again and reported anew", async () => {
    const { id } = await sent();
    const all = (await reviewOf(id)).items;
    for (const { id: each, organization } of all) {
      await report(id, each, organization.id === world.school.id ? "leader" : "contact");
    }
    const own = all.find(({ organization }) => organization.id === world.company.id)?.id ?? "";
    expect((await read(id)).inside?.waiting).toBe("acceptance");
    await expect(sendBack(id, own, { who: "leader" })).rejects.toMatchObject({ code: "forbidden" });
    expect(await sendBack(id, own, { dueOn: "2026-01-01" })).toMatchObject({
      reason: "review-item-past",
    });
    const day = addDays(later, 10);
    expect(await sendBack(id, own, { dueOn: day })).toMatchObject({ ok: true });
    expect((await reviewOf(id)).items.find((one) => one.id === own)).toMatchObject({
      ...{ reportedOn: null, dueOn: day, evidence: "示例材料", returnReason: "示例：没有会议纪要" },
      mayAccept: false,
    });
    const { owed } = await ask(enterpriseStandingProcedure, callAs(world, "contact"), {});
    expect(owed.filter((one) => one.id === id)).toMatchObject([
      { kind: "rectify_college", on: day },
    ]);
    expect(await read(id)).toMatchObject({
      state: "rectifying",
      inside: { waiting: "rectification", waitingSince: dayIn(new Date(), "Asia/Shanghai") },
    });
    expect(await accept(id, own, "clerk")).toMatchObject({ reason: "item-not-reported" });
    expect(await sendBack(id, own)).toMatchObject({ reason: "item-not-reported" });
    await report(id, own, "contact");
    for (const { id: each } of all)
      expect(await accept(id, each, "clerk")).toMatchObject({ ok: true });
    expect(await sendBack(id, own)).toMatchObject({ reason: "item-accepted" });
    expect(await read(id)).toMatchObject({ state: "operating" });
  });

  test("I-15 who reported a point does not send it back, and the database lets nobody take a report away", async () => {
    const { id, first } = await sent();
    await report(id, first, "clerk");
    expect(await sendBack(id, first)).toMatchObject({ reason: "same-person" });
    await expect(
      db()
        .$executeRaw`UPDATE college_rectifications SET reported_on = NULL, reported_by_id = NULL WHERE id = ${first}::uuid`,
    ).rejects.toThrow(/sent back with a reason/);
    await expect(
      db()
        .$executeRaw`UPDATE college_rectifications SET reported_on = NULL, returned_on = due_on, return_reason = 'x', returned_by_id = reported_by_id WHERE id = ${first}::uuid`,
    ).rejects.toThrow(/by another person/);
  });

  test("I-15 who reported a point does not accept it", async () => {
    const { id, first } = await sent();
    await report(id, first, "clerk");
    expect(await accept(id, first, "clerk")).toMatchObject({ reason: "same-person" });
  });

  test("a day that has passed is no day to mend by", async () => {
    const id = await working();
    await save(id);
    await submit(id);
    expect(
      await decide(id, { items: items().map((one) => ({ ...one, dueOn: "2026-01-01" })) }),
    ).toMatchObject({ reason: "review-item-past" });
  });
});
