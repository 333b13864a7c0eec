import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { ruleOptions } from "../schema/roster";
import {
  type Circumstances,
  comparators,
  matters,
  passBases,
  quorumBases,
  type Rule,
  type SeatCount,
  type Share,
  tieRules,
  type Votes,
} from "../types";
import { arithmeticOf, countsFit, needed, notVoting, testOf } from "./arithmetic";
import { type CountingRule, decide, decideAgain } from "./decide";
import { presetRule } from "./presets";

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

/** Six rules over ten bases between 0 and 40: votes needed, worked out by hand. */
const bases = [0, 1, 2, 3, 9, 10, 12, 31, 39, 40];
describe("60 integer vectors (bases 0–40 × 6 rules)", () => {
  test.each([
    [2, 3, "gte", [null, 1, 2, 2, 6, 7, 8, 21, 26, 27]],
    [1, 2, "gt", [null, 1, 2, 2, 5, 6, 7, 16, 20, 21]],
    [1, 2, "gte", [null, 1, 1, 2, 5, 5, 6, 16, 20, 20]],
    [2, 3, "gt", [null, 1, 2, 3, 7, 7, 9, 21, 27, 27]],
    [3, 4, "gte", [null, 1, 2, 3, 7, 8, 9, 24, 30, 30]],
    [1, 3, "gte", [null, 1, 1, 1, 3, 4, 4, 11, 13, 14]],
  ] as const)("%i/%i %s", (num, den, cmp, expected) => {
    expect(bases.map((base) => needed(base, num, den, cmp))).toEqual(expected);
    for (const [place, base] of bases.entries()) {
      const least = expected[place] ?? null;
      if (least === null) expect(testOf(base, base, { num, den, cmp }).met).toBe(false);
      else {
        expect(testOf(least, base, { num, den, cmp }).met).toBe(true);
        expect(testOf(least - 1, base, { num, den, cmp }).met).toBe(false);
      }
    }
  });
});

const optionsOf = (given: object) => ruleOptions.parse(given);

