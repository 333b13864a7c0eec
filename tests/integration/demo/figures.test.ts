import { describe, expect, test } from "vitest";
import { cases, periods } from "./expected/cases";
import { chongqingCity } from "./expected/chongqing-city";
import { chongqingElectronic } from "./expected/chongqing-electronic";
import type { Held, Row } from "./expected/row";
import { suzhou } from "./expected/suzhou";
import { technicianSchools } from "./expected/technician-schools";
import { useDemo } from "./support";

/*
 * Every published figure of domain.md section 5: what the portal holds, and where records exist, what it counts from
 * them. The expected numbers are typed by hand from the document, not read from the demonstration's own files.
 */
const demo = useDemo("2026-11-22");

type Found = {
  value: string;
  unit: string;
  qualifier: string;
  derived: boolean;
  state: string;
  metric: string | null;
  part_of: string | null;
  period: string | null;
};

async function heldFor(key: string): Promise<Found | undefined> {
  const [row] = await demo.rows<Found>(
    `SELECT trim_scale(value)::text AS value, unit_zh AS unit, qualifier, derived, state, metric_code AS metric,
       part_of_key AS part_of, period FROM metric_values WHERE key = $1`,
    [key],
  );
  return row;
}

const expectedOf = (held: Held) => ({
  value: held.value,
  unit: held.unit,
  qualifier: held.qualifier ?? "exact",
  derived: held.derived ?? false,
  state: held.state ?? "published",
  ...(held.metric && { metric: held.metric }),
  part_of: held.partOf ?? null,
  period: periods[held.key] ?? null,
});

async function check(row: Row) {
  for (const held of row.held) {
    expect(await heldFor(held.key), held.key).toMatchObject(expectedOf(held));
  }
  if (!row.counted) return;
  const [counted] = await demo.rows<{ n: number }>(row.counted.sql);
  expect(counted?.n).toBe(row.counted.gives);
}

const tables: [string, readonly Row[]][] = [
  ["5.1 Suzhou robotics alliance", suzhou],
  ["5.2 Chongqing Electronic", chongqingElectronic],
  ["5.3 Chongqing City Vocational", chongqingCity],
  ["5.4 Chongqing technician schools", technicianSchools],
  ["5.4 other cases and 5.5 Changchun", cases],
];
const rowsOf = (row: readonly Row[]): [string, Row][] => row.map((one) => [one.words, one]);

describe.each(tables)("%s", (_section, rows) => {
  test.each(rowsOf(rows))("%s", (_words, row) => check(row));
});

test("no figure is held that no row asks for", async () => {
  const asked = tables.flatMap(([, rows]) => rows.flatMap((row) => row.held.map(({ key }) => key)));
  const held = await demo.rows<{ key: string }>("SELECT key FROM metric_values ORDER BY key");
  expect(held.map(({ key }) => key)).toEqual([...asked].sort());
});

test("every figure names the text it stands in, in words that a reader can look for", async () => {
  const rows = await demo.rows(
    `SELECT key, source FROM metric_values WHERE position(CASE substr(key, 1, 3) WHEN '5.1' THEN '经济参考报，2023-10-24'
       WHEN '5.2' THEN '华龙网，2024-10-17' WHEN '5.3' THEN '重庆市人民政府网，2024-11-04'
       WHEN '5.4' THEN '技工院校与产教融合资料汇编' WHEN '5.5' THEN '学校新闻，2022-04-03' ELSE '?' END IN source) = 0`,
  );
  expect(rows).toEqual([]);
});

test("no reader meets a mark of our inventory of the texts", async () => {
  const columns = await demo.rows<{ name: string; at: string }>(
    `SELECT table_name AS name, column_name AS at FROM information_schema.columns JOIN information_schema.tables t
       USING (table_schema, table_name) WHERE table_schema = 'public' AND t.table_type = 'BASE TABLE'
       AND data_type IN ('text', 'character varying')`,
  );
  expect(columns.length).toBeGreaterThan(300);
  const asked = columns.map(
    ({ name, at }) =>
      `SELECT '${name}.${at}' AS at, "${at}" AS words FROM "${name}" WHERE "${at}" ~ 'S00[0-4]-[0-9]'`,
  );
  expect(
    await demo.rows(
      `SELECT at, min(words) AS words FROM (${asked.join(" UNION ALL ")}) f GROUP BY at`,
    ),
  ).toEqual([]);
});

describe("5.6 how to build a consistent demo", () => {
  test("the registry has the 84 metrics with words in both languages", async () => {
    const [row] = await demo.rows<{ n: number; last: string }>(
      `SELECT count(*)::int AS n, max(code) AS last FROM metric_definitions
       WHERE least(name_zh, name_en, unit_zh, unit_en, definition_zh, definition_en) <> ''`,
    );
    expect(row).toEqual({ n: 84, last: "M84" });
  });

  test("a member of three leagues is three memberships and one organization (S000-17)", async () => {
    const [row] = await demo.rows<{ memberships: number; distinct: number }>(
      `SELECT count(*)::int AS memberships, count(DISTINCT m.organization_id)::int AS distinct FROM memberships m
       JOIN alliances a ON a.id = m.alliance_id WHERE a.slug LIKE 'league-%'`,
    );
    expect(row?.memberships).toBe(226);
    expect(row?.distinct).toBeLessThan(226);
  });

  test("one alliance that two schools report about under two spellings is one row", async () => {
    const rows = await demo.rows<{ name: string; short_name: string; schools: string }>(
      `SELECT a.name, a.short_name, string_agg(o.name, ',' ORDER BY o.name) AS schools FROM alliances a
       JOIN memberships m ON m.alliance_id = a.id
       JOIN organizations o ON o.id = m.organization_id AND o.kind::text LIKE 'vocational%'
       WHERE a.name LIKE '西部职%' OR a.short_name LIKE '西部职%' GROUP BY a.id`,
    );
    expect(rows).toHaveLength(1);
    expect(rows[0]).toMatchObject({
      name: "西部职业教育基地产教联合体",
      short_name: "西部职教基地产教联合体",
    });
    expect(rows[0]?.schools.split(",").sort()).toEqual([
      "重庆城市职业学院",
      "重庆电子科技职业大学",
    ]);
  });

  test("a figure without a period of the source stays without one: no number is put into a time series", async () => {
    const rows = await demo.rows<{ key: string; period: string }>(
      "SELECT key, period FROM metric_values WHERE period IS NOT NULL",
    );
    expect(Object.fromEntries(rows.map(({ key, period }) => [key, period]))).toEqual(periods);
  });

  test("roll-ups equal the records they stand for", async () => {
    const wrong = await demo.rows(
      `(SELECT alliance_id, organization_id, metric_code, year, state, records, total FROM outcome_rollups
        EXCEPT SELECT alliance_id, organization_id, metric_code, year, state, records, total FROM outcome_rollup_truth)
       UNION ALL
       (SELECT alliance_id, organization_id, metric_code, year, state, records, total FROM outcome_rollup_truth
        EXCEPT SELECT alliance_id, organization_id, metric_code, year, state, records, total FROM outcome_rollups)`,
    );
    expect(wrong).toEqual([]);
  });
});
