import { beforeAll, describe, expect, test } from "vitest";
import {
  exportDashboardProcedure,
  getDashboardProcedure,
} from "@/lib/features/dashboards/procedures";
import { type Actor, anonymous } from "@/lib/platform/auth/actor";
import { ask } from "@/lib/platform/corridor/faces";
import { createActor } from "@/tests/support/actors";
import { useDatabase } from "@/tests/support/database";
import { createStage } from "../outcomes/support";

const { db } = useDatabase();
let stage: Awaited<ReturnType<typeof createStage>>;
let observer: Actor;
const stretch = { from: "2024", to: "2026" } as const;

beforeAll(async () => {
  stage = await createStage(db());
  observer = await createActor(db(), "observer", { allianceId: stage.alliance.id });
  const row = (
    organizationId: string,
    year: number,
    quantity: string,
    state: "verified" | "submitted",
  ) => ({
    allianceId: stage.alliance.id,
    organizationId,
    metricCode: "M41",
    title: "示例成果",
    year,
    occurredOn: new Date(`${year}-06-01T00:00:00Z`),
    quantity,
    state,
    verifiedAt: state === "verified" ? new Date() : null,
  });
  await db().outcomeRecord.createMany({
    data: [
      row(stage.school.id, 2024, "10.5", "verified"),
      row(stage.other.id, 2025, "20", "verified"),
      row(stage.school.id, 2025, "40", "submitted"),
    ],
  });
});

const by = (actor: Actor) => ({ actor, tenant: stage.alliance.slug });
const sum = (values: readonly string[]) =>
  values.reduce((total, value) => total + Number(value), 0);

describe("dashboards.export", () => {
  test("I-17 screen and export give the same numbers, and the parts add up to them", async () => {
    for (const actor of [stage.secretariat, stage.delegate, observer]) {
      const screen = await ask(getDashboardProcedure, by(actor), stretch);
      const found = await ask(exportDashboardProcedure, by(actor), stretch);
      expect(found.board.numbers).toEqual(screen.numbers);
      const number = screen.numbers.find(({ code }) => code === "M41");
      const parts = found.details.filter(({ code }) => code === "M41");
      expect(sum(parts.map(({ approved }) => approved))).toBe(Number(number?.value));
      expect(sum(parts.map((part) => String(part.provisionalRecords)))).toBe(
        number?.provisionalRecords,
      );
    }
  });

  test("who may take own organizations' tables gets own parts, beside the sums that the screen shows", async () => {
    const found = await ask(exportDashboardProcedure, by(stage.leader), stretch);
    expect(found.ownOnly).toBe(true);
    expect(new Set(found.details.map(({ organization }) => organization))).toEqual(
      new Set([stage.school.name]),
    );
    expect(found.board.numbers.find(({ code }) => code === "M41")?.value).toBe("30.50");
  });

  test("Deep link to a tile that no longer exists: not found; one tile alone", async () => {
    const found = await ask(exportDashboardProcedure, by(stage.secretariat), {
      ...stretch,
      code: "M41",
    });
    expect(found.board.numbers.map(({ code }) => code)).toEqual(["M41"]);
    await expect(
      ask(exportDashboardProcedure, by(stage.secretariat), { code: "gone" }),
    ).rejects.toMatchObject({ code: "not-found" });
  });

  test("a visitor takes nothing away, every export is in the chain", async () => {
    await expect(ask(exportDashboardProcedure, by(anonymous), stretch)).rejects.toMatchObject({
      code: "unauthenticated",
    });
    const count = () =>
      db().auditEntry.count({ where: { action: "export.table", subjectType: "dashboard" } });
    const before = await count();
    await ask(exportDashboardProcedure, by(stage.secretariat), stretch);
    expect(await count()).toBe(before + 1);
  });
});
