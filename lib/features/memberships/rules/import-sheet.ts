import { addDays } from "@/lib/kernel/dates";
import { accept, type Result, refuse } from "@/lib/kernel/result";
import type { ImportCells } from "../schema/import";
import { type ImportColumn, MOST_IMPORT_ROWS } from "../types";

/** What may stand in a heading or a cell, in every language; handed in by those who know the messages. */
export type ImportWords = {
  columns: Record<ImportColumn, readonly string[]>;
  kinds: Readonly<Record<string, readonly string[]>>;
  positions: Readonly<Record<string, readonly string[]>>;
  yes: readonly string[];
  no: readonly string[];
};

export const importSheetRefusals = [
  "import-no-heading",
  "import-unknown-column",
  "import-column-twice",
  "import-empty",
  "import-too-many-rows",
] as const;
type Refusal = (typeof importSheetRefusals)[number];

/** Width, case, spaces and the mark of a required column make no difference to a reader. */
export const foldWord = (text: string): string =>
  text
    .normalize("NFKC")
    .toLowerCase()
    .replace(/[\s*\p{Cf}]/gu, "");

type Table<K extends string> = ReadonlyMap<string, K>;

/** What may stand for each key, folded; the key itself too. */
export function tableOf<K extends string>(words: Readonly<Record<K, readonly string[]>>): Table<K> {
  const table = new Map<string, K>();
  for (const key in words) for (const word of [key, ...words[key]]) table.set(foldWord(word), key);
  return table;
}

/** "单位名称 / Name" is what the template says; either half alone will do. */
export function columnOf<K extends string>(heading: string, table: Table<K>): K | undefined {
  const whole = table.get(foldWord(heading));
  if (whole) return whole;
  const halves = new Set(heading.split("/").map((half) => table.get(foldWord(half))));
  return halves.size === 1 ? [...halves][0] : undefined;
}

function readHeadings(
  headings: readonly string[],
  words: ImportWords,
): Result<(ImportColumn | undefined)[], Refusal> {
  const table = tableOf(words.columns);
  const columns: (ImportColumn | undefined)[] = [];
  for (const heading of headings) {
    const column = columnOf(heading, table);
    // A column that is passed over without a word would be missed long afterwards.
    if (!column && foldWord(heading) !== "")
      return refuse("import-unknown-column", { heading: heading.trim().slice(0, 60) });
    if (column && columns.includes(column))
      return refuse("import-column-twice", { heading: heading.trim().slice(0, 60) });
    columns.push(column);
  }
  return columns.includes("name") ? accept(columns) : refuse("import-no-heading");
}

const SERIAL_DAY = /^[2-7]\d{4}(\.0+)?$/;
/** What spreadsheets count days from. */
const SERIAL_ZERO = "1899-12-30";
const WRITTEN_DAY = /^(\d{4})[-/.年](\d{1,2})[-/.月](\d{1,2})日?$/;

/** "2023年10月1日", "2023/10/1" and the number that a spreadsheet stores → "2023-10-01"; anything else as it is. */
export function readDay(text: string): string {
  const plain = text.normalize("NFKC").trim();
  const written = WRITTEN_DAY.exec(plain);
  if (written) {
    const [, year = "", month = "", date = ""] = written;
    return `${year}-${month.padStart(2, "0")}-${date.padStart(2, "0")}`;
  }
  return SERIAL_DAY.test(plain) ? addDays(SERIAL_ZERO, Math.trunc(Number(plain))) : text;
}

type Reader = (text: string) => string;

function readersOf(words: ImportWords) {
  const word =
    (table: Table<string>): Reader =>
    (text) =>
      table.get(foldWord(text)) ?? text;
  const readers: Partial<Record<ImportColumn, Reader>> = {
    kind: word(tableOf(words.kinds)),
    position: word(tableOf(words.positions)),
    isLead: word(tableOf({ true: words.yes, false: words.no })),
    admittedOn: readDay,
  };
  return readers;
}

/**
 * The rows of a sheet by the names of their columns: headings first, words of any language turned into keys. What is
 * understood by no table stays as it was typed, so that the fault is told about it.
 */
export function readImportSheet(
  sheet: readonly (readonly string[])[],
  words: ImportWords,
): Result<ImportCells[], Refusal> {
  const filled = sheet
    .map((cells, place) => ({ cells, row: place + 1 }))
    .filter(({ cells }) => cells.some((text) => text.trim() !== ""));
  const [first, ...rest] = filled;
  if (!first) return refuse("import-empty");
  const columns = readHeadings(first.cells, words);
  if (!columns.ok) return columns;
  if (rest.length === 0) return refuse("import-empty");
  if (rest.length > MOST_IMPORT_ROWS) {
    return refuse("import-too-many-rows", { rows: rest.length, most: MOST_IMPORT_ROWS });
  }
  const stray = rest.flatMap(({ cells }) =>
    cells.flatMap((text, place) => (text.trim() !== "" && !columns.value[place] ? [place] : [])),
  )[0];
  if (stray !== undefined) return refuse("import-unknown-column", { heading: `#${stray + 1}` });
  const readers = readersOf(words);
  const rows = rest.map(({ cells, row }) => {
    const read: ImportCells = { row };
    for (const [place, column] of columns.value.entries()) {
      const text = cells[place] ?? "";
      if (column && text.trim() !== "") read[column] = readers[column]?.(text) ?? text;
    }
    return read;
  });
  return accept(rows);
}
