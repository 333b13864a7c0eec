import type { Comparator, Share, Test, Votes } from "../types";

/*
 * Voting arithmetic (I-11): whole numbers only, compared by multiplication. 以上 (gte) includes the number itself,
 * 过 and 超过 (gt) do not (Civil Code art. 1259).
 */

/** Does `count` reach the share of `base`? A base of nobody is never reached. */
function reachesShare(count: number, base: number, share: Share): boolean {
  if (base <= 0) return false;
  const left = count * share.den;
  const right = share.num * base;
  return share.cmp === "gte" ? left >= right : left > right;
}

/** Whole quotient of whole numbers, without a fraction on the way. */
const quotient = (dividend: number, divisor: number) => (dividend - (dividend % divisor)) / divisor;

/** The smallest count that reaches the share of `base`; null when none ever does. */
export function needed(base: number, num: number, den: number, cmp: Comparator): number | null {
  if (base <= 0) return null;
  const product = num * base;
  return cmp === "gte" ? quotient(product + den - 1, den) : quotient(product, den) + 1;
}

export const testOf = (count: number, base: number, { num, den, cmp }: Share): Test => ({
  num,
  den,
  cmp,
  base,
  count,
  needed: needed(base, num, den, cmp),
  met: reachesShare(count, base, { num, den, cmp }),
});

/** No ballot more than there were people who could cast one (I-10). */
export const countsFit = (votes: Votes): boolean =>
  votes.recused <= votes.present &&
  votes.yes + votes.no + votes.abstain + votes.invalid <= votes.present - votes.recused;

/** Present, not recused, and neither a ballot nor an abstention. */
export const notVoting = (votes: Votes): number =>
  votes.present - votes.recused - votes.yes - votes.no - votes.abstain - votes.invalid;

/** One comparison as data for a sentence such as "14 × 3 ≥ 2 × 21". */
export function arithmeticOf(test: Test) {
  const sign = test.met
    ? ({ gte: "≥", gt: ">" } as const)[test.cmp]
    : ({ gte: "<", gt: "≤" } as const)[test.cmp];
  return {
    count: test.count,
    den: test.den,
    sign,
    num: test.num,
    base: test.base,
    left: test.count * test.den,
    right: test.num * test.base,
  };
}
