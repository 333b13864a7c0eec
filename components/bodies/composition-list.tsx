import { useTranslations } from "next-intl";
import type { CompositionFinding } from "@/lib/features/bodies/schema/seats";
import { ToneMark } from "../ui/tone";
import { EndCompositionForm } from "./body-forms";

/** One rule in a sentence with its count, and whether it holds today. */
export function useFindingWords() {
  const t = useTranslations("bodies.composition");
  const kind = useTranslations("organizations.kind");
  return ({ rule, count, base }: CompositionFinding): string =>
    t(`sentence.${rule.kind}`, {
      kinds: rule.kinds.map((one) => kind(one)).join("、"),
      num: rule.num ?? 0,
      den: rule.den ?? 0,
      count,
      base,
    });
}

type Props = {
  findings: readonly CompositionFinding[];
  /** The reader may end rules. */
  ends?: { tenant: string; today: string } | undefined;
};

/** What the charter says about who sits in the body, against today's seats. */
export function CompositionList({ findings, ends }: Props) {
  const t = useTranslations("bodies.composition");
  const words = useFindingWords();
  if (findings.length === 0) return <p className="text-sm text-muted">{t("none")}</p>;
  return (
    <ul className="flex flex-col gap-1">
      {findings.map((finding) => (
        <li key={finding.rule.id} className="flex items-start gap-2">
          <ToneMark tone={finding.holds ? "ok" : "problem"} className="mt-1.5" />
          <div>
            {words(finding)}
            <span className={finding.holds ? "sr-only" : "ml-2 text-sm text-problem"}>
              {finding.holds ? t("holds") : t("broken")}
            </span>
            {finding.rule.articleRef && (
              <span className="block text-sm text-muted">{finding.rule.articleRef}</span>
            )}
            {ends && <EndCompositionForm {...ends} ruleId={finding.rule.id} />}
          </div>
        </li>
      ))}
    </ul>
  );
}
