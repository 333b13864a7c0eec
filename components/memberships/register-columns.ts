/** Columns that the reader can choose; the number and the name always stand. */
export const choosable = [
  "kind",
  "position",
  "status",
  "chain",
  "tags",
  "since",
  "region",
  "seats",
  "creditCode",
  "representative",
  "letterUntil",
] as const;
export type RegisterColumn = (typeof choosable)[number];

/** What only those see who see the inside of the register. */
export const insideOnly: readonly RegisterColumn[] = [
  "creditCode",
  "representative",
  "letterUntil",
];

const usual: readonly RegisterColumn[] = ["kind", "position", "status", "chain", "tags", "since"];

const isColumn = (name: string): name is RegisterColumn =>
  choosable.some((column) => column === name);

/** Reads the choice from the address: names with commas; nothing or nonsense gives the usual ones. */
export function chosenColumns(text: string | undefined, internal: boolean): RegisterColumn[] {
  const named = (text ?? "").split(",").filter(isColumn);
  const chosen = named.length ? named : [...usual, ...(internal ? (["letterUntil"] as const) : [])];
  return choosable.filter(
    (column) => chosen.includes(column) && (internal || !insideOnly.includes(column)),
  );
}

/** The choice with one column switched, as it stands in the address; the last one stays. */
export function toggled(chosen: readonly RegisterColumn[], column: RegisterColumn): string {
  const next = chosen.includes(column)
    ? chosen.filter((other) => other !== column)
    : [...chosen, column];
  return (next.length ? next : chosen).join(",");
}
