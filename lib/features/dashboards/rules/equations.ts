/** Large enough that a sum of table cells is no multiple of it by chance; if it were, a cell too many would be hidden. */
const PRIME = 1_000_003n;
const mod = (value: bigint): bigint => ((value % PRIME) + PRIME) % PRIME;

function inverse(value: bigint): bigint {
  let [result, base, exponent] = [1n, mod(value), PRIME - 2n];
  for (; exponent > 0n; exponent /= 2n) {
    if (exponent % 2n === 1n) result = mod(result * base);
    base = mod(base * base);
  }
  return result;
}

/** Equations in echelon form, by the unknown of their first entry. */
export type Basis = ReadonlyMap<number, bigint[]>;

function remainder(basis: Basis, given: readonly bigint[]): bigint[] {
  const row = given.map(mod);
  for (const lead of [...basis.keys()].sort((a, b) => a - b)) {
    const factor = row[lead] ?? 0n;
    if (factor === 0n) continue;
    basis.get(lead)?.forEach((entry, place) => {
      row[place] = mod((row[place] ?? 0n) - factor * entry);
    });
  }
  return row;
}

export function reduce(rows: readonly (readonly bigint[])[]): Basis {
  const basis = new Map<number, bigint[]>();
  for (const row of rows) {
    const rest = remainder(basis, row);
    const lead = rest.findIndex((entry) => entry !== 0n);
    if (lead < 0) continue;
    const scale = inverse(rest[lead] ?? 1n);
    basis.set(
      lead,
      rest.map((entry) => mod(entry * scale)),
    );
  }
  return basis;
}

/** Does the wanted sum follow from the equations by adding and subtracting them? */
export const isKnown = (basis: Basis, wanted: readonly bigint[]): boolean =>
  wanted.some((entry) => entry !== 0n) && remainder(basis, wanted).every((entry) => entry === 0n);
