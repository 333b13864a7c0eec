import { expect, test } from "vitest";
import {
  classSummaryQuery,
  createClassCommand,
  getClassQuery,
  listClassesQuery,
  recordYearCommand,
  setPartnerCommand,
} from "@/lib/features/classes/procedures";
import { ask, perform } from "@/lib/platform/corridor/faces";
import { useDatabase } from "@/tests/support/database";
import { talentWorld, value, type World, year } from "../talent/world";

const { db } = useDatabase();
const stage = (title: string, place: "school" | "enterprise") => ({ title, months: 12, place });
const threeYears = [
  stage("通识教育", "school"),
  stage("专业基础", "school"),
  stage("企业技能", "enterprise"),
];

const create = (world: World, more: object = {}, call = world.leader) =>
  perform(createClassCommand, call, {
    organizationId: world.school.id,
    offeringId: world.offeringId,
    kind: "modern_apprenticeship" as const,
    name: "示例学徒班",
    months: 36,
    stages: threeYears,
    partners: [
      { organizationId: world.enterprise.id, mentors: 6 },
      { organizationId: world.rival.id, mentors: 4 },
    ],
    ...more,
  });
const heads = { planned: 40, enrolled: 38, current: 36, completed: 0, hired: 0 };

test("S002-45 1+1+1 is checked: by the command, and by the database when the transaction ends", async () => {
  const world = await talentWorld(db());
  expect(await create(world, { months: 24 })).toMatchObject({ reason: "stages-do-not-add-up" });
  expect(await create(world, { stages: [] })).toMatchObject({ reason: "stages-missing" });
  expect(await create(world, { months: "" })).toMatchObject({ reason: "course-missing" });
  const { id } = value(await create(world));
  await expect(
    db().trainingStage.update({
      where: { classId_ordinal: { classId: id, ordinal: 3 } },
      data: { months: 6 },
    }),
  ).rejects.toThrow();
  await expect(
    db().trainingClass.update({ where: { id }, data: { months: 48 } }),
  ).rejects.toThrow();
  const view = await ask(getClassQuery, world.contact, { classId: id });
  expect(view.stages.map(({ months, place }) => [months, place])).toEqual([
    [12, "school"],
    [12, "school"],
    [12, "enterprise"],
  ]);
});

test("S002-44 one class, several enterprises, masters as numbers", async () => {
  const world = await talentWorld(db());
  const { id, version } = value(await create(world));
  await expect(
    create(world, {
      name: "示例重复",
      partners: [{ organizationId: world.enterprise.id }, { organizationId: world.enterprise.id }],
    }),
  ).rejects.toMatchObject({ code: "malformed" });
  value(
    await perform(setPartnerCommand, world.leader, {
      classId: id,
      version,
      organizationId: world.rival.id,
      mentors: 9,
    }),
  );
  await expect(
    perform(setPartnerCommand, world.leader, {
      classId: id,
      version,
      organizationId: world.rival.id,
      mentors: 1,
    }),
  ).rejects.toMatchObject({ code: "stale" });
  const list = await ask(listClassesQuery, world.secretary, {});
  expect(list.items).toMatchObject([{ mentors: 15, latest: null }]);
});

test("students on roll are those of the last year, not a sum; a class without heads is not counted", async () => {
  const world = await talentWorld(db());
  const order = { kind: "order", stages: [], months: "" };
  const { id } = value(await create(world, { ...order, name: "示例订单班" }));
  value(await create(world, { ...order, name: "示例未报人数班" }));
  const record = (academicYear: number, current: number) =>
    perform(recordYearCommand, world.reporter, { classId: id, academicYear, ...heads, current });
  value(await record(year - 1, 50));
  value(await record(year, 36));
  const summary = await ask(classSummaryQuery, world.secretary, {});
  expect(summary).toMatchObject({ orderSchools: 1, orderStudents: 36 });
  expect(summary.byKind).toMatchObject([{ kind: "order", classes: 2, counted: 1, current: 36 }]);
});

test("heads: a year once, corrected with the version that was seen; hired never above completed", async () => {
  const world = await talentWorld(db());
  const { id } = value(await create(world));
  const record = (more: object, call = world.reporter) =>
    perform(recordYearCommand, call, { classId: id, academicYear: year, ...heads, ...more });
  const both = await Promise.allSettled([record({}), record({})]);
  expect(both.filter(({ status }) => status === "fulfilled")).toHaveLength(1);
  value(await record({ yearVersion: 1, current: 35 }));
  await expect(record({ yearVersion: 1, current: 34 })).rejects.toMatchObject({ code: "stale" });
  await expect(record({ yearVersion: 2, completed: 3, hired: 4 })).rejects.toMatchObject({
    code: "malformed",
  });
  await expect(record({ yearVersion: 2 }, world.otherLeader)).rejects.toMatchObject({
    code: "forbidden",
  });
  const byHand = db().trainingClassYear.updateMany({ where: { classId: id }, data: { hired: 9 } });
  await expect(byHand).rejects.toThrow();
});

test("the wrong school, the wrong offering, the wrong alliance, the same name", async () => {
  const world = await talentWorld(db());
  const elsewhere = await talentWorld(db());
  await expect(create(world, {}, world.otherLeader)).rejects.toMatchObject({ code: "forbidden" });
  expect(await create(world, { offeringId: world.otherOfferingId })).toMatchObject({
    reason: "offering-of-another-school",
  });
  await expect(create(world, { offeringId: elsewhere.offeringId })).rejects.toMatchObject({
    code: "not-found",
  });
  const { id } = value(await create(world));
  expect(await create(world)).toMatchObject({ reason: "name-taken" });
  await expect(ask(getClassQuery, elsewhere.secretary, { classId: id })).rejects.toMatchObject({
    code: "not-found",
  });
});

test("a class is run by a college of its school or of which the school is a party, never by another's", async () => {
  const world = await talentWorld(db());
  const college = (schoolId: string, name: string, more: object = {}) =>
    db().college.create({
      data: {
        allianceId: world.alliance.id,
        schoolId,
        name,
        kind: "modern_industry",
        createdAt: new Date("2026-01-01"),
        ...more,
      },
    });
  const own = await college(world.school.id, "示例智能装备产业学院");
  const foreign = await college(world.enterprise.id, "示例机器人产业学院");
  expect(await create(world, { collegeId: foreign.id })).toMatchObject({
    reason: "college-of-another-school",
    details: { field: "collegeId" },
  });
  const elsewhere = await talentWorld(db());
  const away = await db().college.create({
    data: {
      allianceId: elsewhere.alliance.id,
      schoolId: elsewhere.school.id,
      name: "示例外地产业学院",
      kind: "modern_industry",
    },
  });
  await expect(create(world, { collegeId: away.id })).rejects.toMatchObject({ code: "not-found" });
  await db().collegeParty.create({
    data: {
      allianceId: world.alliance.id,
      collegeId: foreign.id,
      organizationId: world.school.id,
      role: "school_body",
    },
  });
  const party = { collegeId: foreign.id, name: "示例学徒班二" };
  expect(await create(world, party)).toMatchObject({ ok: true });
  const { id } = value(await create(world, { collegeId: own.id }));
  expect((await ask(getClassQuery, world.contact, { classId: id })).college).toMatchObject({
    id: own.id,
  });
});
