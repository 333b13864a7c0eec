import type { Matter, Rule } from "@/lib/features/bodies/types";
import { dateOf } from "@/lib/kernel/dates";
import { idOf } from "../ids";
import type { DemoRows } from "../rows";
import { bodyId } from "./bodies";
import { charterArticleId } from "./library";
import { SUZHOU, suzhouId } from "./members";

const twoThirds = {
  quorumBase: "seats_filled",
  quorumNum: 2,
  quorumDen: 3,
  quorumCmp: "gte",
} as const;
const majority = { passNum: 1, passDen: 2, passCmp: "gt" } as const;
const gravely = { passNum: 2, passDen: 3, passCmp: "gte" } as const;

/**
 * Rules of a consortium without legal form (behaviour 4.2): quorum of at least two thirds of the filled seats, more
 * than half of those present; grave matters at least two thirds, the charter two thirds of all seats (domain 6.3).
 * The source has no rules of order, so the articles are those of a sample charter.
 */
const rules = [
  {
    matter: "ordinary",
    ...majority,
    passBase: "present",
    article: "示例章程 第十八条第一款",
    number: 18,
  },
  {
    matter: "special",
    ...gravely,
    passBase: "present",
    article: "示例章程 第十八条第二款",
    number: 18,
  },
  {
    matter: "election",
    ...majority,
    passBase: "present",
    article: "示例章程 第十二条",
    number: 12,
  },
  { matter: "membership", ...majority, passBase: "present", article: "示例章程 第九条", number: 9 },
  {
    matter: "charter",
    ...gravely,
    passBase: "seats_all",
    article: "示例章程 第十八条第三款",
    number: 18,
  },
  { matter: "procedural", ...majority, passBase: "cast", article: "示例章程 第十九条", number: 19 },
] as const;

/** Ordinary matters may be decided by correspondence. */
export const mailOptions = { mail: { allowed: true, minHours: 72, demandMeeting: 5 } };

const ruleSetId = (body: string, matter: Matter): string =>
  idOf("rule-set", `${SUZHOU}/${body}/${matter}/1`);

const councilRules: DemoRows["ruleSet"] = rules.map(({ article, number, ...rule }) => ({
  id: ruleSetId("council", rule.matter),
  allianceId: suzhouId,
  bodyId: bodyId("council"),
  ...rule,
  ...twoThirds,
  tie: rule.matter === "election" ? ("one_more_round_then_fails" as const) : ("fails" as const),
  ...(rule.matter === "ordinary" && { options: mailOptions }),
  // 示例章程 第十二条: elections are secret.
  ...(rule.matter === "election" && { options: { ballot: "secret", secretRequired: true } }),
  noticeDays: 10,
  articleRef: article,
  articleId: charterArticleId(number),
  validFrom: dateOf("2023-10-01"),
}));

/** A rule as the result sheets freeze it: the row in the words of the arithmetic. */
export function ruleInForce(matter: Matter) {
  const row = councilRules.find((candidate) => candidate.matter === matter);
  if (!row) throw new Error(`the sample charter has no rule for ${matter}`);
  const rule: Rule = {
    quorum: { base: row.quorumBase, num: row.quorumNum, den: row.quorumDen, cmp: row.quorumCmp },
    pass: { base: row.passBase, num: row.passNum, den: row.passDen, cmp: row.passCmp },
    tie: row.tie ?? "fails",
  };
  return {
    ...rule,
    id: ruleSetId("council", matter),
    version: 1,
    matter,
    articleRef: row.articleRef ?? null,
  };
}

export const suzhouRuleRows = (): Partial<DemoRows> => ({ ruleSet: councilRules });
