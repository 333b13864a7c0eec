import { beforeAll, describe, expect, test } from "vitest";
import {
  getEditionQuery,
  getSectionQuery,
  listEditionsQuery,
  stepEditionCommand,
  submitSectionCommand,
  writeSectionCommand,
} from "@/lib/features/reports/procedures/editions";
import { anonymous } from "@/lib/platform/auth/actor";
import { ask, perform } from "@/lib/platform/corridor/faces";
import type { FigureGiven } from "@/prisma/seed/factories/reports";
import { useDatabase } from "../../support/database";
import { createMetrics } from "../outcomes/support";
import {
  callAs,
  createWorld,
  editionOf,
  resolutionAbout,
  type World,
  writtenEdition,
} from "./world";

const { db } = useDatabase();
let world: World;
beforeAll(async () => {
  world = await createWorld(db());
  await createMetrics(db());
});

const figure = (code: string, value: number, more: Partial<FigureGiven> = {}): FigureGiven => ({
  kind: "metric",
  code,
  nameZh: "示例指标",
  nameEn: "Sample metric",
  value,
  unitZh: "项",
  unitEn: "items",
  qualifier: "exact",
  flow: true,
  period: "示例年",
  source: "outcomes",
  definitionZh: "示例口径",
  definitionEn: "Sample definition",
  ...more,
});
const read = (editionId: string) => ask(getEditionQuery, callAs(world, "clerk"), { editionId });
const freeze = async (editionId: string) =>
  perform(stepEditionCommand, callAs(world, "clerk"), {
    editionId,
    version: (await read(editionId)).version,
    to: "data_snapshot",
  });

describe("the data snapshot", () => {
  test("freezes what the registry counts, with unit, source, definition and the time", async () => {
    const { id } = await editionOf(world);
    expect(await freeze(id)).toMatchObject({ ok: true });
    const { figures } = await read(id);
    const members = figures.find(({ code }) => code === "members");
    expect(members).toMatchObject({
      nameZh: "成员单位",
      unitZh: "家",
      kind: "metric",
      flow: false,
    });
    expect(Number(members?.value)).toBeGreaterThan(0);
    expect(members?.definitionZh).not.toBe("");
    expect(members?.asOf).toBeInstanceOf(Date);
  });

  test("freezes published figures with their source mark", async () => {
    await db().metricValue.create({
      data: {
        key: "示例/patents",
        allianceId: world.alliance.id,
        subjectZh: "示例联合体",
        subjectEn: "Sample",
        labelZh: "授权专利",
        labelEn: "Patents",
        value: 147,
        unitZh: "项",
        unitEn: "items",
        qualifier: "over",
        state: "published",
        source: "示例来源",
        sortOrder: 1,
      },
    });
    const { id } = await editionOf(world);
    await freeze(id);
    expect((await read(id)).figures.find(({ code }) => code === "示例/patents")).toMatchObject({
      kind: "figure",
      value: "147",
      qualifier: "over",
      source: "示例来源",
    });
  });

  test("freezes the members by kind, and behind a result how many members brought it", async () => {
    const own = 2021;
    for (const by of [world.school, world.company]) {
      await db().outcomeRecord.create({
        data: {
          allianceId: world.alliance.id,
          organizationId: by.id,
          metricCode: "M41",
          title: "示例培训",
          year: own,
          occurredOn: new Date(`${own}-05-01`),
          quantity: 5,
          state: "verified",
          enteredById: world.actors.leader.userId,
          submittedAt: new Date(),
          verifiedById: world.actors.clerk.userId,
          verifiedAt: new Date(),
          fileId: null,
        },
      });
    }
    const { id } = await editionOf(world, { year: own });
    await freeze(id);
    const { figures } = await read(id);
    const kinds = figures.filter(({ code }) => code.startsWith("members-"));
    expect(kinds.length).toBeGreaterThan(1);
    expect(kinds.every(({ value, small }) => Number(value) > 0 && !small)).toBe(true);
    expect(kinds.find(({ code }) => code === "members-enterprise")?.nameZh).toBe("成员单位：企业");
    // The whole is the sum of its parts.
    const whole = figures.find(({ code }) => code === "members");
    expect(kinds.reduce((sum, { value }) => sum + Number(value), 0)).toBe(Number(whole?.value));
    expect(figures.find(({ code }) => code === "M41")).toMatchObject({ value: "10", small: true });
    await expect(
      db().editionFigure.findFirst({ where: { editionId: id, code: "M41" } }),
    ).resolves.toMatchObject({ organizations: 2 });
  });

  test("taken again from the outline it is a second one; the first stays as it was", async () => {
    const { id } = await editionOf(world);
    await freeze(id);
    await perform(stepEditionCommand, callAs(world, "clerk"), {
      editionId: id,
      version: (await read(id)).version,
      to: "outline",
    });
    await freeze(id);
    const rounds = await db().editionFigure.groupBy({
      by: ["round"],
      where: { editionId: id },
      _count: true,
    });
    expect(rounds).toHaveLength(2);
    expect((await read(id)).figures.filter(({ code }) => code === "members")).toHaveLength(1);
  });

  test("I-16 a frozen number is never changed, and none is added afterwards", async () => {
    const { id } = await editionOf(world, { state: "drafting", figures: [figure("M36", 5)] });
    const sql = db();
    await expect(
      sql.$executeRaw`UPDATE edition_figures SET value = 6 WHERE edition_id = ${id}::uuid`,
    ).rejects.toThrow(/immutable/);
    await expect(
      sql.$executeRaw`DELETE FROM edition_figures WHERE edition_id = ${id}::uuid`,
    ).rejects.toThrow(/immutable/);
    await expect(
      sql.$executeRaw`INSERT INTO edition_figures (id, alliance_id, edition_id, round, kind, code, sort_order, name_zh, name_en, value,
          unit_zh, unit_en, qualifier, source, definition_zh, definition_en, as_of)
        SELECT gen_random_uuid(), alliance_id, edition_id, 2, kind, 'M35', sort_order, name_zh, name_en, 9, unit_zh, unit_en, qualifier,
          source, definition_zh, definition_en, as_of FROM edition_figures WHERE edition_id = ${id}::uuid`,
    ).rejects.toThrow(/guard: numbers are frozen from the outline/);
  });
});

