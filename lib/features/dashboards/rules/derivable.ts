import { type Cell, isEmpty, keyOf, type Place, type Table, TOTAL } from "./cells";
import { isKnown, reduce } from "./equations";

/**
 * A shown place to hide because one member's sum follows from several rows and columns together. The parts of a member
 * can be told apart only in cells where it stands alone, so it is asked of those cells: of each row, of each column, and of
 * all.
 */
export function derivable(
  table: Table,
  hidden: ReadonlyMap<string, Place>,
  cells: readonly Cell[],
): Place | undefined {
  const covers = ([row, column]: Place, cell: Cell) =>
    (row === TOTAL || row === cell.row) && (column === TOTAL || column === cell.column);
  const vector = (chosen: (cell: Cell) => boolean) => cells.map((one) => (chosen(one) ? 1 : 0));
  const shown = table.rows
    .flatMap((row) => table.columns.map((column): Place => [row, column]))
    .filter((place) => !hidden.has(keyOf(place)) && !isEmpty(table, place));
  const basis = reduce(shown.map((place) => vector((cell) => covers(place, cell))));
  const lines: Place[] = [
    [TOTAL, TOTAL],
    ...table.rows.map((row): Place => [row, TOTAL]),
    ...table.columns.map((column): Place => [TOTAL, column]),
  ];
  const alone = cells.filter((cell) => new Set(cell.organizations).size === 1);
  for (const organization of new Set(alone.flatMap((cell) => cell.organizations))) {
    for (const line of lines) {
      const own = cells.filter(
        (cell) => covers(line, cell) && cell.organizations.includes(organization),
      );
      if (!own.every((cell) => alone.includes(cell))) continue;
      if (
        !isKnown(
          basis,
          vector((cell) => own.includes(cell)),
        )
      )
        continue;
      const touching = shown.filter((place) => own.some((cell) => covers(place, cell)));
      return touching.toSorted((a, b) => (table.value(a) < table.value(b) ? -1 : 1))[0];
    }
  }
  return undefined;
}
