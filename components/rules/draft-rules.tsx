import { useTranslations } from "next-intl";
import { changesBetween } from "@/lib/features/bodies/rules/sentence";
import { sameRule } from "@/lib/features/bodies/rules/wizard";
import type { DraftRule } from "@/lib/features/bodies/schema/rule-sets";
import { Badge } from "../ui/badge";
import { ButtonLink } from "../ui/button";
import { Panel } from "../ui/panel";
import { ArticleLink } from "./article-link";
import { RuleChanges, RuleSentences } from "./rule-sentences";

/** One class of matters of a draft: what it would change, and all of it. */
export function DraftRulePanel({
  alliance,
  base,
  seats,
  rule,
  before,
  edits,
}: {
  alliance: string;
  base: string;
  seats: number;
  rule: DraftRule;
  before: DraftRule | null;
  edits: boolean;
}) {
  const t = useTranslations("bodies");
  const changes = before ? changesBetween(before, rule, seats) : [];
  const same = before !== null && sameRule(before, rule);
  return (
    <Panel
      title={t(`matter.${rule.matter}`)}
      id={rule.matter}
      actions={
        edits && <ButtonLink href={`${base}/draft/${rule.matter}`}>{t("rules.edit")}</ButtonLink>
      }
    >
      <div className="flex flex-col gap-3">
        <p className="flex flex-wrap items-center gap-3 text-sm">
          {before &&
            (same ? (
              <Badge>{t("rules.unchanged")}</Badge>
            ) : (
              <Badge tone="decided">
                {t("rules.changed", { count: Math.max(1, changes.length) })}
              </Badge>
            ))}
          <ArticleLink rule={rule} alliance={alliance} />
        </p>
        <RuleChanges changes={changes} whole={before === null} />
        {before === null ? (
          <RuleSentences rule={rule} seats={seats} />
        ) : (
          <details>
            <summary className="cursor-pointer text-sm text-accent">{t("rules.whole")}</summary>
            <div className="pt-2">
              <RuleSentences rule={rule} seats={seats} open />
            </div>
          </details>
        )}
      </div>
    </Panel>
  );
}
