import type {
  Comparator,
  Decision,
  LegalForm,
  Matter,
  Outcome,
  PassBase,
  QuorumBase,
  Rule,
  SeatCount,
  Share,
  Test,
  Votes,
} from "./types";

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

/** Seats that the quorum is measured against. Recusal leaves only the base that the rule words as eligible seats. */
function quorumBaseOf(base: QuorumBase, seats: SeatCount, votes: Votes): number {
  switch (base) {
    case "seats_all":
      return seats.all;
    case "seats_filled":
      return seats.filled;
    case "seats_eligible":
      return Math.max(0, seats.eligible - votes.recused);
  }
}

/**
 * What the yes votes are measured against. A recused seat leaves every base of the motion (domain 3.1). Abstentions
 * stand in "present" and "cast", not in "yes plus no"; invalid papers only in "present".
 */
function passBaseOf(base: PassBase, seats: SeatCount, votes: Votes): number {
  switch (base) {
    case "present":
      return Math.max(0, votes.present - votes.recused);
    case "cast":
      return votes.yes + votes.no + votes.abstain;
    case "yes_plus_no":
      return votes.yes + votes.no;
    case "seats_filled":
      return Math.max(0, seats.filled - votes.recused);
    case "seats_all":
      return Math.max(0, seats.all - votes.recused);
  }
}

const testOf = (count: number, base: number, { num, den, cmp }: Share): Test => ({
  num,
  den,
  cmp,
  base,
  count,
  needed: needed(base, num, den, cmp),
  met: reachesShare(count, base, { num, den, cmp }),
});

/**
 * Equal votes are a tie only where the charter asks for a half and one more yes would have carried it; two thirds that
 * are missed by equal votes are simply missed.
 */
const isTie = (pass: Test, votes: Votes): boolean =>
  !pass.met &&
  votes.yes > 0 &&
  votes.yes === votes.no &&
  pass.num * 2 === pass.den &&
  pass.needed === votes.yes + 1;

/** The result that the rule gives. The recused are present, but make neither quorum nor majority. */
export function decide(rule: Rule, seats: SeatCount, votes: Votes): Decision {
  const voters = Math.max(0, votes.present - votes.recused);
  const quorum = testOf(voters, quorumBaseOf(rule.quorum.base, seats, votes), rule.quorum);
  const pass = testOf(votes.yes, passBaseOf(rule.pass.base, seats, votes), rule.pass);
  const tie = isTie(pass, votes);
  return { quorum, pass, tie, outcome: outcomeOf(rule, quorum, pass, tie) };
}

function outcomeOf(rule: Rule, quorum: Test, pass: Test, tie: boolean): Outcome {
  if (!quorum.met) return "inquorate";
  if (pass.met) return "carried";
  return tie && rule.tie !== "fails" ? "tied" : "rejected";
}

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

const atLeast = (num: number, den: number): Share => ({ num, den, cmp: "gte" });
const moreThan = (num: number, den: number): Share => ({ num, den, cmp: "gt" });
const grave: readonly Matter[] = ["special", "charter"];

/** The usual rules of order by legal form; a charter may say otherwise. */
export function presetRule(form: LegalForm, matter: Matter): Rule {
  const twoThirds = atLeast(2, 3);
  switch (form) {
    case "social_organization":
      return rule({ ...twoThirds, base: "seats_filled" }, { ...twoThirds, base: "present" });
    case "foundation":
      return rule(
        { ...twoThirds, base: "seats_filled" },
        { ...(grave.includes(matter) ? twoThirds : moreThan(1, 2)), base: "present" },
      );
    case "private_non_enterprise":
      return rule(
        { ...atLeast(1, 2), base: "seats_filled" },
        { ...(grave.includes(matter) ? twoThirds : moreThan(1, 2)), base: "seats_all" },
      );
    case "no_legal_form":
      return rule({ ...twoThirds, base: "seats_filled" }, { ...moreThan(1, 2), base: "present" });
  }
}

const rule = (quorum: Rule["quorum"], pass: Rule["pass"]): Rule => ({
  quorum,
  pass,
  tie: "fails",
});
