/** One inner cell: who stands behind it, what it says, and whether it counts people. */
export type Cell = {
  row: string;
  column: string;
  organizations: readonly string[];
  value: bigint;
};

/** The margin's name in both directions; no row or column of a table is called so. */
export const TOTAL = "*";

export type Place = readonly [row: string, column: string];

export const keyOf = ([row, column]: Place): string => JSON.stringify([row, column]);

export type Table = {
  rows: readonly string[];
  columns: readonly string[];
  /** Inner cells with somebody in them, and all margins. */
  value: (place: Place) => bigint;
  organizations: (place: Place) => ReadonlySet<string>;
};

export function tableOf(cells: readonly Cell[]): Table {
  const values = new Map<string, bigint>();
  const members = new Map<string, Set<string>>();
  for (const { row, column, organizations, value } of cells) {
    for (const place of [
      [row, column],
      [row, TOTAL],
      [TOTAL, column],
      [TOTAL, TOTAL],
    ] as const) {
      const key = keyOf(place);
      values.set(key, (values.get(key) ?? 0n) + value);
      members.set(key, new Set([...(members.get(key) ?? []), ...organizations]));
    }
  }
  return {
    rows: [...new Set(cells.map(({ row }) => row)), TOTAL],
    columns: [...new Set(cells.map(({ column }) => column)), TOTAL],
    value: (place) => values.get(keyOf(place)) ?? 0n,
    organizations: (place) => members.get(keyOf(place)) ?? new Set(),
  };
}

/** An empty cell gives nobody away, so it is shown and hides nothing. */
export const isEmpty = (table: Table, place: Place): boolean =>
  table.organizations(place).size === 0;
