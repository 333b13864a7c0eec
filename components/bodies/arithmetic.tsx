import { useTranslations } from "next-intl";
import { arithmeticOf } from "@/lib/features/bodies/rules/arithmetic";
import type { Outcome, Rule, Test, TieRule } from "@/lib/features/bodies/types";
import { Badge, type BadgeTone } from "../ui/badge";

const tones: Record<Outcome, BadgeTone> = {
  carried: "decided",
  rejected: "neutral",
  tied: "attention",
  inquorate: "attention",
};

export function OutcomeBadge({ outcome }: { outcome: Outcome }) {
  const t = useTranslations("bodies.outcome");
  return <Badge tone={tones[outcome]}>{t(outcome)}</Badge>;
}

type Judgement = { quorum: Test; pass: Test; tie: TieRule; outcome: Outcome };

/** Why the rule gives this outcome, in one sentence: "因 14 × 3 ≥ 2 × 21，通过". */
export function OutcomeSentence({ quorum, pass, tie, outcome }: Judgement) {
  const t = useTranslations("bodies");
  if (outcome === "tied") {
    return t("sentence.tied", { count: pass.count, tie: t(`tie.${tie}`) });
  }
  const deciding = outcome === "inquorate" ? quorum : pass;
  if (deciding.base === 0) return t("sentence.noBase");
  return t(`sentence.${outcome}`, arithmeticOf(deciding));
}

/** One comparison: what was needed, what there was, and both products. */
export function TestLine({ test }: { test: Test }) {
  const t = useTranslations("bodies");
  if (test.needed === null) return t("neededNever");
  return (
    <span className="tabular-nums">
      {t("needed", { needed: test.needed, ...arithmeticOf(test) })}
    </span>
  );
}

/** The rule in words; the comparator is always spoken, because 以上 and 超过 differ by one vote. */
export function RuleWords({
  rule,
}: {
  rule: Rule & { articleRef: string | null; version: number };
}) {
  const t = useTranslations("bodies");
  const share = (of: Rule["quorum"] | Rule["pass"]) =>
    t(`share.${of.cmp}`, { num: of.num, den: of.den });
  return (
    <ul className="text-sm">
      <li>
        {t("rule.quorum", {
          base: t(`quorumBase.${rule.quorum.base}`),
          share: share(rule.quorum),
        })}
      </li>
      <li>{t("rule.pass", { base: t(`passBase.${rule.pass.base}`), share: share(rule.pass) })}</li>
      <li>{t(`tie.${rule.tie}`)}</li>
      <li className="text-muted">
        {rule.articleRef ? t("rule.article", { article: rule.articleRef }) : t("rule.noArticle")}
        {" · "}
        {t("rule.version", { version: rule.version })}
      </li>
    </ul>
  );
}
