import { beforeAll, describe, expect, test } from "vitest";
import {
  listProjectsProcedure,
  similarProjectsProcedure,
} from "@/lib/features/projects/procedures/projects";
import { anonymous } from "@/lib/platform/auth/actor";
import { ask } from "@/lib/platform/corridor/faces";
import { createMembership, createOrganization } from "@/prisma/seed/factories/basics";
import {
  createProjectWithParties,
  createRegisteredProject,
} from "@/prisma/seed/factories/projects";
import { useDatabase } from "../../support/database";
import { callAs, createWorld, type World } from "./world";

const { db } = useDatabase();
let world: World;
const day = (text: string) => new Date(`${text}T00:00:00Z`);

beforeAll(async () => {
  world = await createWorld(db());
  const of = { allianceId: world.alliance.id };
  const robot = await createOrganization(db(), {
    name: "示例机器人",
    searchText: "示例机器人 shilijiqiren sljqr",
  });
  await createMembership(db(), { ...of, organizationId: robot.id });
  const both: [string, string] = [world.company.id, world.school.id];
  await createRegisteredProject(db(), {
    ...of,
    organizationIds: both,
    year: 2025,
    number: 1,
    title: "现场工程师联合培养",
    createdAt: day("2025-01-01"),
  });
  await createRegisteredProject(db(), {
    ...of,
    organizationIds: both,
    year: 2025,
    number: 2,
    title: "折扣 100% 测试_项",
    type: "training",
    source: "open_bid",
    createdAt: day("2025-02-01"),
  });
  await createProjectWithParties(db(), {
    ...of,
    organizationIds: [world.supplier.id, robot.id],
    title: "产线改造",
    type: "tech_rd",
    state: "check",
    stateSince: day("2025-03-01"),
    createdAt: day("2025-03-01"),
  });
  await createProjectWithParties(db(), {
    ...of,
    organizationIds: both,
    title: "课程共建",
    type: "course",
    state: "partners_confirming",
    stateSince: day("2025-02-15"),
    createdAt: day("2025-04-01"),
  });
  await createProjectWithParties(db(), {
    ...of,
    organizationIds: both,
    title: "已撤回的课程共建",
    type: "course",
    state: "withdrawn",
    createdAt: day("2025-05-01"),
  });
  const foreign = { allianceId: world.other.id };
  await createRegisteredProject(db(), {
    ...foreign,
    organizationIds: both,
    year: 2025,
    number: 1,
    title: "别的联盟",
  });
});

const titles = async (actor: World["actors"]["contact"], input: object = {}) =>
  (await ask(listProjectsProcedure, callAs(world, actor), input)).items.map((item) => item.title);

