import { canonicalJson } from "@/lib/kernel/json";
import type { Answers, DraftRule } from "../schema/rule-sets";
import type { Matter, Share } from "../types";

/*
 * Plain answers ↔ the rule. "Is exactly half enough?" decides between 以上 (gte) and 过 (gt), and nothing else does.
 */
type ShareAnswer = { share: string; exact: "yes" | "no" };

export function shareOf({ share, exact }: ShareAnswer): Share {
  const [num = 1, den = 1] = share.split("/").map(Number);
  return { num, den, cmp: exact === "yes" ? "gte" : "gt" };
}

export const shareAnswer = ({ num, den, cmp }: Share): ShareAnswer => ({
  share: `${num}/${den}`,
  exact: cmp === "gte" ? "yes" : "no",
});

/** The rule that the answers describe. */
export function ruleFrom(matter: Matter, given: Answers): DraftRule {
  const { quorum, pass, tie, noticeDays, papersDays, articleId, articleRef, ...options } = given;
  return {
    matter,
    quorum: { base: quorum.base, ...shareOf(quorum) },
    pass: { base: pass.base, ...shareOf(pass) },
    tie,
    noticeDays: noticeDays ?? null,
    papersDays: papersDays ?? null,
    articleId: articleId ?? null,
    articleRef: articleRef ?? null,
    options: {
      ...options,
      groups: options.groups.map(({ name, kinds, ...share }) => ({
        name,
        kinds: [...kinds],
        ...shareOf(share),
      })),
      mail: { ...options.mail, replies: shareOf(options.mail.replies) },
    },
  };
}

/** The answers that gave a rule: what the wizard shows when it is opened again. */
export function answersOf(rule: DraftRule) {
  const { options } = rule;
  return {
    ...options,
    quorum: { base: rule.quorum.base, ...shareAnswer(rule.quorum) },
    pass: { base: rule.pass.base, ...shareAnswer(rule.pass) },
    tie: rule.tie,
    groups: options.groups.map(({ name, kinds, ...share }) => ({
      name,
      kinds,
      ...shareAnswer(share),
    })),
    mail: { ...options.mail, replies: shareAnswer(options.mail.replies) },
    ...(rule.noticeDays !== null && { noticeDays: rule.noticeDays }),
    ...(rule.papersDays !== null && { papersDays: rule.papersDays }),
    ...(rule.articleId !== null && { articleId: rule.articleId }),
    ...(rule.articleRef !== null && { articleRef: rule.articleRef }),
  };
}

/** Do both say the same, article included? */
export const sameRule = (a: DraftRule, b: DraftRule): boolean =>
  canonicalJson(a) === canonicalJson(b);
