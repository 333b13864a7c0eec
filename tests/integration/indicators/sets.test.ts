import { describe, expect, test } from "vitest";
import {
  dropSetCommand,
  enforceSetCommand,
  getSetQuery,
  listSetsQuery,
  removeIndicatorCommand,
  reviseSetCommand,
  saveIndicatorCommand,
  setRulesCommand,
  startSetCommand,
} from "@/lib/features/indicators/procedures";
import type { MovedSet } from "@/lib/features/indicators/schema";
import { ask, perform } from "@/lib/platform/corridor/faces";
import { metricDefinitionRows } from "@/prisma/seed/demo/metrics/registry";
import { useDatabase } from "@/tests/support/database";
import { blank, fill, indicatorWorld, inForce, rows, step, value, type World } from "./world";

const { db } = useDatabase();

const view = (world: World, set: MovedSet) => ask(getSetQuery, world.secretary, { setId: set.id });
const enforce = (world: World, set: { id: string; version: number }, validFrom = "2027-01-01") =>
  perform(enforceSetCommand, world.secretary, { ...step(set), validFrom });
const revise = (world: World, set: MovedSet) =>
  perform(reviseSetCommand, world.secretary, { setId: set.id });

test("the 84 metrics are built in, under their codes, with their kind, unit and year", async () => {
  const world = await indicatorWorld(db());
  await db().metricDefinition.createMany({
    data: [...(metricDefinitionRows().metricDefinition ?? [])],
  });
  const set = value(await perform(startSetCommand, world.secretary, { template: "metrics" }));
  const { indicators, faults } = await view(world, set);
  expect(indicators).toHaveLength(84);
  expect(faults).toEqual([]);
  const of = (code: string) => indicators.find((one) => one.code === code);
  expect(of("M01")).toMatchObject({ kind: "stock", aggregation: "last" });
  expect(of("M52")).toMatchObject({ kind: "ratio", aggregation: "ratio", yearBasis: "cohort" });
  expect(of("M35")).toMatchObject({ kind: "flow", aggregation: "distinct", computed: true });
  expect(value(await enforce(world, set)).state).toBe("in_force");
});

test("6.1 the national frame is empty, expects 3, 16 and 44, and is not in force without them", async () => {
  const world = await indicatorWorld(db());
  const set = value(await perform(startSetCommand, world.secretary, { template: "national" }));
  const { indicators, expected } = await view(world, set);
  expect(indicators).toEqual([]);
  expect(expected).toEqual({ groups: 3, middle: 16, leaves: 44 });
  expect(await enforce(world, set)).toMatchObject({ ok: false, reason: "set-empty" });
  const filled = value(await fill(world, set));
  expect(await enforce(world, filled)).toMatchObject({
    ok: false,
    reason: "level-count",
    details: { level: 1, found: 2, expected: 3 },
  });
});

describe("in force a set never changes", () => {
  test("by any command", async () => {
    const world = await indicatorWorld(db());
    const set = await inForce(world);
    const [indicator] = (await view(world, set)).indicators;
    const by = step(set);
    const answers = [
      await fill(world, set),
      await perform(saveIndicatorCommand, world.secretary, { ...by, code: "Z", nameZh: "示例" }),
      await perform(removeIndicatorCommand, world.secretary, {
        ...by,
        indicatorId: indicator?.id ?? "",
      }),
      await perform(setRulesCommand, world.secretary, by),
      await perform(dropSetCommand, world.secretary, by),
      await enforce(world, set),
    ];
    for (const answer of answers)
      expect(answer).toMatchObject({ ok: false, reason: "set-in-force" });
    expect((await view(world, set)).version).toBe(set.version);
  });

  test("nor by a statement on the database", async () => {
    const world = await indicatorWorld(db());
    const set = await inForce(world);
    const where = { setId: set.id };
    await expect(db().indicator.updateMany({ where, data: { nameZh: "x" } })).rejects.toThrow();
    await expect(db().indicator.deleteMany({ where: { ...where, code: "B1" } })).rejects.toThrow();
    await expect(
      db().indicator.create({
        data: {
          ...where,
          allianceId: world.allianceId,
          level: 1,
          sortOrder: 99,
          code: "X",
          nameZh: "x",
        },
      }),
    ).rejects.toThrow();
    await expect(
      db().indicatorSet.update({ where: { id: set.id }, data: { source: "x" } }),
    ).rejects.toThrow();
    await expect(
      db().indicatorSet.update({ where: { id: set.id }, data: { state: "draft" } }),
    ).rejects.toThrow();
    await expect(db().indicatorSet.delete({ where: { id: set.id } })).rejects.toThrow();
  });
});

describe("Indicator definition changes", () => {
  test("new version; series is cut with a marker", async () => {
    const world = await indicatorWorld(db());
    const first = await inForce(world);
    const draft = value(await revise(world, first));
    const changed = rows.map((row) =>
      row.code === "A1" ? { ...row, definition: "示例：当年取得毕业资格者" } : row,
    );
    const filled = value(await fill(world, draft, changed));
    value(await enforce(world, filled));
    const { indicators, versions, edition } = await view(world, draft);
    expect(edition).toBe(2);
    expect(indicators.filter(({ seriesCut }) => seriesCut).map(({ code }) => code)).toEqual(["A1"]);
    expect(versions.map(({ state }) => state)).toEqual(["in_force", "superseded"]);
  });

  test("the next version has everything of the one before, and begins later", async () => {
    const world = await indicatorWorld(db());
    const first = await inForce(world, "2026-06-01");
    const draft = value(await revise(world, first));
    const [before, now] = [await view(world, first), await view(world, draft)];
    const words = ({ id: _, ...rest }: (typeof now.indicators)[number]) => rest;
    expect(now.indicators.map(words)).toEqual(before.indicators.map(words));
    expect(await enforce(world, draft, "2026-06-01")).toMatchObject({ reason: "valid-from-taken" });
    expect(await revise(world, first)).toMatchObject({ reason: "set-in-hand" });
    expect(await blank(world)).toMatchObject({ reason: "set-in-hand" });
    value(await perform(dropSetCommand, world.secretary, step(draft)));
    expect(await blank(world)).toMatchObject({ reason: "set-exists" });
  });
});

