import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { arithmeticOf, countsFit, decide, needed, notVoting, presetRule } from "./rules";
import {
  comparators,
  matters,
  passBases,
  quorumBases,
  type Rule,
  tieRules,
  type Votes,
} from "./types";

const votes = (given: Partial<Votes> = {}): Votes => ({
  present: 21,
  recused: 0,
  yes: 0,
  no: 0,
  abstain: 0,
  invalid: 0,
  ...given,
});
const full = (n: number) => ({ all: n, filled: n, eligible: n });
const ruleOf = (given: Partial<Rule> = {}): Rule => ({
  quorum: { base: "seats_filled", num: 2, den: 3, cmp: "gte" },
  pass: { base: "present", num: 2, den: 3, cmp: "gte" },
  tie: "fails",
  ...given,
});
const halfOf = (base: Rule["pass"]["base"], cmp: "gte" | "gt" = "gt"): Rule["pass"] => ({
  base,
  num: 1,
  den: 2,
  cmp,
});

describe("votes needed (behaviour 4.2)", () => {
  test.each([
    [9, 2, 3, "gte", 6],
    [10, 2, 3, "gte", 7],
    [31, 2, 3, "gte", 21],
    [39, 1, 2, "gt", 20],
    [40, 1, 2, "gt", 21],
    [40, 1, 2, "gte", 20],
    [1, 2, 3, "gte", 1],
    [1, 1, 2, "gt", 1],
    [0, 2, 3, "gte", null],
    [0, 1, 2, "gt", null],
    // domain 3.1: 半数以上 of 12, 过半数 of 12, 三分之二以上 of 11
    [12, 1, 2, "gte", 6],
    [12, 1, 2, "gt", 7],
    [11, 2, 3, "gte", 8],
  ] as const)("%i at %i/%i %s → %s", (base, num, den, cmp, expected) =>
    expect(needed(base, num, den, cmp)).toBe(expected),
  );
});

describe("quorum", () => {
  const yes = { yes: 21 };
  test("one short of quorum decides nothing, whatever the count", () => {
    const decision = decide(ruleOf(), full(31), votes({ present: 20, yes: 20 }));
    expect(decision.outcome).toBe("inquorate");
    expect(decision.quorum).toMatchObject({ count: 20, needed: 21, met: false });
  });
  test("exactly two thirds are enough for 以上 and not for 超过", () => {
    expect(decide(ruleOf(), full(30), votes({ present: 20, yes: 20 })).outcome).toBe("carried");
    const gt = ruleOf({ quorum: { base: "seats_filled", num: 2, den: 3, cmp: "gt" } });
    expect(decide(gt, full(30), votes({ present: 20, yes: 20 })).outcome).toBe("inquorate");
  });
  test("vacant seats: SEATS_ALL counts them, SEATS_FILLED does not", () => {
    const seats = { all: 33, filled: 31, eligible: 31 };
    expect(decide(ruleOf(), seats, votes(yes)).outcome).toBe("carried");
    const all = ruleOf({ quorum: { base: "seats_all", num: 2, den: 3, cmp: "gte" } });
    expect(decide(all, seats, votes(yes)).outcome).toBe("inquorate");
  });
  test("recusals break the quorum where the base is kept, and shrink it where it is eligible seats", () => {
    const recused = votes({ present: 21, recused: 1, yes: 20 });
    expect(decide(ruleOf(), full(31), recused).outcome).toBe("inquorate");
    const eligible = ruleOf({ quorum: { base: "seats_eligible", num: 2, den: 3, cmp: "gte" } });
    expect(decide(eligible, full(31), recused).quorum).toMatchObject({ base: 30, needed: 20 });
    expect(decide(eligible, full(31), recused).outcome).toBe("carried");
  });
  test("a suspended member's seat is filled, not eligible", () => {
    const seats = { all: 31, filled: 31, eligible: 29 };
    const eligible = ruleOf({ quorum: { base: "seats_eligible", num: 2, den: 3, cmp: "gte" } });
    expect(decide(eligible, seats, votes({ present: 20, yes: 20 })).outcome).toBe("carried");
  });
  test("zero present and a body without seats decide nothing", () => {
    expect(decide(ruleOf(), full(31), votes({ present: 0 })).outcome).toBe("inquorate");
    expect(decide(ruleOf(), full(0), votes({ present: 0 })).outcome).toBe("inquorate");
  });
});

