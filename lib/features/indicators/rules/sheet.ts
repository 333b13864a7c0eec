import { columnOf, foldWord, tableOf } from "@/lib/features/memberships/rules/import-sheet";
import { accept, type Result, refuse } from "@/lib/kernel/result";

/** What may stand above a column, in every language. */
export type Headings<C extends string> = Record<C, readonly string[]>;
export type Cells<C extends string> = { row: number } & Partial<Record<C, string>>;

export const sheetRefusals = [
  "sheet-without-headings",
  "import-unknown-column",
  "import-column-twice",
  "import-empty",
  "import-too-many-rows",
] as const;
type Refusal = (typeof sheetRefusals)[number];

type Asked<C extends string> = {
  headings: Headings<C>;
  /** Columns without which the sheet says nothing. */
  needed: readonly C[];
  /** Columns that are printed for the reader and not read back. */
  passed?: readonly string[];
  most: number;
};

function columnsOf<C extends string>(
  first: readonly string[],
  asked: Asked<C>,
): Result<(C | undefined)[], Refusal> {
  const table = tableOf(asked.headings);
  const passed = new Set((asked.passed ?? []).map(foldWord));
  const columns: (C | undefined)[] = [];
  for (const heading of first) {
    const column = columnOf(heading, table);
    const shown = { heading: heading.trim().slice(0, 60) };
    // A column that is passed over without a word would be missed long afterwards.
    const known =
      foldWord(heading) === "" || heading.split("/").some((half) => passed.has(foldWord(half)));
    if (!column && !known) return refuse("import-unknown-column", shown);
    if (column && columns.includes(column)) return refuse("import-column-twice", shown);
    columns.push(column);
  }
  return asked.needed.every((column) => columns.includes(column))
    ? accept(columns)
    : refuse("sheet-without-headings");
}

/** The rows of a sheet by the names of their columns: headings first, blank lines and blank cells left out. */
export function readTable<C extends string>(
  sheet: readonly (readonly string[])[],
  asked: Asked<C>,
): Result<Cells<C>[], Refusal> {
  const filled = sheet
    .map((cells, place) => ({ cells, row: place + 1 }))
    .filter(({ cells }) => cells.some((text) => text.trim() !== ""));
  const [first, ...rest] = filled;
  if (!first || rest.length === 0) return refuse("import-empty");
  const columns = columnsOf(first.cells, asked);
  if (!columns.ok) return columns;
  if (rest.length > asked.most) {
    return refuse("import-too-many-rows", { rows: rest.length, most: asked.most });
  }
  const stray = rest.flatMap(({ cells }) =>
    cells.flatMap((text, place) =>
      text.trim() !== "" && foldWord(first.cells[place] ?? "") === "" ? [place] : [],
    ),
  )[0];
  if (stray !== undefined) return refuse("import-unknown-column", { heading: `#${stray + 1}` });
  return accept(
    rest.map(({ cells, row }) => {
      const read: Partial<Record<C, string>> = {};
      for (const [place, column] of columns.value.entries()) {
        const text = (cells[place] ?? "").trim();
        if (column && text !== "") read[column] = text;
      }
      return { ...read, row };
    }),
  );
}
