import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { ruleOptions } from "../schema/roster";
import { answers, type DraftRule, draftRule } from "../schema/rule-sets";
import { comparators, matters, passBases, quorumBases, tieRules } from "../types";
import { presetDraft } from "./presets";
import { answersOf, ruleFrom, sameRule, shareOf } from "./wizard";

const share = fc
  .tuple(
    fc.integer({ min: 1, max: 20 }),
    fc.integer({ min: 1, max: 20 }),
    fc.constantFrom(...comparators),
  )
  .filter(([num, den, cmp]) => (cmp === "gte" ? num <= den : num < den))
  .map(([num, den, cmp]) => ({ num, den, cmp }));
const days = fc.option(fc.integer({ min: 0, max: 90 }), { nil: null });
const rules: fc.Arbitrary<DraftRule> = fc.record({
  matter: fc.constantFrom(...matters),
  quorum: fc
    .tuple(share, fc.constantFrom(...quorumBases))
    .map(([part, base]) => ({ base, ...part })),
  pass: fc.tuple(share, fc.constantFrom(...passBases)).map(([part, base]) => ({ base, ...part })),
  tie: fc.constantFrom(...tieRules),
  noticeDays: days,
  papersDays: days,
  articleRef: fc.option(fc.constantFrom("章程第三条", "示例章程 第十八条"), { nil: null }),
  articleId: fc.option(fc.uuid(), { nil: null }),
  options: fc
    .record({
      counts: fc.record({ online: fc.boolean(), alternate: fc.boolean(), proxy: fc.boolean() }),
      groups: fc.array(
        fc
          .tuple(
            share,
            fc.uniqueArray(fc.constantFrom("enterprise", "government"), { minLength: 1 }),
          )
          .map(([part, kinds]) => ({ name: "企业", kinds, ...part })),
        { maxLength: 3 },
      ),
      invalidCounts: fc.boolean(),
      ballot: fc.constantFrom("named", "hands", "secret"),
      secretRequired: fc.boolean(),
      twoSeats: fc.boolean(),
      recusal: fc.record({
        quorumBase: fc.constantFrom("keep", "exclude"),
        passBase: fc.constantFrom("keep", "exclude"),
        minRemaining: fc.integer({ min: 1, max: 9 }),
      }),
      mail: fc.record({
        allowed: fc.boolean(),
        replies: share,
        silence: fc.constantFrom("not_counted", "abstains"),
      }),
      callers: fc.uniqueArray(fc.constantFrom("chair", "one_third", "supervisors", "secretariat")),
      waitMinutes: fc.integer({ min: 0, max: 120 }),
      term: fc.record({
        years: fc.integer({ min: 1, max: 10 }),
        consecutive: fc.integer({ min: 0, max: 3 }),
      }),
    })
    .map((given) => ruleOptions.parse(given)),
});

test("wizard answers → rule → answers: nothing is lost, whatever the rule (1,000 rules)", () => {
  fc.assert(
    fc.property(rules, (rule) => {
      const asked = answersOf(rule);
      const parsed = answers.parse(asked);
      const again = ruleFrom(rule.matter, parsed);
      expect(again).toEqual(rule);
      expect(answersOf(again)).toEqual(asked);
      expect(sameRule(again, draftRule.parse(JSON.parse(JSON.stringify(rule))))).toBe(true);
    }),
    { numRuns: 1000 },
  );
});

describe("is exactly half enough? 恰好一半算不算通过？", () => {
  test.each([
    ["yes", "gte"],
    ["no", "gt"],
  ] as const)("%s → %s", (exact, cmp) =>
    expect(shareOf({ share: "1/2", exact })).toEqual({ num: 1, den: 2, cmp }),
  );
});

describe("a share that nobody can reach is refused", () => {
  const given = answersOf(presetDraft("no_legal_form", "ordinary"));
  const issuesOf = (part: { share: string; exact: "yes" | "no" }) => {
    const result = answers.safeParse({ ...given, pass: { base: "present", ...part } });
    return result.success ? [] : result.error.issues.map(({ message }) => message);
  };
  test.each([
    ["more than all", { share: "1/1", exact: "no" as const }, ["impossible-share"]],
    ["four thirds", { share: "4/3", exact: "yes" as const }, ["impossible-share"]],
    ["no fraction", { share: "0.5", exact: "yes" as const }, ["not-a-share"]],
    ["all of them", { share: "1/1", exact: "yes" as const }, []],
  ])("%s", (_, part, expected) => expect(issuesOf(part)).toEqual(expected));
});

test("presets: every form has a whole rule for every matter; elections are secret, the charter needs a meeting", () => {
  for (const form of [
    "social_organization",
    "foundation",
    "private_non_enterprise",
    "no_legal_form",
  ] as const) {
    for (const matter of matters)
      expect(draftRule.parse(presetDraft(form, matter)).matter).toBe(matter);
    expect(presetDraft(form, "election").options).toMatchObject({
      ballot: "secret",
      secretRequired: true,
    });
    expect(presetDraft(form, "charter").options.mail.allowed).toBe(false);
  }
});