describe("Bad input: a spreadsheet gets a row-by-row answer and nothing is half imported", () => {
  test("each wrong cell is named, and the draft holds what it held", async () => {
    const world = await indicatorWorld(db());
    const set = value(await blank(world));
    const filled = value(await fill(world, set));
    const answer = value(
      await fill(world, { ...set, version: filled.version }, [
        { row: 2, code: "A", name: "示例组" },
        { row: 3, code: "A", name: "示例重号" },
        { row: 4, code: "C 1", parent: "X", name: "", kind: "flow" },
        { row: 5, code: "D", name: "示例", kind: "percent" },
        { row: 6, code: "E", name: "示例", kind: "ratio", aggregation: "average", weight: "120" },
        { row: 7, code: "F", name: "示例", unit: "人", target: "约 5" },
        { row: 8, code: "G", name: "示例", kind: "flow", unit: "人", lowest: "10", highest: "9.5" },
        { row: 9, code: "H", name: "示例", kind: "flow", unit: "人", partOf: "A".repeat(21) },
      ]),
    );
    expect(answer.imported).toBe(0);
    expect(answer.faults.map(({ row, column, code }) => `${row} ${column} ${code}`)).toEqual([
      "3 code twice",
      "4 code not-a-code",
      "4 name missing",
      "4 parent parent-unknown",
      "4 unit missing",
      "5 kind unknown-word",
      "6 aggregation aggregation-of-kind",
      "6 weight not-a-weight",
      "7 unit not-for-headings",
      "7 target not-for-headings",
      "7 target not-a-number",
      "8 highest below-lowest",
      "9 partOf too-long",
    ]);
    expect((await view(world, set)).indicators.map(({ code }) => code)).toEqual([
      "A",
      "A1",
      "A2",
      "B",
      "B1",
    ]);
  });

  test("a row without a kind is a heading, also where a metric stood under its code", async () => {
    const world = await indicatorWorld(db());
    await db().metricDefinition.createMany({
      data: [...(metricDefinitionRows().metricDefinition ?? [])],
      skipDuplicates: true,
    });
    const set = value(await perform(startSetCommand, world.secretary, { template: "metrics" }));
    const [, metric] = (await view(world, set)).indicators;
    const given = { ...step(set), indicatorId: metric?.id ?? "", code: "M02", nameZh: "示例组" };
    await expect(
      perform(saveIndicatorCommand, world.secretary, { ...given, lowest: "2", highest: "1" }),
    ).rejects.toMatchObject({ issues: [{ path: "highest", message: "below-lowest" }] });
    const saved = value(await perform(saveIndicatorCommand, world.secretary, given));
    value(await fill(world, saved, [{ row: 2, code: "M01", name: "示例组" }]));
    expect((await view(world, set)).indicators).toMatchObject([
      { code: "M01", kind: null, metricCode: null, computed: false },
    ]);
  });

  test("sent twice the second is stale; of two at once one wins", async () => {
    const world = await indicatorWorld(db());
    const set = value(await blank(world));
    value(await fill(world, set));
    await expect(fill(world, set)).rejects.toMatchObject({ code: "stale" });
    const next = { ...set, version: set.version + 1 };
    const both = await Promise.allSettled([fill(world, next), fill(world, next)]);
    expect(both.filter(({ status }) => status === "fulfilled")).toHaveLength(1);
    expect((await view(world, set)).indicators).toHaveLength(rows.length);
  });
});

test("checks over several indicators name what the set asks for, or are told at their line", async () => {
  const world = await indicatorWorld(db());
  const set = value(await blank(world));
  const { version } = value(await fill(world, set));
  const save = (...expressions: string[]) =>
    perform(setRulesCommand, world.secretary, {
      setId: set.id,
      version,
      rules: expressions.map((expression) => ({
        strength: "block" as const,
        expression,
        note: "示例",
      })),
    });
  await expect(save("A2 <= A1", "A2 <= Q9", "A2 <<")).rejects.toMatchObject({
    code: "malformed",
    issues: [
      { path: "rules.1.expression", message: "unknown-indicator" },
      { path: "rules.2.expression", message: "not-an-expression" },
    ],
  });
  const ruled = value(await save("A2 <= A1"));
  // What an import takes away, no check can go on naming: the checks go with it.
  const again = value(await fill(world, ruled, rows.slice(0, 2)));
  expect((await view(world, set)).rules).toEqual([]);
  expect(again.imported).toBe(2);
});

test("drafts are the business of the secretariat; another alliance has nothing of them", async () => {
  const world = await indicatorWorld(db());
  const other = await indicatorWorld(db());
  const set = value(await blank(world));
  expect((await ask(listSetsQuery, world.reporter, {})).items).toEqual([]);
  await expect(ask(getSetQuery, world.reporter, { setId: set.id })).rejects.toMatchObject({
    code: "not-found",
  });
  await expect(perform(dropSetCommand, other.secretary, step(set))).rejects.toMatchObject({
    code: "not-found",
  });
  await expect(perform(dropSetCommand, world.reporter, step(set))).rejects.toMatchObject({
    code: "forbidden",
  });
});