describe("majority", () => {
  test("the sentence of the result sheet: 14 × 3 ≥ 2 × 21", () => {
    const decision = decide(ruleOf(), full(31), votes({ yes: 14, no: 7 }));
    expect(decision.outcome).toBe("carried");
    expect(arithmeticOf(decision.pass)).toEqual({
      count: 14,
      den: 3,
      sign: "≥",
      num: 2,
      base: 21,
      left: 42,
      right: 42,
    });
    const short = decide(ruleOf(), full(31), votes({ yes: 13, no: 8 }));
    expect(short.outcome).toBe("rejected");
    expect(arithmeticOf(short.pass).sign).toBe("<");
  });
  test("everybody abstains: PRESENT fails, YES_PLUS_NO has base 0 and fails", () => {
    const all = votes({ abstain: 21 });
    expect(decide(ruleOf(), full(31), all).outcome).toBe("rejected");
    const decision = decide(ruleOf({ pass: halfOf("yes_plus_no") }), full(31), all);
    expect(decision.outcome).toBe("rejected");
    expect(decision.pass).toMatchObject({ base: 0, needed: null, met: false });
  });
  test.each([
    ["present", 21],
    ["cast", 18],
    ["yes_plus_no", 15],
    ["seats_filled", 30],
    ["seats_all", 31],
  ] as const)("the base %s is %i", (base, expected) => {
    const decision = decide(
      ruleOf({ pass: { base, num: 1, den: 2, cmp: "gt" } }),
      { all: 31, filled: 30, eligible: 30 },
      votes({ yes: 10, no: 5, abstain: 3, invalid: 2 }),
    );
    expect(decision.pass.base).toBe(expected);
  });
  test("a recused seat leaves every base but the ballots'", () => {
    const counted = votes({ present: 24, recused: 3, yes: 11, no: 10 });
    const base = (name: Rule["pass"]["base"]) =>
      decide(ruleOf({ pass: halfOf(name) }), full(31), counted).pass.base;
    expect(passBases.map(base)).toEqual([21, 21, 21, 28, 28]);
  });
  test("exactly half: 半数以上 carries, 过半数 does not", () => {
    const ten = votes({ present: 20, yes: 10, no: 10 });
    expect(decide(ruleOf({ pass: halfOf("present", "gte") }), full(30), ten).outcome).toBe(
      "carried",
    );
    expect(decide(ruleOf({ pass: halfOf("present") }), full(30), ten).outcome).toBe("rejected");
  });
});

describe("tie", () => {
  const ten = votes({ present: 20, yes: 10, no: 10 });
  test.each([
    ["fails", "rejected"],
    ["chair_casts", "tied"],
    ["one_more_round_then_fails", "tied"],
    ["refer_up", "tied"],
  ] as const)("%s → %s", (tie, outcome) =>
    expect(decide(ruleOf({ pass: halfOf("present"), tie }), full(30), ten).outcome).toBe(outcome),
  );
  test("equal votes that miss two thirds, or miss a half by two, are no tie", () => {
    expect(decide(ruleOf({ tie: "chair_casts" }), full(30), ten)).toMatchObject({
      tie: false,
      outcome: "rejected",
    });
    const abstained = votes({ present: 20, yes: 8, no: 8, abstain: 4 });
    expect(
      decide(ruleOf({ pass: halfOf("present"), tie: "chair_casts" }), full(30), abstained).tie,
    ).toBe(false);
  });
  test("0 : 0 is no tie", () =>
    expect(
      decide(ruleOf({ pass: halfOf("yes_plus_no"), tie: "chair_casts" }), full(30), votes())
        .outcome,
    ).toBe("rejected"));
});

describe("counts", () => {
  test("I-10 no more ballots than voters", () => {
    expect(countsFit(votes({ present: 10, recused: 1, yes: 5, no: 3, abstain: 1 }))).toBe(true);
    expect(countsFit(votes({ present: 10, recused: 1, yes: 5, no: 3, abstain: 2 }))).toBe(false);
    expect(countsFit(votes({ present: 2, recused: 3 }))).toBe(false);
    expect(notVoting(votes({ present: 10, recused: 1, yes: 5, invalid: 1 }))).toBe(3);
  });
});

describe("presets", () => {
  const summary = (rule: Rule) =>
    [rule.quorum, rule.pass].map((s) => `${s.cmp} ${s.num}/${s.den} ${s.base}`).join(", ");
  test.each([
    ["social_organization", "ordinary", "gte 2/3 seats_filled, gte 2/3 present"],
    ["foundation", "ordinary", "gte 2/3 seats_filled, gt 1/2 present"],
    ["foundation", "special", "gte 2/3 seats_filled, gte 2/3 present"],
    ["private_non_enterprise", "membership", "gte 1/2 seats_filled, gt 1/2 seats_all"],
    ["private_non_enterprise", "charter", "gte 1/2 seats_filled, gte 2/3 seats_all"],
    ["no_legal_form", "charter", "gte 2/3 seats_filled, gt 1/2 present"],
  ] as const)("%s, %s: %s", (form, matter, expected) =>
    expect(summary(presetRule(form, matter))).toBe(expected),
  );
  test("every form has a rule for every matter", () =>
    expect(matters.map((matter) => presetRule("foundation", matter))).toHaveLength(6));
});