describe("numbers in a text", () => {
  const chapter = async (body: string) => {
    const edition = await editionOf(world, { state: "drafting", figures: [figure("M36", 5)] });
    const sectionId = edition.sections[0]?.id ?? "";
    const version = async () =>
      (await ask(getSectionQuery, callAs(world, "clerk"), { sectionId })).version;
    await perform(writeSectionCommand, callAs(world, "leader"), {
      sectionId,
      version: await version(),
      body,
    });
    return { sectionId, version: await version() };
  };

  test("a number that is not frozen cannot be handed in, so it is never approved", async () => {
    const given = await chapter("示例：{{M36}}，{{M99}}");
    expect(await perform(submitSectionCommand, callAs(world, "leader"), given)).toMatchObject({
      reason: "number-not-frozen",
      details: { codes: "M99" },
    });
    await expect(
      db()
        .$executeRaw`UPDATE edition_sections SET state = 'submitted' WHERE id = ${given.sectionId}::uuid`,
    ).rejects.toThrow(/guard: the number M99 is not frozen/);
  });

  test("a frozen one can", async () => {
    const given = await chapter("示例：{{M36}}");
    expect(await perform(submitSectionCommand, callAs(world, "leader"), given)).toMatchObject({
      ok: true,
    });
  });
});

describe("against other years and later days", () => {
  const standing = async (figures: FigureGiven[], more: object = {}) =>
    writtenEdition(world, "published", {
      resolutionId: (await resolutionAbout(world, "示例")).id,
      figures,
      ...more,
    });

  test("the difference to the report before, per number", async () => {
    await standing([figure("M36", 5), figure("M35", 8)], { year: 2150 });
    const next = await editionOf(world, {
      year: 2151,
      state: "drafting",
      figures: [figure("M36", 7), figure("M40", 1)],
    });
    const { figures } = await read(next.id);
    expect(figures.map(({ code, previous, difference }) => [code, previous, difference])).toEqual([
      ["M36", { year: 2150, value: "5" }, "2"],
      ["M40", null, null],
    ]);
  });

  test("a record is followed to the reports that froze its metric in its year, not before it was verified", async () => {
    const held = await standing([figure("M35", 9)]);
    const other = await standing([figure("M41", 5)]);
    const listed = async (search: Record<string, string>) =>
      (await ask(listEditionsQuery, callAs(world, "leader"), search)).items.map(({ id }) => id);
    const { year, figures } = await read(held.id);
    const frozen = figures[0]?.asOf ?? new Date(0);
    const search = { year: String(year), metric: "M35" };
    expect(await listed(search)).toEqual([held.id]);
    expect(await listed({ metric: "M35" })).not.toContain(other.id);
    expect(await listed({ ...search, year: String(year + 1) })).toEqual([]);
    expect(await listed({ ...search, frozenFrom: frozen.toISOString() })).toEqual([held.id]);
    const later = new Date(frozen.getTime() + 1).toISOString();
    expect(await listed({ ...search, frozenFrom: later })).toEqual([]);
  });

  test("Late report after edition frozen: live number moves, the edition keeps its own and says so", async () => {
    const { id } = await standing([figure("M41", 5)], { year: 2023 });
    expect((await read(id)).figures[0]).toMatchObject({ value: "5", present: "0" });
    await db().outcomeRecord.create({
      data: {
        allianceId: world.alliance.id,
        organizationId: world.school.id,
        metricCode: "M41",
        title: "示例培训",
        year: 2023,
        occurredOn: new Date("2023-05-01"),
        quantity: 5,
        state: "verified",
        enteredById: world.actors.leader.userId,
        submittedAt: new Date(),
        verifiedById: world.actors.clerk.userId,
        verifiedAt: new Date(),
        fileId: null,
      },
    });
    expect((await read(id)).figures[0]).toMatchObject({ value: "5", present: null });
  });

  test("a visitor reads of the year before what its own public version shows, and no small number", async () => {
    const { actors, school } = world;
    const of = (body: string) => ({
      state: "accepted" as const,
      texts: [{ body, authorId: actors.leader.userId }],
      submittedById: actors.leader.userId,
      decidedById: actors.clerk.userId,
    });
    const public_ = (body: string) => [
      { kind: "overview" as const, organizationId: school.id, ...of(body) },
    ];
    const many = { organizations: 3 };
    await standing(
      [figure("M36", 5, many), figure("M35", 8, many), figure("M40", 2, { organizations: 2 })],
      { year: 2180, sections: public_("{{M36}}{{ M40 }}") },
    );
    const { id } = await standing(
      [figure("M36", 6, many), figure("M35", 9, many), figure("M40", 3, many)],
      { year: 2181, sections: public_("{{M36}}{{M35}}{{M40}}") },
    );
    const previous = async (visitor: boolean) => {
      const call = visitor
        ? { actor: anonymous, tenant: world.alliance.slug }
        : callAs(world, "clerk");
      const { figures } = await ask(getEditionQuery, call, { editionId: id });
      return figures.map((one) => [one.code, one.previous?.value ?? null, one.difference]);
    };
    expect(await previous(true)).toEqual([
      ["M36", "5", "1"],
      ["M35", null, null],
      ["M40", null, null],
    ]);
    expect(await previous(false)).toEqual([
      ["M36", "5", "1"],
      ["M35", "8", "1"],
      ["M40", "2", "1"],
    ]);
  });

  test("a visitor reads the numbers of the public chapters and of published sources alone", async () => {
    const { actors, school } = world;
    const of = (body: string) => ({
      state: "accepted" as const,
      texts: [{ body, authorId: actors.leader.userId }],
      submittedById: actors.leader.userId,
      decidedById: actors.clerk.userId,
    });
    const { id } = await standing(
      [figure("M36", 5), figure("M35", 8), figure("源/1", 3, { kind: "figure" })],
      {
        year: 2160,
        sections: [
          { kind: "overview", organizationId: school.id, ...of("{{M36}}") },
          { kind: "problems", isPublic: false, ...of("{{M35}}") },
        ],
      },
    );
    const seen = await ask(
      getEditionQuery,
      { actor: anonymous, tenant: world.alliance.slug },
      { editionId: id },
    );
    expect(seen.figures.map(({ code, present }) => [code, present])).toEqual([
      ["M36", null],
      ["源/1", null],
    ]);
  });
});
