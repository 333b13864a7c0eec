import { describe, expect, test } from "vitest";
import { gradeOf, pointsOf, vetoesOf } from "@/lib/features/colleges/rules/review";
import { reviewInputs } from "@/lib/features/colleges/schema/reviews";
import * as checks from "@/lib/platform/invariants/colleges";
import { useDemo } from "./support";

/*
 * Published totals of the texts that records reproduce (domain 5), and the states that the demonstration shows.
 */
const demo = useDemo("2026-11-22");
const one = async (sql: string) => (await demo.rows<{ n: number }>(sql))[0]?.n;
const colleges = (school: string, more = "") =>
  `SELECT count(*)::int AS n FROM colleges c JOIN organizations o ON o.id = c.school_id WHERE o.name = '${school}' ${more}`;

describe("published totals", () => {
  test.each([
    [
      "5.2 industry colleges run as entities",
      7,
      colleges("重庆电子科技职业大学", "AND c.mode = 'entity'"),
    ],
    [
      "5.3 modern industry colleges",
      6,
      colleges("重庆城市职业学院", "AND c.kind = 'modern_industry'"),
    ],
    [
      "5.3 of these at the level of the municipality",
      3,
      colleges("重庆城市职业学院", "AND c.kind = 'modern_industry' AND c.level = 'provincial'"),
    ],
    [
      "5.4 industry colleges of Wuxi",
      3,
      colleges("无锡科技职业学院", "AND c.kind = 'modern_industry'"),
    ],
    [
      "5.2 districts with a revitalisation college",
      3,
      `SELECT count(*)::int AS n FROM college_parties p JOIN colleges c ON c.id = p.college_id
       WHERE c.kind = 'rural_revitalisation' AND p.role = 'gov_lead'`,
    ],
    [
      "5.1 shared research platforms",
      10,
      `SELECT count(*)::int AS n FROM platforms p JOIN alliances a ON a.id = p.alliance_id
       WHERE a.slug = 'suzhou-robotics' AND p.kind = 'research' AND p.shared`,
    ],
    [
      "5.3 municipal engineering centres",
      2,
      "SELECT count(*)::int AS n FROM platforms WHERE kind = 'engineering_centre' AND level = 'provincial'",
    ],
    [
      "5.3 school-level centres",
      8,
      "SELECT count(*)::int AS n FROM platforms WHERE level = 'school'",
    ],
    ["5.3 think tanks", 4, "SELECT count(*)::int AS n FROM platforms WHERE kind = 'think_tank'"],
    [
      "5.2 parks served",
      12,
      "SELECT count(DISTINCT park_id)::int AS n FROM park_pairings WHERE valid_to IS NULL",
    ],
    ["5.2 doctors plan", 100, "SELECT sum(target)::int AS n FROM placement_calls"],
    [
      "5.4 strategic partners",
      46,
      "SELECT count(*)::int AS n FROM agreements WHERE kind = 'strategic'",
    ],
    [
      "5.4 parties of the Deyang centre",
      4,
      `SELECT count(*)::int AS n FROM platform_parties y JOIN platforms p ON p.id = y.platform_id
       WHERE p.kind = 'transfer_centre'`,
    ],
    ["5.5 components", 10, "SELECT count(*)::int AS n FROM platform_components"],
    [
      "5.5 components that the source names",
      9,
      "SELECT count(*)::int AS n FROM platform_components WHERE name IS NOT NULL",
    ],
  ])("%s: %i", async (_, expected, sql) => expect(await one(sql)).toBe(expected));

  test("5.4 Kunshan: 1 school, 1 zone, 7 enterprises, founded 2014, in another city", async () => {
    const [row] = await demo.rows(
      `SELECT c.established_year AS year, c.region_code, s.region_code AS school_region,
         count(*) FILTER (WHERE o.kind = 'vocational_college')::int AS schools,
         count(*) FILTER (WHERE o.kind = 'park')::int AS zones,
         count(*) FILTER (WHERE o.kind = 'enterprise')::int AS enterprises
       FROM colleges c JOIN organizations s ON s.id = c.school_id JOIN college_parties p ON p.college_id = c.id
         JOIN organizations o ON o.id = p.organization_id WHERE c.name = '昆山学院' GROUP BY c.id, s.region_code`,
    );
    expect(row).toEqual({
      ...{ year: 2014, region_code: "320583", school_region: "320100" },
      ...{ schools: 1, zones: 1, enterprises: 7 },
    });
  });
});

test("grades of the demonstration follow from their own inputs", async () => {
  const rows = await demo.rows<{
    inputs: unknown;
    points: number;
    grade: string;
    vetoes: string[];
  }>(
    "SELECT inputs, points, grade::text AS grade, vetoes FROM college_reviews WHERE state = 'decided'",
  );
  expect(rows.length).toBeGreaterThan(1);
  for (const row of rows) {
    const inputs = reviewInputs.parse(row.inputs);
    expect([pointsOf(inputs), gradeOf(inputs), vetoesOf(inputs)]).toEqual([
      row.points,
      row.grade,
      row.vetoes,
    ]);
  }
});

test("one placement in each state, and no person's name", async () => {
  expect(await one("SELECT count(DISTINCT state)::int AS n FROM placements")).toBe(6);
  expect(
    await one("SELECT count(*)::int AS n FROM placements WHERE reference NOT LIKE '示例%'"),
  ).toBe(0);
});

test("a record that no text names says 示例", async () => {
  for (const table of ["colleges", "platforms"]) {
    const rows = await demo.rows(
      `SELECT name FROM ${table} WHERE synthetic <> (name LIKE '示例%') OR (NOT synthetic AND summary NOT LIKE '来源%')`,
    );
    expect(rows).toEqual([]);
  }
  expect(await one("SELECT count(*)::int AS n FROM agreements WHERE title NOT LIKE '示例%'")).toBe(
    0,
  );
});

test("I-12, I-13, I-15, A-32: the checks of colleges, platforms and agreements find nothing", async () => {
  const reader = {
    query: async <Row extends Record<string, unknown>>({ text }: { text: string }) => ({
      rows: await demo.rows<Row>(text),
    }),
  };
  for (const check of Object.values(checks)) {
    expect(await check.find(reader), check.title).toEqual([]);
  }
});
