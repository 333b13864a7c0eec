import { beforeAll, expect, test } from "vitest";
import {
  formBoardCommand,
  getCollegeQuery,
  listCollegesQuery,
  opineCollegeCommand,
  stepCollegeCommand,
  updateCollegeCommand,
} from "@/lib/features/colleges/procedures/colleges";
import {
  confirmContributionCommand,
  contributeCommand,
  saveReviewCommand,
  submitReviewCommand,
} from "@/lib/features/colleges/procedures/reviews";
import { getCollege } from "@/lib/features/colleges/queries/get";
import { approvalItems, type CollegeState } from "@/lib/features/colleges/types";
import { addDays, dateOf, dayIn } from "@/lib/kernel/dates";
import { ask, perform } from "@/lib/platform/corridor/faces";
import { createCollegeRow } from "@/prisma/seed/factories/colleges";
import { useDatabase } from "../../support/database";
import { scopeOf } from "../../support/scope";
import { callAs, createWorld, type World } from "./world";

const { db } = useDatabase();
let world: World;
const today = dayIn(new Date(), "Asia/Shanghai");
const tomorrow = addDays(today, 1);
beforeAll(async () => {
  world = await createWorld(db());
});

const college = (state: CollegeState) =>
  createCollegeRow(db(), {
    allianceId: world.alliance.id,
    organizationIds: [world.school.id, world.company.id],
    state,
    stateSince: new Date("2026-03-02T18:00:00Z"),
  });
const inside = async (collegeId: string) => {
  const { inside: found } = await ask(getCollegeQuery, callAs(world, "clerk"), { collegeId });
  if (!found) throw new Error("not inside");
  return found;
};

test("its page reads it once, also for whom it waits", async () => {
  const { id } = await college("operating");
  let reads = 0;
  const counting = db().$extends({
    query: {
      college: {
        $allOperations: ({ args, query }) => {
          reads += 1;
          return query(args);
        },
      },
    },
  });
  const scope = scopeOf(db(), world.alliance, world.actors.clerk);
  const found = await getCollege(counting as never, scope, { collegeId: id });
  expect(found.inside?.waiting).toBe("review");
  expect(reads).toBe(1);
});

test("it says for whom it waits and since which day, in the zone of the alliance", async () => {
  const { id } = await college("approved");
  expect(await inside(id)).toMatchObject({ waiting: "agreement", waitingSince: "2026-03-03" });
  const planned = await college("feasibility");
  await db().collegeParty.updateMany({
    where: { collegeId: planned.id },
    data: { signedOn: dateOf("2026-04-05") },
  });
  expect(await inside(planned.id)).toMatchObject({ waiting: "contributions" });
  const own = { allianceId: world.alliance.id, collegeId: planned.id };
  const party = await db().collegeParty.findFirstOrThrow({ where: own });
  await db().collegeContribution.create({
    data: {
      ...own,
      partyId: party.id,
      kind: "cash",
      amount: 1,
      on: dateOf("2026-04-01"),
      evidence: "示例清单",
    },
  });
  const evidence = { waiting: "evidence", waitingSince: "2026-04-05" } as const;
  expect(await inside(planned.id)).toMatchObject(evidence);
  const [checkedAt, rest] = [new Date("2026-04-06T18:00:00Z"), { evidence: "示例", ...own }];
  await db().collegeCheck.createMany({
    data: approvalItems.map((item) => ({ ...rest, item, checkedAt })),
  });
  const school = { waiting: "school", waitingSince: "2026-04-07" } as const;
  expect(await inside(planned.id)).toMatchObject(school);
  const listed = async (role: Parameters<typeof callAs>[1]) =>
    (await ask(listCollegesQuery, callAs(world, role), { pageSize: 100 })).items;
  const of = (items: Awaited<ReturnType<typeof listed>>, collegeId: string) =>
    items.find((one) => one.id === collegeId)?.waiting;
  expect(of(await listed("clerk"), planned.id)).toEqual(school);
  // Who does not see into a college is not told what it lacks.
  expect(of(await listed("observer"), id)).toBeNull();
  expect(of(await listed("observer"), planned.id)).toBeUndefined();
});