/** A second implementation on other means: it counts how many would be enough instead of comparing products. */
function second(rule: Rule, seats: { all: number; filled: number; eligible: number }, v: Votes) {
  const enough = (count: number, base: number, s: { num: number; den: number; cmp: string }) => {
    if (base === 0) return false;
    const gap = BigInt(count) * BigInt(s.den) - BigInt(base) * BigInt(s.num);
    return s.cmp === "gt" ? gap > 0n : gap >= 0n;
  };
  const voters = v.present - v.recused;
  const quorumBase = {
    seats_all: seats.all,
    seats_filled: seats.filled,
    seats_eligible: seats.eligible - v.recused,
  }[rule.quorum.base];
  const passBase = {
    present: voters,
    cast: v.yes + v.no + v.abstain,
    yes_plus_no: v.yes + v.no,
    seats_filled: seats.filled - v.recused,
    seats_all: seats.all - v.recused,
  }[rule.pass.base];
  if (!enough(voters, quorumBase, rule.quorum)) return "inquorate";
  if (enough(v.yes, passBase, rule.pass)) return "carried";
  const half = rule.pass.den === rule.pass.num * 2;
  const castingVoteDecides =
    half && v.yes > 0 && v.yes === v.no && enough(v.yes + 1, passBase, rule.pass);
  return castingVoteDecides && rule.tie !== "fails" ? "tied" : "rejected";
}

const share = fc
  .tuple(
    fc.integer({ min: 1, max: 12 }),
    fc.integer({ min: 1, max: 12 }),
    fc.constantFrom(...comparators),
  )
  .map(([a, b, cmp]) => ({ num: Math.min(a, b), den: Math.max(a, b), cmp }));
const anyCase = fc
  .record({
    quorum: share,
    quorumBase: fc.constantFrom(...quorumBases),
    pass: share,
    passBase: fc.constantFrom(...passBases),
    tie: fc.constantFrom(...tieRules),
    // Nested shares of the seats, so that every count fits.
    cuts: fc.array(fc.integer({ min: 0, max: 60 }), { minLength: 8, maxLength: 8 }),
  })
  .map(({ cuts, quorum, quorumBase, pass, passBase, tie }) => {
    const take = (index: number, most: number) => (cuts[index] ?? 0) % (most + 1);
    const all = cuts[0] ?? 0;
    const filled = take(1, all);
    const eligible = filled - Math.min(filled, take(2, 2));
    const present = take(3, eligible);
    const recused = take(4, Math.min(present, 5));
    const yes = take(5, present - recused);
    const no = take(6, present - recused - yes);
    const abstain = take(7, present - recused - yes - no);
    const rule: Rule = {
      quorum: { ...quorum, base: quorumBase },
      pass: { ...pass, base: passBase },
      tie,
    };
    const counted: Votes = { present, recused, yes, no, abstain, invalid: 0 };
    return { rule, seats: { all, filled, eligible }, counted };
  });

describe("property", () => {
  test("I-11 agrees with a second implementation in 100,000 cases", () =>
    fc.assert(
      fc.property(anyCase, ({ rule, seats, counted }) => {
        if (decide(rule, seats, counted).outcome !== second(rule, seats, counted)) return false;
        const test = decide(rule, seats, counted).pass;
        return test.needed === null || test.met === test.count >= test.needed;
      }),
      { numRuns: 100_000, seed: 20261122 },
    ));

  test("adding a yes never turns a pass into a fail", () =>
    fc.assert(
      fc.property(
        anyCase,
        fc.constantFrom("no", "abstain", "silent"),
        ({ rule, seats, counted }, from) => {
          if (decide(rule, seats, counted).outcome !== "carried") return true;
          const more = { ...counted, yes: counted.yes + 1 };
          if (from !== "silent") more[from as "no" | "abstain"] -= 1;
          if (more.no < 0 || more.abstain < 0 || !countsFit(more)) return true;
          return decide(rule, seats, more).outcome === "carried";
        },
      ),
      { numRuns: 20_000, seed: 20261122 },
    ));
});
