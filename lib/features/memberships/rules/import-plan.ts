import type { z } from "zod";
import type { Day } from "@/lib/kernel/dates";
import { foldText } from "../../organizations/rules/search-text";
import type { getImportOutput, ImportCells, ImportRow, importCounts } from "../schema/import";
import { importRow } from "../schema/import";
import { type ImportColumn, type ImportFault, importColumns, importFaults } from "../types";

export type PlannedRow = z.input<typeof getImportOutput>["items"][number] & {
  /** What is written; absent where something is wrong. */
  given?: ImportRow;
};
export type Issue = PlannedRow["issues"][number];
export type Counts = z.output<typeof importCounts>;

const isColumn = (name: unknown): name is ImportColumn =>
  importColumns.some((column) => column === name);
const isFault = (name: string): name is ImportFault => importFaults.some((fault) => fault === name);

const issue = (column: ImportColumn, fault: ImportFault, detail: string | null = null): Issue => ({
  column,
  fault,
  detail,
});

const shown = (text: string | undefined): string | null => text?.trim().slice(0, 40) || null;

/** What the cells of one row mean, or what is wrong with each of them. */
export function readRow(cells: ImportCells, today: Day): { given?: ImportRow; issues: Issue[] } {
  const parsed = importRow.safeParse(cells);
  if (!parsed.success) {
    const issues = parsed.error.issues.flatMap(({ path, message }) =>
      isColumn(path[0])
        ? [issue(path[0], isFault(message) ? message : "invalid", shown(cells[path[0]]))]
        : [],
    );
    return { issues };
  }
  const { admittedOn } = parsed.data;
  return admittedOn && admittedOn > today
    ? { issues: [issue("admittedOn", "future-day")] }
    : { given: parsed.data, issues: [] };
}

/** By what two rows would be one unit. */
const marksOf = ({ creditCode, name, alias }: ImportRow): [ImportColumn, string][] => [
  ...(creditCode ? [["creditCode", creditCode] as [ImportColumn, string]] : []),
  ["name", foldText(name)],
  ...(alias ? [["alias", foldText(alias)] as [ImportColumn, string]] : []),
];

/**
 * Rows that say the same unit twice. A name may stand twice where both rows have codes: those are two units.
 * @returns the issue by the number of the row, told at the second and every later one
 */
export function twicesIn(rows: readonly ImportRow[]): Map<number, Issue> {
  const first = new Map<string, ImportRow>();
  const twice = new Map<number, Issue>();
  for (const row of rows) {
    for (const [column, mark] of marksOf(row)) {
      const key = column === "creditCode" ? mark : `name ${mark}`;
      const before = first.get(key);
      const apart = column !== "creditCode" && before?.creditCode && row.creditCode;
      if (!before) first.set(key, row);
      else if (before !== row && !apart && !twice.has(row.row))
        twice.set(row.row, issue(column, "twice-in-file", String(before.row)));
    }
  }
  return twice;
}

export function countsOf(rows: readonly PlannedRow[]): Counts {
  const counts: Counts = {
    rows: rows.length,
    create: 0,
    link: 0,
    unchanged: 0,
    fault: 0,
    memberships: 0,
  };
  for (const { outcome, opens } of rows) {
    counts[outcome] += 1;
    if (opens) counts.memberships += 1;
  }
  return counts;
}
