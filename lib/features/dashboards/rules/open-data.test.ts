import { describe, expect, test } from "vitest";
import type { OrganizationKind } from "@/lib/features/organizations/types";
import { type OpenRow, openDataRows, openLines } from "./open-data";

const metric = {
  code: "M35",
  nameZh: "授权专利数",
  nameEn: "Patents granted",
  unitZh: "项",
  unitEn: "items",
  aggregation: "distinct",
  repeated: false,
} as const;

const row = (kind: OrganizationKind, year: number, members: number, total: string): OpenRow => ({
  kind,
  year,
  total,
  records: members,
  listed: members,
  organizations: Array.from({ length: members }, (_, place) => `${kind}${place}`),
});

const rows = [
  row("enterprise", 2024, 4, "10.00"),
  row("enterprise", 2025, 5, "20.00"),
  row("university", 2024, 1, "7.00"),
  row("university", 2025, 3, "9.00"),
];

const find = (
  lines: ReturnType<typeof openLines>,
  kind: OrganizationKind | null,
  year: number | null,
) => lines.find((line) => line.kind === kind && line.year === year);

describe("open data", () => {
  test("I-17 a margin that is shown is the true total; a cell of one member is held back, and what would give it away", () => {
    const lines = openLines(metric, rows);
    expect(find(lines, null, null)).toMatchObject({ value: "46.00", heldBack: false });
    expect(find(lines, "university", 2024)).toMatchObject({ value: null, heldBack: true });
    const others = lines.filter((line) => line.heldBack);
    expect(others.length).toBeGreaterThan(2);
    expect(others.every((line) => line.value === null && line.organizations === null)).toBe(true);
  });
  test("a stock has no sum over years", () =>
    expect(
      find(openLines({ ...metric, aggregation: "latest" }, rows), null, null),
    ).toBeUndefined());
  test("behaviour 4.4 People: exact where lists tell and nobody is in two, at most otherwise", () => {
    const persons = { ...metric, code: "M40", unitZh: "人" };
    const bounds = (given: { repeated?: boolean }, of = rows) =>
      openLines({ ...persons, ...given }, of).map((line) => line.heldBack || line.atMost);
    const none = rows.map((one) => ({ ...one, listed: 0 }));
    const held = openLines(persons, rows).map((line) => line.heldBack);
    expect(bounds({})).toEqual(held);
    expect(bounds({ repeated: true })).toEqual(held.map(() => true));
    expect(bounds({}, none)).toEqual(held.map(() => true));
    expect(
      openDataRows({
        alliance: "-",
        asOf: "-",
        figures: [],
        results: openLines(persons, none),
      }).flat(),
    ).toContain("at_most");
  });
  test("a table says what is held back, and never its value", () => {
    const table = openDataRows({
      alliance: "示例",
      asOf: "2026-11-22T00:00:00Z",
      figures: [],
      results: openLines(metric, rows),
    });
    const held = table.filter((line) => line.includes("held_back"));
    expect(held.length).toBeGreaterThan(0);
    expect(held.every((line) => line[6] === null)).toBe(true);
  });
});