test("the school says once what it thinks, and stays a party of its college", async () => {
  const { id, name } = await college("feasibility");
  const opine = async () =>
    perform(opineCollegeCommand, callAs(world, "leader"), {
      collegeId: id,
      version: (await inside(id)).version,
      opinion: "示例：同意",
    });
  expect(await opine()).toMatchObject({ ok: true });
  expect(await opine()).toMatchObject({ reason: "college-has-opinion" });
  const parties = [
    { organizationId: world.park.id, role: "school_body" as const },
    { organizationId: world.company.id, role: "enterprise_body" as const },
  ];
  const change = {
    collegeId: id,
    version: (await inside(id)).version,
    name,
    kind: "modern_industry" as const,
    parties,
  };
  expect(await perform(updateCollegeCommand, callAs(world, "leader"), change)).toMatchObject({
    reason: "college-no-school",
  });
});

test("only a free board of a college becomes its board", async () => {
  const { id } = await college("agreement_signed");
  const form = async (more: object) =>
    perform(formBoardCommand, callAs(world, "clerk"), {
      collegeId: id,
      version: (await inside(id)).version,
      ...more,
    });
  expect(await form({ bodyId: world.council.body.id })).toMatchObject({
    reason: "college-no-board",
  });
  expect(await form({ name: "示例产业学院理事会（甲）" })).toMatchObject({ ok: true });
  const board = await db().college.findUniqueOrThrow({ where: { id } });
  const other = await college("agreement_signed");
  expect(
    await perform(formBoardCommand, callAs(world, "clerk"), {
      collegeId: other.id,
      version: 1,
      bodyId: board.boardId ?? "",
    }),
  ).toMatchObject({ reason: "college-no-board" });
});

test("a plan may name a day to come; what is said to have been given has been, and is confirmed on its day", async () => {
  const give = (collegeId: string) =>
    perform(contributeCommand, callAs(world, "contact"), {
      collegeId,
      organizationId: world.company.id,
      kind: "cash",
      amount: "1000.00",
      on: tomorrow,
      evidence: "示例",
    });
  const running = await college("operating");
  expect(await give(running.id)).toMatchObject({ reason: "day-in-future" });
  const planned = await college("proposed");
  expect(await give(planned.id)).toMatchObject({ ok: true });
  const [entry] = (await inside(planned.id)).contributions;
  expect(
    await perform(confirmContributionCommand, callAs(world, "clerk"), {
      collegeId: planned.id,
      contributionId: entry?.id ?? "",
    }),
  ).toMatchObject({ reason: "day-in-future" });
});

test("a report that was submitted is written no more", async () => {
  const { id } = await college("operating");
  const save = () =>
    perform(saveReviewCommand, callAs(world, "reporter"), {
      collegeId: id,
      year: 2025,
      selfReport: "示例自评",
      enrolled: 40,
    });
  const saved = await save();
  if (!saved.ok) throw new Error(saved.reason);
  const { id: reviewId, version } = saved.value;
  expect(
    await perform(submitReviewCommand, callAs(world, "reporter"), {
      collegeId: id,
      reviewId,
      version,
    }),
  ).toMatchObject({ ok: true });
  await db().college.update({ where: { id }, data: { state: "operating" } });
  expect(await save()).toMatchObject({ reason: "review-exists" });
});

test("renewed needs the renewal agreement in force", async () => {
  const { id } = await college("operating");
  expect(
    await perform(stepCollegeCommand, callAs(world, "clerk"), {
      collegeId: id,
      version: 1,
      to: "renewed",
    }),
  ).toMatchObject({ reason: "college-needs-renewal" });
});
