import { beforeAll, describe, expect, test } from "vitest";
import { applyCorrectionCommand } from "@/lib/features/corrections/procedures";
import {
  exportDashboardProcedure,
  getDashboardProcedure,
  partsProcedure,
} from "@/lib/features/dashboards/procedures";
import { agreeTargetCommand, setTargetCommand } from "@/lib/features/targets/procedures";
import { addDays, dateOf, dayIn } from "@/lib/kernel/dates";
import { type Actor, anonymous } from "@/lib/platform/auth/actor";
import { ask, perform } from "@/lib/platform/corridor/faces";
import { createActor } from "@/tests/support/actors";
import { useDatabase } from "@/tests/support/database";
import { type Court, createCourt, endorsed, verified } from "../corrections/support";

const { db } = useDatabase();
let court: Court;
let number = 0;
const today = dayIn(new Date(), "Asia/Shanghai");
const lastMonth = addDays(today, -30);
const stretch = { from: "2026", to: "2026" };

beforeAll(async () => {
  court = await createCourt(db());
  const past = {
    allianceId: court.alliance.id,
    organizationId: court.school.id,
    metricCode: "M41",
    year: 2026,
    day: dateOf(lastMonth),
    records: 1,
  };
  await db().outcomeRollupDay.createMany({
    data: [
      { ...past, state: "verified", total: "60" },
      { ...past, state: "submitted", total: "5" },
    ],
  });
  const made = await verified(court);
  const ready = await endorsed(court, made, { quantity: "80" });
  number = ready.number;
  const { id, version } = ready;
  await perform(applyCorrectionCommand, court.by(court.second), { id, version });
});

const board = (actor: Actor, filter: Record<string, string>) =>
  ask(getDashboardProcedure, court.by(actor), { ...stretch, ...filter });

const tile = async (actor: Actor, filter: Record<string, string>) => {
  const found = await board(actor, filter);
  return { found, tile: found.numbers.find(({ code }) => code === "M41") };
};

describe("three times of a number (behaviour 4.5 Time): live, approved, as of a date", () => {
  test("a correction changes today's number, is marked on it, and leaves last month's as it was", async () => {
    const now = await tile(court.delegate, {});
    expect(now.tile?.value).toBe("80.00");
    expect(now.found.past).toBeNull();
    expect(now.found.marks).toEqual([{ code: "M41", year: 2026, number, later: false }]);

    const then = await tile(court.delegate, { asOf: lastMonth });
    expect(then.tile?.value).toBe("60.00");
    expect(then.found.past).toEqual({ day: lastMonth, firstDay: lastMonth });
    expect(then.found.today).toBe(lastMonth);
    expect(then.found.marks).toEqual([{ code: "M41", year: 2026, number, later: true }]);
    expect([then.found.published, then.found.targets]).toEqual([[], null]);

    const before = await tile(court.delegate, { asOf: addDays(lastMonth, -1) });
    expect(before.tile).toBeUndefined();
  });

  test("today, and a day ahead, are now: nothing is known of tomorrow", async () => {
    for (const asOf of [today, addDays(today, 40)]) {
      const { found, tile: shown } = await tile(court.delegate, { asOf });
      expect([found.past, shown?.value]).toEqual([null, "80.00"]);
    }
  });

  test("live numbers of then hold what was in verification then, for those who may see it", async () => {
    const live = { status: "live", asOf: lastMonth };
    expect((await tile(court.secretariat, live)).tile?.value).toBe("65.00");
    expect((await tile(court.delegate, live)).tile?.value).toBe("60.00");
    expect((await tile(anonymous, live)).tile).toBeUndefined();
  });

  test("the parts of that day add up to the tile, beside today's; one of them opens today's records", async () => {
    const { tile: shown } = await tile(court.delegate, { asOf: lastMonth });
    expect(shown?.drill?.list).toBe("dashboard/parts");
    const parts = await ask(partsProcedure, court.by(court.delegate), {
      metric: "M41",
      ...shown?.drill?.search,
    });
    expect([parts.quantity, parts.records, parts.nowQuantity]).toEqual(["60.00", 1, "80.00"]);
    expect(parts.items).toEqual([
      expect.objectContaining({ year: 2026, value: "60.00", now: "80.00", nowRecords: 1 }),
    ]);
    const refused = ask(partsProcedure, court.by(court.delegate), { metric: "M99" });
    await expect(refused).rejects.toMatchObject({ code: "not-found" });
  });

  test("lists of the present have no past: no number is shown, and none of today's by mistake", async () => {
    const { found } = await tile(court.secretariat, { asOf: lastMonth });
    const states = Object.fromEntries(found.numbers.map(({ code, state }) => [code, state]));
    expect(states["money-received-cash"]).toBe("value");
    expect(states["projects-running"]).toBe("no-past");
    expect(states.members).toBe("value");
    for (const one of found.numbers.filter(({ state }) => state === "no-past")) {
      expect([one.value, one.records, one.years]).toEqual([null, 0, []]);
    }
  });

  test("I-17 the export of that day is the screen of that day, and its parts add up", async () => {
    const asked = { ...stretch, asOf: lastMonth };
    const screen = await ask(getDashboardProcedure, court.by(court.secretariat), asked);
    const found = await ask(exportDashboardProcedure, court.by(court.secretariat), asked);
    expect(found.board.numbers).toEqual(screen.numbers);
    expect(found.board.past?.day).toBe(lastMonth);
    expect(found.details.map(({ code, approved }) => [code, approved])).toEqual([["M41", "60.00"]]);
  });
});

describe("a target beside its number", () => {
  test("read with the page, for those who may read targets; in the unit of its year", async () => {
    const { targets } = await board(court.delegate, {});
    expect(targets).toEqual({ year: 2026, maySet: false, items: [] });
    const proposed = await perform(setTargetCommand, court.by(court.secretariat), {
      metricCode: "M41",
      year: "2026",
      value: "100",
      basis: "示例依据",
    });
    if (!proposed.ok) throw new Error(proposed.reason);
    const { id: targetId, version } = proposed.value;
    const items = async () => (await board(court.secretariat, {})).targets;
    expect(await items()).toEqual({ year: 2026, maySet: true, items: [] });
    const chair = await createActor(db(), "chair", { allianceId: court.alliance.id });
    await perform(agreeTargetCommand, court.by(chair), { targetId, version });
    expect(await items()).toMatchObject({ items: [{ code: "M41", value: "100.00" }] });
    expect((await board(anonymous, {})).targets).toBeNull();
    expect((await board(court.secretariat, { kind: "enterprise" })).targets).toBeNull();
  });
});
