import { beforeAll, describe, expect, test } from "vitest";
import { aggregateProcedure, getDashboardProcedure } from "@/lib/features/dashboards/procedures";
import type { Dashboard } from "@/lib/features/dashboards/schema";
import { isUpperBound } from "@/lib/features/metrics/rules";
import { listOutcomesProcedure } from "@/lib/features/outcomes/procedures/records";
import { type Actor, anonymous } from "@/lib/platform/auth/actor";
import { ask } from "@/lib/platform/corridor/faces";
import { metricDefinitionRows } from "@/prisma/seed/demo/metrics/registry";
import {
  createAlliance,
  createMembership,
  createOrganization,
} from "@/prisma/seed/factories/basics";
import { useDatabase } from "@/tests/support/database";
import { createStage } from "../outcomes/support";

const { db } = useDatabase();
let stage: Awaited<ReturnType<typeof createStage>>;

const row = (given: {
  metric: string;
  year: number;
  quantity: string;
  state: "verified" | "submitted" | "returned" | "published";
  school?: boolean;
}) => ({
  allianceId: stage.alliance.id,
  organizationId: given.school === false ? stage.other.id : stage.school.id,
  metricCode: given.metric,
  title: "示例成果",
  year: given.year,
  occurredOn: new Date(`${given.year}-06-01T00:00:00Z`),
  quantity: given.quantity,
  state: given.state,
  verifiedAt: given.state === "verified" || given.state === "published" ? new Date() : null,
  returnReason: given.state === "returned" ? "示例" : null,
});

beforeAll(async () => {
  stage = await createStage(db());
  await db().outcomeRecord.createMany({
    data: [
      row({ metric: "M41", year: 2024, quantity: "10.5", state: "verified" }),
      row({ metric: "M41", year: 2025, quantity: "20", state: "verified", school: false }),
      row({ metric: "M41", year: 2025, quantity: "40", state: "submitted" }),
      row({ metric: "M41", year: 2026, quantity: "5", state: "published" }),
      row({ metric: "M47", year: 2025, quantity: "300", state: "verified" }),
      row({ metric: "M47", year: 2026, quantity: "280", state: "verified" }),
      row({ metric: "M47", year: 2026, quantity: "70", state: "returned", school: false }),
    ],
  });
});

const by = (actor: Actor) => ({ actor, tenant: stage.alliance.slug });
const stretch = { from: "2024", to: "2026" } as const;

const codesOf = (board: Dashboard) =>
  board.numbers.filter((one) => one.source === "outcomes").map((one) => [one.code, one.value]);

