/** An exact quotient; the denominator is positive. Points are added as these and rounded once, at the end. */
export type Fraction = { num: bigint; den: bigint };

export const nought: Fraction = { num: 0n, den: 1n };
export const whole = (num: bigint): Fraction => ({ num, den: 1n });

export const plus = (a: Fraction, b: Fraction): Fraction =>
  a.den === b.den
    ? { num: a.num + b.num, den: a.den }
    : { num: a.num * b.den + b.num * a.den, den: a.den * b.den };

export const minus = (a: Fraction, b: Fraction): Fraction => plus(a, { num: -b.num, den: b.den });

export const isLess = (a: Fraction, b: Fraction): boolean => a.num * b.den < b.num * a.den;

export const smaller = (a: Fraction, b: Fraction): Fraction => (isLess(b, a) ? b : a);

/** To the nearest integer, a half up: 0.5 → 1, −0.5 → 0. */
export function rounded({ num, den }: Fraction): bigint {
  const twice = 2n * num + den;
  const by = 2n * den;
  const cut = twice / by;
  return twice < 0n && twice % by !== 0n ? cut - 1n : cut;
}
