import { type Cell, isEmpty, keyOf, type Place, type Table, TOTAL, tableOf } from "./cells";
import { derivable } from "./derivable";

/** Below these a reader could tell who it is. Values are in hundredths. */
const LEAST_ORGANIZATIONS = 3;
const LEAST_PERSONS = 500n;

/** A number by itself: fewer members than may be told, or fewer persons. Nobody knows how many: it is taken for small. */
export const isSmallNumber = (organizations: number | null, persons: bigint | undefined): boolean =>
  organizations === null ||
  organizations < LEAST_ORGANIZATIONS ||
  (persons !== undefined && persons < LEAST_PERSONS);

const isSmall = (table: Table, place: Place, countsPeople: boolean): boolean =>
  !isEmpty(table, place) &&
  (table.organizations(place).size < LEAST_ORGANIZATIONS ||
    (countsPeople && table.value(place) < LEAST_PERSONS));

/** Every row and every column with its margin: one equation of the table. */
function linesOf({ rows, columns }: Table): Place[][] {
  return [
    ...rows.map((row) => columns.map((column): Place => [row, column])),
    ...columns.map((column) => rows.map((row): Place => [row, column])),
  ];
}

/**
 * Is the edge row–column a bridge of the graph whose edges are the hidden cells? In a table with margins a hidden cell
 * can be computed from the shown ones exactly then: one in a cycle can be raised and lowered along it unseen.
 */
function isBridge(hidden: ReadonlyMap<string, Place>, [row, column]: Place): boolean {
  const seen = new Set([`r${row}`]);
  const waiting = [`r${row}`];
  for (let node = waiting.pop(); node !== undefined; node = waiting.pop()) {
    for (const [r, c] of hidden.values()) {
      if (r === row && c === column) continue;
      const next = node === `r${r}` ? `c${c}` : node === `c${c}` ? `r${r}` : undefined;
      if (next === undefined || seen.has(next)) continue;
      seen.add(next);
      waiting.push(next);
    }
  }
  return !seen.has(`c${column}`);
}

const size = (value: bigint): bigint => (value < 0n ? -value : value);

/** The three cells that close a cycle through a place with the least loss. */
function rectangle(
  table: Table,
  hidden: ReadonlyMap<string, Place>,
  [row, column]: Place,
): Place[] {
  const ways = table.rows
    .filter((other) => other !== row)
    .flatMap((otherRow) =>
      table.columns
        .filter((other) => other !== column)
        .map((otherColumn): Place[] =>
          (
            [
              [row, otherColumn],
              [otherRow, column],
              [otherRow, otherColumn],
            ] as Place[]
          ).filter((place) => !hidden.has(keyOf(place))),
        ),
    );
  const loss = (places: readonly Place[]) =>
    places.reduce((sum, place) => sum + size(table.value(place)) + 1n, 0n);
  // An empty cell is known to be zero: it closes no cycle.
  const closed = ways.filter((places) => places.every((place) => !isEmpty(table, place)));
  return closed.toSorted((a, b) => (loss(a) < loss(b) ? -1 : loss(a) > loss(b) ? 1 : 0))[0] ?? [];
}

/** The hidden cells of a line together: with the margin shown, their sum is known, and may not be one member's. */
function exposed(
  table: Table,
  hidden: ReadonlyMap<string, Place>,
  line: readonly Place[],
): boolean {
  const parts = line.filter((place) => hidden.has(keyOf(place)));
  const margin = line.at(-1);
  if (parts.length === 0 || (margin && hidden.has(keyOf(margin)))) return false;
  return (
    new Set(parts.flatMap((place) => [...table.organizations(place)])).size < LEAST_ORGANIZATIONS
  );
}

/** The next cells to hide, or none when nothing hidden can be found out. */
function missing(table: Table, hidden: ReadonlyMap<string, Place>): Place[] {
  for (const place of hidden.values()) {
    if (!isBridge(hidden, place)) continue;
    const found = rectangle(table, hidden, place);
    // Nothing closes the cycle: the margins of the place go, and with them its equations.
    const margins: Place[] = [
      [place[0], TOTAL],
      [TOTAL, place[1]],
      [TOTAL, TOTAL],
    ];
    const more = found.length > 0 ? found : margins.filter((one) => !hidden.has(keyOf(one)));
    if (more.length > 0) return more;
  }
  const line = linesOf(table).find((one) => exposed(table, hidden, one));
  const shown = line?.filter((place) => !hidden.has(keyOf(place)) && !isEmpty(table, place)) ?? [];
  const [least] = shown.toSorted((a, b) => (table.value(a) < table.value(b) ? -1 : 1));
  return least ? [least] : [];
}

/**
 * What of a table with its margins a visitor may not see: cells below three organizations or five persons, and as many
 * more as it takes that nothing hidden follows from what is shown. Returns whether a place is hidden; the margins
 * are called TOTAL.
 */
export function suppressed(
  cells: readonly Cell[],
  countsPeople: boolean,
): (row: string, column: string) => boolean {
  const filled = cells.filter(({ organizations }) => organizations.length > 0);
  const table = tableOf(filled);
  const hidden = new Map<string, Place>();
  const hide = (place: Place) => hidden.set(keyOf(place), place);
  for (const line of linesOf(table)) {
    for (const place of line) if (isSmall(table, place, countsPeople)) hide(place);
  }
  const next = (): Place[] => {
    const more = missing(table, hidden);
    if (more.length > 0) return more;
    const last = derivable(table, hidden, filled);
    return last ? [last] : [];
  };
  for (let more = next(); more.length > 0; more = next()) {
    for (const place of more) hide(place);
  }
  return (row, column) => hidden.has(keyOf([row, column]));
}
