import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { type Cell, TOTAL } from "./cells";
import { isKnown, reduce } from "./equations";
import { suppressed } from "./suppression";

/** Contributions of members to cells: what an attacker wants to know. */
type Part = { row: string; column: string; organization: string; value: bigint };

const part = fc.record({
  row: fc.constantFrom("a", "b", "c", "d"),
  column: fc.constantFrom("2023", "2024", "2025", "2026"),
  organization: fc.constantFrom("m1", "m2", "m3", "m4", "m5", "m6", "m7"),
  value: fc.bigInt({ min: 100n, max: 9_900n }),
});

const parts = fc.uniqueArray(part, {
  minLength: 1,
  maxLength: 40,
  selector: ({ row, column, organization }) => `${row}${column}${organization}`,
});

const cellsOf = (all: readonly Part[]): Cell[] =>
  [...Map.groupBy(all, ({ row, column }) => `${row}|${column}`).values()].map((group) => ({
    row: group[0]?.row ?? "",
    column: group[0]?.column ?? "",
    organizations: group.map(({ organization }) => organization),
    value: group.reduce((sum, { value }) => sum + value, 0n),
  }));

/** Every shown number as the sum of unknown contributions. */
function shownRows(all: readonly Part[], countsPeople: boolean): number[][] {
  const isHidden = suppressed(cellsOf(all), countsPeople);
  const rows = [...new Set(all.map(({ row }) => row)), TOTAL];
  const columns = [...new Set(all.map(({ column }) => column)), TOTAL];
  return rows.flatMap((row) =>
    columns
      .filter((column) => !isHidden(row, column))
      .map((column) =>
        all.map((one) =>
          (row === TOTAL || one.row === row) && (column === TOTAL || one.column === column) ? 1 : 0,
        ),
      ),
  );
}

const unit = (all: readonly Part[], chosen: (one: Part) => boolean): number[] =>
  all.map((one) => (chosen(one) ? 1 : 0));

describe("A-75 small cells", () => {
  test("no hidden cell and no member of one can be found by adding and subtracting what is shown", () => {
    fc.assert(
      fc.property(parts, fc.boolean(), (all, countsPeople) => {
        const isHidden = suppressed(cellsOf(all), countsPeople);
        const basis = reduce(shownRows(all, countsPeople));
        for (const cell of cellsOf(all)) {
          if (!isHidden(cell.row, cell.column)) continue;
          const inCell = (one: Part) => one.row === cell.row && one.column === cell.column;
          expect(isKnown(basis, unit(all, inCell))).toBe(false);
        }
        for (const one of all)
          expect(
            isKnown(
              basis,
              unit(all, (other) => other === one),
            ),
          ).toBe(false);
      }),
      { numRuns: 1_000 },
    );
  });

  test("no member's sum of a whole row or column is left standing alone", () => {
    fc.assert(
      fc.property(parts, (all) => {
        const basis = reduce(shownRows(all, false));
        for (const { organization, row, column } of all) {
          const ofRow = unit(all, (one) => one.organization === organization && one.row === row);
          const ofColumn = unit(
            all,
            (one) => one.organization === organization && one.column === column,
          );
          expect(isKnown(basis, ofRow)).toBe(false);
          expect(isKnown(basis, ofColumn)).toBe(false);
        }
      }),
      { numRuns: 500 },
    );
  });

  test("no member's sum follows from several rows and columns together", () => {
    const of = (row: string, column: string, organization: string, value = 100n): Part => ({
      row,
      column,
      organization,
      value,
    });
    const all = [
      of("a", "2023", "m6"),
      of("a", "2023", "m1"),
      of("c", "2025", "m5"),
      of("c", "2025", "m3"),
      of("c", "2026", "m1"),
      of("d", "2024", "m6"),
      of("d", "2025", "m6"),
      of("d", "2023", "m2", 101n),
    ];
    const ofRow = unit(all, (one) => one.organization === "m6" && one.row === "d");
    expect(isKnown(reduce(shownRows(all, false)), ofRow)).toBe(false);
  });

  const cell = (row: string, column: string, count: number, value: bigint, from = 0): Cell => ({
    row,
    column,
    organizations: Array.from({ length: count }, (_, place) => `${row}${from + place}`),
    value,
  });

  test("cells of three organizations and five persons are shown, with all their margins", () => {
    const isHidden = suppressed([cell("a", "2025", 3, 500n), cell("a", "2026", 4, 900n)], true);
    for (const column of ["2025", "2026", TOTAL]) expect(isHidden("a", column)).toBe(false);
  });

  test("fewer than five persons are hidden, fewer than five things are not", () => {
    const cells = [
      cell("a", "2024", 3, 499n),
      cell("a", "2025", 3, 9_900n),
      cell("b", "2024", 3, 8_800n),
      cell("b", "2025", 3, 7_700n),
    ];
    expect(suppressed(cells, true)("a", "2024")).toBe(true);
    expect(suppressed(cells, false)("a", "2024")).toBe(false);
  });

  test("one hidden year takes another with it, and the grand total stays", () => {
    const cells = [
      cell("a", "2024", 2, 100n),
      cell("a", "2025", 5, 600n),
      cell("a", "2026", 5, 900n),
      cell("b", "2024", 6, 300n),
      cell("b", "2025", 6, 400n),
      cell("b", "2026", 6, 800n),
    ];
    const isHidden = suppressed(cells, false);
    expect(isHidden("a", "2024")).toBe(true);
    expect([isHidden("a", "2025"), isHidden("a", "2026"), isHidden("a", TOTAL)]).toContain(true);
    expect(isHidden(TOTAL, TOTAL)).toBe(false);
  });

  test("an empty table hides nothing", () => expect(suppressed([], true)("a", TOTAL)).toBe(false));
});
