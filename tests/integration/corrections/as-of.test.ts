import { beforeAll, describe, expect, test } from "vitest";
import { applyCorrectionCommand, totalsAsOfQuery } from "@/lib/features/corrections/procedures";
import { rollupsAsOf } from "@/lib/features/corrections/queries/as-of";
import { addDays, dateOf, dayIn } from "@/lib/kernel/dates";
import { anonymous } from "@/lib/platform/auth/actor";
import { ask, perform } from "@/lib/platform/corridor/faces";
import { useDatabase } from "@/tests/support/database";
import { type Court, createCourt, endorsed, refusedFor, verified } from "./support";

const { db } = useDatabase();
let court: Court;
const today = dayIn(new Date(), "Asia/Shanghai");

beforeAll(async () => {
  court = await createCourt(db());
});

const closing = () => db().$queryRaw<object[]>`
  SELECT * FROM outcome_rollup_closing c FULL JOIN outcome_rollups r
    USING (alliance_id, organization_id, metric_code, year, state)
  WHERE coalesce(c.records, 0) <> coalesce(r.records, 0) OR coalesce(c.total, 0) <> coalesce(r.total, 0)`;

/** A total as another day left it, before anything is known of it. */
const told = (day: string, total: string, given: { state?: "verified" | "published" } = {}) =>
  db().outcomeRollupDay.create({
    data: {
      allianceId: court.alliance.id,
      organizationId: court.school.id,
      metricCode: "M41",
      year: 2026,
      state: given.state ?? "verified",
      day: dateOf(day),
      records: 1,
      total,
    },
  });

describe("as of a date (behaviour 4.5 Time): numbers as the system showed them then", () => {
  test("a correction changes today and no day before it; the old number remains reachable", async () => {
    const lastMonth = addDays(today, -30);
    await told(lastMonth, "60");
    const made = await verified(court);
    const ready = await endorsed(court, made, { quantity: "80" });
    await perform(applyCorrectionCommand, court.by(court.second), {
      id: ready.id,
      version: ready.version,
    });

    const at = async (day: string) =>
      (
        await rollupsAsOf(db(), court.alliance.id, day, {
          metricCodes: ["M41"],
          years: { from: 2026, to: 2026 },
          states: ["verified"],
        })
      ).map(({ total }) => total);
    expect(await at(addDays(lastMonth, -1))).toEqual([]);
    expect(await at(lastMonth)).toEqual(["60.00"]);
    expect(await at(addDays(today, -1))).toEqual(["60.00"]);
    expect(await at(today)).toEqual(["80.00"]);
    expect(await closing()).toEqual([]);

    const shown = await ask(totalsAsOfQuery, court.by(court.delegate), { day: addDays(today, -1) });
    expect(shown.firstDay).toBe(lastMonth);
    expect(shown.items).toEqual([
      expect.objectContaining({
        metricCode: "M41",
        year: 2026,
        past: "60.00",
        now: "80.00",
        corrections: [{ caseId: ready.id, number: ready.number }],
      }),
    ]);
  });

  test("many changes of one day leave one row: rows grow with days and keys only", async () => {
    for (const quantity of ["1", "2", "3"]) await verified(court, { quantity });
    const rows = await db().outcomeRollupDay.count({
      where: {
        allianceId: court.alliance.id,
        metricCode: "M41",
        year: 2026,
        state: "verified",
        day: dateOf(today),
      },
    });
    expect(rows).toBe(1);
  });

  test("a visitor reads published totals of then only; an organization that is no member is not found", async () => {
    const { items } = await ask(totalsAsOfQuery, court.by(anonymous), { day: today });
    expect(items).toEqual([]);
    await expect(
      ask(totalsAsOfQuery, court.by(court.delegate), {
        day: today,
        organization: court.alliance.id,
      }),
    ).rejects.toMatchObject({ code: "not-found" });
  });
});

describe("the past of a total is not rewritten", () => {
  const past = { metricCode: "M41", day: dateOf(addDays(today, -30)) };
  test("neither changed, nor deleted, nor slipped in between", async () => {
    const { updateMany, deleteMany } = db().outcomeRollupDay;
    const tries = [
      () => updateMany({ where: past, data: { total: "1" } }),
      () => deleteMany({ where: past }),
      () => told(addDays(today, -3), "5"),
    ];
    for (const attempt of tries) expect(await refusedFor(attempt())).toMatch(/immutable/);
  });
});

test("a history is told from the stamps of the records, once, and ends where the totals stand", async () => {
  const { alliance, school } = await createCourt(db());
  const at = (day: string) => new Date(`${day}T10:00:00+08:00`);
  const row = {
    allianceId: alliance.id,
    organizationId: school.id,
    metricCode: "M41",
    year: 2026,
    synthetic: true,
  };
  const stamps = {
    occurredOn: dateOf("2026-01-05"),
    submittedAt: at("2026-01-10"),
    createdAt: at("2026-01-10"),
  };
  await db().outcomeRecord.createMany({
    data: [
      {
        ...row,
        ...stamps,
        title: "示例一",
        quantity: "10",
        state: "published",
        verifiedAt: at("2026-02-01"),
        stateSince: at("2026-03-01"),
      },
      {
        ...row,
        ...stamps,
        title: "示例二",
        quantity: "5",
        state: "verified",
        verifiedAt: at("2026-03-01"),
        stateSince: at("2026-03-01"),
      },
      {
        ...row,
        ...stamps,
        title: "示例三",
        quantity: "2",
        state: "submitted",
        stateSince: at("2026-01-10"),
      },
    ],
  });
  // A part of the first was found to count elsewhere between its verification and its publication.
  const byTitle = (title: string) =>
    db().outcomeRecord.findFirstOrThrow({ where: { allianceId: alliance.id, title } });
  await db().outcomeAdjustment.create({
    data: {
      allianceId: alliance.id,
      recordId: (await byTitle("示例一")).id,
      againstId: (await byTitle("示例二")).id,
      kind: "partly",
      amount: "-4",
      reason: "示例",
      createdAt: at("2026-02-15"),
    },
  });
  const tell = () =>
    db().$queryRaw<{ n: bigint }[]>`SELECT outcome_history_from_stamps(${alliance.id}::uuid) AS n`;
  expect(Number((await tell())[0]?.n)).toBeGreaterThan(0);
  const sums = async (day: string) => {
    const rows = await rollupsAsOf(db(), alliance.id, day);
    return Object.fromEntries(rows.map(({ state, total }) => [state, total]));
  };
  expect(await sums("2026-01-09")).toEqual({});
  expect(await sums("2026-01-10")).toEqual({ submitted: "17.00" });
  expect(await sums("2026-02-01")).toEqual({ submitted: "7.00", verified: "10.00" });
  expect(await sums("2026-02-15")).toEqual({ submitted: "7.00", verified: "6.00" });
  const last = { submitted: "2.00", verified: "5.00", published: "6.00" };
  expect(await sums("2026-03-01")).toEqual(last);
  expect(await sums(today)).toEqual(last);
  expect(await closing()).toEqual([]);
  expect(Number((await tell())[0]?.n)).toBe(0);
});
