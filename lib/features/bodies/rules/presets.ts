import { ruleOptions } from "../schema/roster";
import type { DraftRule } from "../schema/rule-sets";
import { type LegalForm, type Matter, matters, type Rule, type Share } from "../types";

const atLeast = (num: number, den: number): Share => ({ num, den, cmp: "gte" });
const moreThan = (num: number, den: number): Share => ({ num, den, cmp: "gt" });
const grave: readonly Matter[] = ["special", "charter"];

const rule = (quorum: Rule["quorum"], pass: Rule["pass"]): Rule => ({
  quorum,
  pass,
  tie: "fails",
});

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

/** Usual lengths of a term by legal form (domain 6.3: three, four or five years); a proposal, as all of this is. */
const termYears: Record<LegalForm, number> = {
  social_organization: 5,
  foundation: 5,
  private_non_enterprise: 4,
  no_legal_form: 5,
};

/** Between meetings only what is ordinary is voted on in writing: elections and the charter need a meeting. */
const byMail: readonly Matter[] = ["ordinary", "membership"];

/** The whole rule of a legal form for one class of matters: the numbers of behaviour 4.2, the defaults of domain 3.4. */
export function presetDraft(form: LegalForm, matter: Matter): DraftRule {
  const numbers = presetRule(form, matter);
  const election = matter === "election";
  return {
    matter,
    ...numbers,
    tie: election ? "one_more_round_then_fails" : numbers.tie,
    options: ruleOptions.parse({
      ballot: election ? "secret" : "named",
      secretRequired: election,
      mail: { allowed: byMail.includes(matter) },
      term: { years: termYears[form] },
    }),
    noticeDays: 10,
    papersDays: 3,
    articleRef: null,
    articleId: null,
  };
}

export const presetDrafts = (form: LegalForm): DraftRule[] =>
  matters.map((matter) => presetDraft(form, matter));
