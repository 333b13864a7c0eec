/**
 * Large enough that a sum of table cells is no multiple of it by chance; if it were, a cell too many would be hidden. Small
 * enough that a product of two remainders is an exact number.
 */
const PRIME = 1_000_003;
const mod = (value: number): number => {
  const rest = value % PRIME;
  return rest < 0 ? rest + PRIME : rest;
};

function inverse(value: number): number {
  let [result, base] = [1, mod(value)];
  for (let exponent = PRIME - 2; exponent > 0; exponent = Math.floor(exponent / 2)) {
    if (exponent % 2 === 1) result = mod(result * base);
    base = mod(base * base);
  }
  return result;
}

/** Equations in echelon form, by the unknown of their first entry. */
export type Basis = ReadonlyMap<number, number[]>;

function remainder(basis: Basis, given: readonly number[]): number[] {
  const row = given.map(mod);
  // From left to right: an equation changes nothing to the left of its first entry.
  for (let lead = 0; lead < row.length; lead += 1) {
    const factor = row[lead];
    const equation = factor ? basis.get(lead) : undefined;
    if (!factor || !equation) continue;
    for (let place = lead; place < row.length; place += 1) {
      row[place] = mod((row[place] ?? 0) - factor * (equation[place] ?? 0));
    }
  }
  return row;
}

export function reduce(rows: readonly (readonly number[])[]): Basis {
  const basis = new Map<number, number[]>();
  for (const row of rows) {
    const rest = remainder(basis, row);
    const lead = rest.findIndex((entry) => entry !== 0);
    if (lead < 0) continue;
    const scale = inverse(rest[lead] ?? 1);
    basis.set(
      lead,
      rest.map((entry) => mod(entry * scale)),
    );
  }
  return basis;
}

/** Does the wanted sum follow from the equations by adding and subtracting them? */
export const isKnown = (basis: Basis, wanted: readonly number[]): boolean =>
  wanted.some((entry) => entry !== 0) && remainder(basis, wanted).every((entry) => entry === 0);