describe("projects.list", () => {
  test.each([
    ["secretariat", 5],
    ["chair", 5],
    ["supervisor", 5],
    ["observer", 5],
    ["contact", 4],
    ["supplier", 3],
    ["stranger", 2],
  ] as const)(
    "%s sees %i: the registered ones, and in every state one's own",
    async (who, count) => {
      const list = await ask(listProjectsProcedure, callAs(world, world.actors[who]), {});
      expect(list.items).toHaveLength(count);
      expect(list.total).toBe(count);
    },
  );

  test("a visitor sees the registered ones, and of whom they wait nothing", async () => {
    const list = await ask(listProjectsProcedure, callAs(world, anonymous), {});
    expect(list.items.map((item) => [item.code, item.waiting])).toEqual([
      ["2025-002", null],
      ["2025-001", null],
    ]);
  });

  test("a row says for whom it waits, since when", async () => {
    const list = await ask(listProjectsProcedure, callAs(world, world.actors.contact), {
      state: "partners_confirming",
    });
    expect(list.items[0]?.waiting).toEqual({
      party: "partners",
      organizations: [{ id: world.school.id, name: world.school.name }],
      since: day("2025-02-15"),
      late: true,
    });
  });

  test.each([
    ["state", { state: "check" }, ["产线改造"]],
    ["type", { type: "training" }, ["折扣 100% 测试_项"]],
    ["source", { source: "open_bid" }, ["折扣 100% 测试_项"]],
    ["title", { q: "课程" }, ["已撤回的课程共建", "课程共建"]],
    ["number", { q: "2025-001" }, ["现场工程师联合培养"]],
    ["initials of a party", { q: "sljqr" }, ["产线改造"]],
    ["a percent sign is a letter", { q: "100%" }, ["折扣 100% 测试_项"]],
    ["an underscore is a letter", { q: "测试_" }, ["折扣 100% 测试_项"]],
    ["a backslash is a letter", { q: "\\" }, []],
    ["a quote is a letter", { q: "' OR 1=1 --" }, []],
    ["two filters at once", { type: "course", state: "withdrawn" }, ["已撤回的课程共建"]],
    [
      "sorted by number",
      { sort: "code", state: "running" },
      ["现场工程师联合培养", "折扣 100% 测试_项"],
    ],
    [
      "the longest waiting first",
      { sort: "waiting", pageSize: 1, type: "course", state: "partners_confirming" },
      ["课程共建"],
    ],
    ["a page behind the last", { page: 9 }, []],
  ])("%s", async (_, input, expected) =>
    expect(await titles(world.actors.secretariat, input)).toEqual(expected),
  );

  test("one organization's projects", async () => {
    expect(await titles(world.actors.secretariat, { organization: world.supplier.id })).toEqual([
      "产线改造",
    ]);
    expect(await titles(world.actors.contact, { organization: world.supplier.id })).toEqual([]);
  });

  test("pages do not overlap and make the whole", async () => {
    const pages = await Promise.all(
      [1, 2, 3].map((page) => titles(world.actors.secretariat, { page, pageSize: 2 })),
    );
    expect(pages.map((page) => page.length)).toEqual([2, 2, 1]);
    expect(new Set(pages.flat()).size).toBe(5);
  });

  test("an unknown parameter is refused", () =>
    expect(titles(world.actors.secretariat, { leadId: "x" })).rejects.toMatchObject({
      code: "malformed",
    }));
  test("an unknown sort is refused", () =>
    expect(titles(world.actors.secretariat, { sort: "title;drop" })).rejects.toMatchObject({
      code: "malformed",
    }));
});

describe("projects.similar", () => {
  const similar = (who: keyof World["actors"], change: object = {}) =>
    ask(similarProjectsProcedure, callAs(world, world.actors[who]), {
      title: "现场工程师联合培养项目",
      startsOn: "2026-03-01",
      endsOn: "2026-09-01",
      organizationIds: [world.school.id, world.company.id],
      ...change,
    }).then((answer) => answer.items.map((item) => [item.title, item.likelihood]));

  test("Same project registered by school and enterprise is shown to the second", async () => {
    expect(await similar("school")).toEqual([["现场工程师联合培养", "same"]]);
    expect(await similar("secretariat")).toEqual([["现场工程师联合培养", "same"]]);
  });
  test("what was withdrawn is no duplicate, what is being confirmed is", async () => {
    expect(await similar("contact", { title: "课程共建" })).toEqual([["课程共建", "same"]]);
  });
  test("other dates, other parties: none", async () => {
    expect(await similar("school", { startsOn: "2027-01-01", endsOn: "2027-02-01" })).toEqual([]);
    expect(
      await similar("school", { organizationIds: [world.school.id, world.supplier.id] }),
    ).toEqual([]);
    expect(await similar("school", { organizationIds: world.school.id })).toEqual([]);
  });
  test("what the asker may not see is not found by it", async () => {
    const question = { title: "课程共建", organizationIds: [world.school.id, world.company.id] };
    expect(await similar("supplier", question)).toEqual([]);
    await expect(similar("stranger", question)).rejects.toMatchObject({ code: "forbidden" });
  });
});

test("a view of one's own unit's projects is offered to people of a unit alone", async () => {
  const hasUnit = async (actor: Parameters<typeof callAs>[1]) =>
    (await ask(listProjectsProcedure, callAs(world, actor), {})).hasUnit;
  expect(await hasUnit(anonymous)).toBe(false);
  expect(await hasUnit(world.actors.contact)).toBe(true);
});
