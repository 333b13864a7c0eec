import { type Result, refuse } from "@/lib/kernel/result";
import { eachOnce, isIdentityNumber, plainNumber, rowsText } from "./attendees";

/** What the column of identity numbers is called. */
const NAMED =
  /^((居民|公民)?身份(证|证件)?(号|号码)|证件号码?|ID(CARD)?(NO|NUMBER)\.?|IDENTITY(CARD)?(NO|NUMBER)\.?)$/;

/** Headings stand near the top, under a title at most. */
const TOP_ROWS = 10;

/** Only what is as long as an identity number is looked at. */
const LONG = { least: 15, most: 60 };

type Rows = readonly (readonly string[])[];
type Place = { column: number; from: number };

const at = (row: readonly string[] | undefined, column: number): string =>
  plainNumber((row?.[column] ?? "").slice(0, LONG.most));

function namedColumns(rows: Rows): Place[] {
  const from = rows
    .slice(0, TOP_ROWS)
    .findIndex((row) => row.some((_, place) => NAMED.test(at(row, place))));
  return (rows[from] ?? []).flatMap((_, column) =>
    NAMED.test(at(rows[from], column)) ? [{ column, from: from + 1 }] : [],
  );
}

/** Columns most of whose long numbers have the right last character; what stands above the first without a digit is a heading. */
function columnsByDigits(rows: Rows): Place[] {
  const width = rows.reduce((most, row) => Math.max(most, row.length), 0);
  return Array.from({ length: width }, (_, column) => column).flatMap((column) => {
    const long = rows.filter((row) => (row[column]?.length ?? 0) >= LONG.least);
    const right = long.filter((row) => isIdentityNumber(at(row, column)));
    if (right.length === 0 || 2 * right.length < long.length) return [];
    const from = rows.findIndex((row) => /\d/.test(at(row, column)));
    return [{ column, from }];
  });
}

/** Excel keeps fifteen digits of a number: the last three of it are lost. */
const ROUNDED = /^(\d(\.\d+)?E\+?1[78]|\d{15}000)$/;

type Kind = "missing" | "rounded" | "wrong";
const kindOf = (number: string): Kind | "right" => {
  if (number === "") return "missing";
  if (isIdentityNumber(number)) return "right";
  return ROUNDED.test(number) ? "rounded" : "wrong";
};

type Fault =
  | "attendees-column-unknown"
  | "attendees-columns"
  | "attendees-rows"
  | "attendees-too-many";

/**
 * The people of a table: the column called 身份证号, else the only one whose numbers have the right last character. Every row
 * with anything in it is somebody: of a row without a number it is said what is wrong, and then nobody is taken. A merged cell
 * has its number in its first row only; of a formula the value counts that was saved; hidden rows are rows.
 */
export function readAttendeeSheet(rows: Rows): Result<string[], Fault> {
  const named = namedColumns(rows);
  const places = named.length > 0 ? named : columnsByDigits(rows);
  const [place] = places;
  if (!place) return refuse("attendees-column-unknown");
  if (places.length > 1) return refuse("attendees-columns", { count: places.length });
  const entries = rows
    .map((row, index) => ({
      row: index + 1,
      empty: row.every((cell) => cell.trim() === ""),
      number: at(row, place.column),
    }))
    .slice(place.from)
    .filter(({ empty }) => !empty)
    .map((entry) => ({ ...entry, kind: kindOf(entry.number) }));
  if (entries.length === 0) return refuse("attendees-column-unknown");
  const of = (kind: Kind) => entries.filter((entry) => entry.kind === kind).map(({ row }) => row);
  const kinds = { missing: of("missing"), rounded: of("rounded"), wrong: of("wrong") };
  const count = kinds.missing.length + kinds.rounded.length + kinds.wrong.length;
  if (count === 0) return eachOnce(entries.map(({ number }) => number));
  const said = (kind: Kind) => rowsText(kinds[kind]) || "none";
  return refuse("attendees-rows", {
    count,
    missing: said("missing"),
    rounded: said("rounded"),
    wrong: said("wrong"),
  });
}