describe("what the rule says besides", () => {
  const kept = (side: "quorumBase" | "passBase", how: "keep" | "exclude") => ({
    ...ruleOf({ pass: halfOf("seats_filled") }),
    options: optionsOf({ recusal: { [side]: how } }),
  });
  const recused = votes({ present: 21, recused: 3, yes: 15, no: 3 });
  test("recusal keeps or leaves each base", () => {
    expect(decide(kept("quorumBase", "keep"), full(31), recused)).toMatchObject({
      outcome: "inquorate",
      quorum: { base: 31, count: 18 },
    });
    expect(
      decide(kept("quorumBase", "exclude"), full(31), { ...recused, present: 22 }),
    ).toMatchObject({ quorum: { base: 28, needed: 19, count: 19, met: true } });
    expect(decide(kept("passBase", "keep"), full(31), recused).pass.base).toBe(31);
    expect(decide(kept("passBase", "exclude"), full(31), recused).pass.base).toBe(28);
  });
  test("a seat with a conflict leaves the base whether it is there or not", () =>
    expect(
      decide(kept("quorumBase", "exclude"), full(31), recused, { conflicted: 5 }).quorum.base,
    ).toBe(26));
  test("below minRemaining the body does not decide: REFER_UP; a small body without a conflict does", () => {
    const rule = { ...ruleOf(), options: optionsOf({ recusal: { minRemaining: 3 } }) };
    const two = votes({ present: 5, recused: 3, yes: 2 });
    expect(decide(rule, full(5), two)).toMatchObject({ outcome: "inquorate", referUp: "recusals" });
    expect(decide(rule, full(2), votes({ present: 2, yes: 2 }))).toMatchObject({
      outcome: "carried",
      referUp: null,
    });
    expect(decide(ruleOf(), full(5), two).referUp).toBeNull();
  });
  test("invalid ballots count in CAST only if the rule says", () => {
    const counted = votes({ yes: 5, no: 4, invalid: 2 });
    const rule = ruleOf({ pass: halfOf("cast") });
    expect(decide({ ...rule, options: optionsOf({}) }, full(21), counted).outcome).toBe("carried");
    expect(
      decide({ ...rule, options: optionsOf({ invalidCounts: true }) }, full(21), counted),
    ).toMatchObject({ outcome: "rejected", pass: { base: 11 } });
  });
  test("a further quorum of one kind of seats must be met as well", () => {
    const options = optionsOf({
      groups: [{ name: "企业", kinds: ["enterprise"], num: 1, den: 2, cmp: "gte" }],
    });
    const rule = { ...ruleOf(), options };
    const of = (count: number) =>
      decide(rule, full(21), votes({ yes: 21 }), { groups: [{ name: "企业", count, base: 9 }] });
    expect([of(4).outcome, of(5).outcome]).toEqual(["inquorate", "carried"]);
    expect(of(4).groups).toMatchObject([{ name: "企业", needed: 5, met: false }]);
  });
  test("replies are the quorum of a correspondence vote; silence abstains where the rule says so", () => {
    const by = (silence: string) => ({
      ...ruleOf({ pass: halfOf("present") }),
      options: optionsOf({ mail: { silence } }),
    });
    const given = { mail: { replies: 20, silent: 10 } };
    const counted = votes({ present: 20, yes: 12, no: 8 });
    expect(decide(by("not_counted"), full(30), counted, given)).toMatchObject({
      outcome: "carried",
      pass: { base: 20 },
      quorum: { count: 20, needed: 20 },
    });
    expect(decide(by("abstains"), full(30), counted, given)).toMatchObject({
      outcome: "rejected",
      pass: { base: 30 },
    });
    expect(
      decide(by("abstains"), full(30), counted, { mail: { replies: 19, silent: 11 } }).outcome,
    ).toBe("inquorate");
  });
  test("a casting vote and a second round end a tie", () => {
    const ten = votes({ present: 20, yes: 10, no: 10 });
    const tied = (tie: Rule["tie"]) => ruleOf({ pass: halfOf("present"), tie });
    expect(decide(tied("chair_casts"), full(30), ten, { casting: "yes" }).outcome).toBe("carried");
    expect(decide(tied("chair_casts"), full(30), ten, { casting: "no" }).outcome).toBe("rejected");
    expect(decide(tied("one_more_round_then_fails"), full(30), ten, { round: 2 }).outcome).toBe(
      "rejected",
    );
    expect(decide(tied("refer_up"), full(30), ten).referUp).toBe("tie");
  });
  test("a snapshot from before the options counts as it did", () => {
    const rule = ruleOf();
    const motion = votes({ present: 21, recused: 1, yes: 20 });
    expect(decideAgain({ rule, seats: full(31) }, motion)).toEqual(decide(rule, full(31), motion));
    expect(decideAgain({ rule, seats: full(31) }, motion)).toMatchObject({
      quorum: { base: 31 },
      pass: { base: 20 },
    });
  });
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

/** A second implementation on other means: it counts in sets of seats and compares gaps instead of products. */
function second(rule: CountingRule, seats: SeatCount, v: Votes, given: Circumstances): string {
  const enough = (count: number, base: number, s: Share) => {
    if (base <= 0) return false;
    const gap = BigInt(count) * BigInt(s.den) - BigInt(base) * BigInt(s.num);
    return s.cmp === "gt" ? gap > 0n : gap >= 0n;
  };
  const { options } = rule;
  const conflicted = given.conflicted ?? v.recused;
  const out = options
    ? {
        quorum: options.recusal.quorumBase === "exclude",
        pass: options.recusal.passBase === "exclude",
      }
    : { quorum: rule.quorum.base === "seats_eligible", pass: true };
  if (options && conflicted > 0 && seats.eligible - conflicted < options.recusal.minRemaining)
    return "inquorate";
  const named = {
    seats_all: seats.all,
    seats_filled: seats.filled,
    seats_eligible: seats.eligible,
  };
  const silent = options?.mail.silence === "abstains" ? (given.mail?.silent ?? 0) : 0;
  const bases = {
    present: v.present + silent - (out.pass ? v.recused : 0),
    cast: v.yes + v.no + v.abstain + silent + (options?.invalidCounts ? v.invalid : 0),
    yes_plus_no: v.yes + v.no,
    seats_filled: seats.filled - (out.pass ? conflicted : 0),
    seats_all: seats.all - (out.pass ? conflicted : 0),
  };
  const quorate =
    given.mail && options
      ? enough(
          given.mail.replies,
          seats.filled - (out.quorum ? conflicted : 0),
          options.mail.replies,
        )
      : enough(
          given.voters ?? v.present - v.recused,
          named[rule.quorum.base] - (out.quorum ? conflicted : 0),
          rule.quorum,
        );
  const groups = (options?.groups ?? []).every((group) => {
    const found = given.groups?.find(({ name }) => name === group.name);
    return !found || enough(found.count, found.base, group);
  });
  if (!quorate || !groups) return "inquorate";
  const base = bases[rule.pass.base];
  if (enough(v.yes, base, rule.pass)) return "carried";
  const oneMore =
    v.yes > 0 &&
    v.yes === v.no &&
    rule.pass.den === rule.pass.num * 2 &&
    enough(v.yes + 1, base, rule.pass);
  if (!oneMore || rule.tie === "fails") return "rejected";
  if (rule.tie === "chair_casts" && given.casting)
    return given.casting === "yes" ? "carried" : "rejected";
  return rule.tie === "one_more_round_then_fails" && (given.round ?? 1) > 1 ? "rejected" : "tied";
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
    cuts: fc.array(fc.integer({ min: 0, max: 60 }), { minLength: 12, maxLength: 12 }),
    more: fc.record({
      with: fc.boolean(),
      quorumSide: fc.constantFrom("keep", "exclude"),
      passSide: fc.constantFrom("keep", "exclude"),
      minRemaining: fc.integer({ min: 1, max: 6 }),
      invalidCounts: fc.boolean(),
      silence: fc.constantFrom("not_counted", "abstains"),
      group: fc.option(share, { nil: undefined }),
      byMail: fc.boolean(),
      casting: fc.constantFrom("yes", "no", undefined),
      round: fc.constantFrom(1, 2),
    }),
  })
  .map(({ cuts, quorum, quorumBase, pass, passBase, tie, more }) => {
    const take = (index: number, most: number) => (cuts[index] ?? 0) % (most + 1);
    const all = cuts[0] ?? 0;
    const filled = take(1, all);
    const eligible = filled - Math.min(filled, take(2, 2));
    const present = take(3, eligible);
    const recused = take(4, Math.min(present, 5));
    const yes = take(5, present - recused);
    const no = take(6, present - recused - yes);
    const abstain = take(7, present - recused - yes - no);
    const invalid = take(8, present - recused - yes - no - abstain);
    const options = ruleOptions.parse({
      recusal: {
        quorumBase: more.quorumSide,
        passBase: more.passSide,
        minRemaining: more.minRemaining,
      },
      invalidCounts: more.invalidCounts,
      mail: { silence: more.silence },
      groups: more.group ? [{ ...more.group, name: "g", kinds: ["enterprise"] }] : [],
    });
    const rule: CountingRule = {
      quorum: { ...quorum, base: quorumBase },
      pass: { ...pass, base: passBase },
      tie,
      ...(more.with && { options }),
    };
    const counted: Votes = { present, recused, yes, no, abstain, invalid };
    const cast = yes + no + abstain + invalid;
    const given: Circumstances = {
      casting: more.casting,
      round: more.round,
      conflicted: recused + take(9, Math.max(0, eligible - present)),
      groups: [{ name: "g", base: take(10, eligible), count: take(11, take(10, eligible)) }],
      ...(more.byMail && { mail: { replies: cast, silent: present - recused - cast } }),
    };
    // By post nobody is present but by a reply.
    const votes = more.byMail ? { ...counted, present: cast + recused } : counted;
    return { rule, seats: { all, filled, eligible }, counted: votes, given };
  });

describe("property", () => {
  test("I-11 agrees with a second implementation in 100,000 cases", () =>
    fc.assert(
      fc.property(anyCase, ({ rule, seats, counted, given }) => {
        const decision = decide(rule, seats, counted, given);
        if (decision.outcome !== second(rule, seats, counted, given)) return false;
        const test = decision.pass;
        return test.needed === null || test.met === test.count >= test.needed;
      }),
      { numRuns: 100_000, seed: 20261122 },
    ));

  test("adding a yes never turns a pass into a fail", () =>
    fc.assert(
      fc.property(
        anyCase,
        fc.constantFrom("no", "abstain", "silent"),
        ({ rule, seats, counted, given }, from) => {
          // A casting vote is cast because of a tie; with another yes there is none.
          const alone = { ...given, casting: undefined };
          if (decide(rule, seats, counted, alone).outcome !== "carried") return true;
          const more = { ...counted, yes: counted.yes + 1 };
          if (from !== "silent") more[from as "no" | "abstain"] -= 1;
          if (more.no < 0 || more.abstain < 0 || !countsFit(more)) return true;
          return decide(rule, seats, more, alone).outcome === "carried";
        },
      ),
      { numRuns: 20_000, seed: 20261122 },
    ));
});