describe("dashboards.get", () => {
  test("a flow adds over years, a stock is its newest year", async () => {
    const board = await ask(getDashboardProcedure, by(stage.delegate), stretch);
    const value = (code: string) => board.numbers.find((number) => number.code === code)?.value;
    expect(value("M41")).toBe("35.50");
    expect(value("M47")).toBe("280.00");
  });

  test("provisional numbers are shown only to those who may see them, and never counted", async () => {
    const provisional = async (actor: Actor) => {
      const board = await ask(getDashboardProcedure, by(actor), stretch);
      return board.numbers.reduce((sum, number) => sum + number.provisionalRecords, 0);
    };
    expect(await provisional(stage.secretariat)).toBe(2);
    expect(await provisional(stage.leader)).toBe(1);
    expect(await provisional(anonymous)).toBe(0);
  });

  test("the live layer counts what waits for verification, as far as the reader sees it", async () => {
    const value = async (actor: Actor) => {
      const board = await ask(getDashboardProcedure, by(actor), { ...stretch, status: "live" });
      return board.numbers.find((number) => number.code === "M41")?.value;
    };
    expect(await value(stage.secretariat)).toBe("75.50");
    expect(await value(stage.delegate)).toBe("35.50");
  });

  test("a visitor reads published figures only, and no money", async () => {
    const board = await ask(getDashboardProcedure, by(anonymous), stretch);
    expect(codesOf(board)).toEqual([["M41", "5.00"]]);
    const money = board.numbers.filter((number) => number.source === "funds");
    expect(new Set(money.map((number) => number.state))).toEqual(new Set(["not-allowed"]));
    expect(money.every((number) => number.value === null && number.years.length === 0)).toBe(true);
  });

  test("one member's numbers, and coverage of members", async () => {
    const board = await ask(getDashboardProcedure, by(stage.leader), {
      ...stretch,
      organization: stage.school.id,
    });
    const number = board.numbers.find((one) => one.code === "M41");
    expect(number?.value).toBe("15.50");
    expect(number?.coverage).toEqual({ approved: 1, inVerification: 0, members: 2 });
    expect(board.coverage).toEqual({ reported: 2, members: 2 });
    expect(board.own).toEqual([{ id: stage.school.id, name: stage.school.name }]);
  });

  test("members of one kind: results divide, lists that do not say so", async () => {
    const board = await ask(getDashboardProcedure, by(stage.secretariat), {
      ...stretch,
      kind: "university",
    });
    expect(codesOf(board)).toEqual([
      ["M41", "20.00"],
      ["M47", null],
    ]);
    expect(board.coverage).toEqual({ reported: 1, members: 1 });
    expect(board.numbers.find(({ code }) => code === "M41")?.coverage).toEqual({
      approved: 1,
      inVerification: 0,
      members: 1,
    });
    const state = (code: string) => board.numbers.find((one) => one.code === code)?.state;
    expect(state("meetings-held")).toBe("not-applicable");
    expect(state("members")).toBe("value");
  });

  test("the aggregate by metric and year is what the board shows year by year, for every reader", async () => {
    const bound = new Map(
      (await db().metricDefinition.findMany()).map((metric) => [metric.code, isUpperBound(metric)]),
    );
    for (const actor of [stage.secretariat, stage.leader, stage.reporter, anonymous]) {
      const board = await ask(getDashboardProcedure, by(actor), stretch);
      const { items } = await ask(aggregateProcedure, by(actor), stretch);
      const years = board.numbers.flatMap(({ code, source, years }) =>
        source === "outcomes"
          ? years.flatMap(({ year, approved, approvedRecords }) =>
              approvedRecords ? [{ code, year, value: approved, records: approvedRecords }] : [],
            )
          : [],
      );
      expect(items).toEqual(years.map((one) => ({ ...one, atMost: bound.get(one.code) })));
    }
  });

  test("a plain sum of people or firms says that it is at most so many, whatever the metric", async () => {
    await db().metricDefinition.createMany({
      data: [...(metricDefinitionRows().metricDefinition ?? [])],
      skipDuplicates: true,
    });
    const metrics = await db().metricDefinition.findMany({
      where: { reportable: true },
      orderBy: { code: "asc" },
    });
    const alone = await createAlliance(db(), { slug: "every-metric" });
    await db().outcomeRecord.createMany({
      data: metrics.map(({ code }) => ({
        ...row({ metric: code, year: 2024, quantity: "1", state: "published" }),
        allianceId: alone.id,
      })),
    });
    const { items } = await ask(
      aggregateProcedure,
      { actor: stage.secretariat, tenant: alone.slug },
      stretch,
    );
    const bounds = metrics.filter(isUpperBound).map(({ code }) => code);
    expect(bounds).toContain("M40");
    expect(items.filter(({ atMost }) => atMost).map(({ code }) => code)).toEqual(bounds);
  });

  test("Member moved between alliances: what it brought stays here at its date, the stock of members does not", async () => {
    const gone = await createOrganization(db());
    const membership = await createMembership(db(), {
      allianceId: stage.alliance.id,
      organizationId: gone.id,
      from: "2018-01-01",
    });
    await db().membershipPeriod.updateMany({
      where: { membershipId: membership.id },
      data: { validTo: new Date("2019-12-31T00:00:00Z") },
    });
    const at2019 = row({ metric: "M41", year: 2019, quantity: "7", state: "verified" });
    await db().outcomeRecord.create({ data: { ...at2019, organizationId: gone.id } });
    const board = await ask(getDashboardProcedure, by(stage.secretariat), {
      from: "2019",
      to: "2019",
    });
    const number = (code: string) => board.numbers.find((one) => one.code === code);
    expect(number("M41")).toMatchObject({
      value: "7.00",
      coverage: { approved: 0, inVerification: 0, members: 2 },
    });
    expect(number("members")?.value).toBe("2.00");
  });

  test("Very long list behind a tile: a page of it, with the tile's total at the top", async () => {
    const many = Array.from({ length: 120 }, () =>
      row({ metric: "M41", year: 2018, quantity: "1.5", state: "verified" }),
    );
    await db().outcomeRecord.createMany({ data: many });
    const stretch = { from: "2018", to: "2018" };
    const board = await ask(getDashboardProcedure, by(stage.leader), stretch);
    const number = board.numbers.find(({ code }) => code === "M41");
    expect(number).toMatchObject({ records: 120, value: "180.00" });
    const list = await ask(listOutcomesProcedure, by(stage.leader), {
      ...number?.drill?.search,
      pageSize: "20",
    });
    expect(list.items).toHaveLength(20);
    expect(list).toMatchObject({ total: 120, quantity: "180.00" });
  });

  test("A-01 an organization of another alliance is not found here", async () => {
    const foreign = await createOrganization(db());
    await expect(
      ask(getDashboardProcedure, by(stage.secretariat), { organization: foreign.id }),
    ).rejects.toMatchObject({ code: "not-found" });
    const hidden = await createAlliance(db(), { publishedAt: null });
    await expect(
      ask(getDashboardProcedure, { actor: stage.secretariat, tenant: hidden.slug }, {}),
    ).rejects.toMatchObject({ code: "not-found" });
  });
});
