import { useLocale, useTranslations } from "next-intl";
import type { RuleVersion } from "@/lib/features/bodies/schema/rule-sets";
import { formatDay } from "@/lib/i18n/format";
import { Badge } from "../ui/badge";
import { Panel } from "../ui/panel";
import { ArticleLink } from "./article-link";
import { RuleSentences } from "./rule-sentences";

type Props = {
  alliance: string;
  seats: number;
  today: string;
  /** Of one class of matters, the newest first. */
  versions: readonly RuleVersion[];
};

const covers = ({ validFrom, validTo }: RuleVersion, today: string) =>
  validFrom <= today && (validTo === null || today <= validTo);

const asDraft = (version: RuleVersion) => ({
  ...version,
  noticeDays: version.noticeDays ?? null,
  papersDays: version.papersDays ?? null,
});

/** The rule of one class of matters: what is in force in full, what comes and what was behind it. */
export function MatterRules({ alliance, seats, today, versions }: Props) {
  const t = useTranslations("bodies");
  const locale = useLocale();
  const now = versions.find((version) => covers(version, today));
  const others = versions.filter((version) => version !== now);
  const first = now ?? versions[0];
  if (!first) return null;
  const stateOf = (version: RuleVersion) => {
    if (version === now) return <Badge tone="ok">{t("rules.now")}</Badge>;
    return version.validFrom > today ? (
      <Badge tone="decided">
        {t("rules.upcoming", { day: formatDay(version.validFrom, locale) })}
      </Badge>
    ) : (
      <Badge>{t("rules.ended")}</Badge>
    );
  };
  const line = (version: RuleVersion) => (
    <p className="flex flex-wrap items-center gap-x-3 gap-y-1 text-sm">
      {stateOf(version)}
      <span>{t("rules.version", { version: version.version })}</span>
      <span className="text-muted tabular-nums">
        {version.validTo
          ? t("rules.periodTo", {
              from: formatDay(version.validFrom, locale),
              to: formatDay(version.validTo, locale),
            })
          : t("rules.period", { from: formatDay(version.validFrom, locale) })}
      </span>
      <ArticleLink rule={version} alliance={alliance} />
    </p>
  );
  return (
    <Panel title={t(`matter.${first.matter}`)} id={first.matter}>
      <div className="flex flex-col gap-3">
        {line(first)}
        <RuleSentences rule={asDraft(first)} seats={seats} />
        {others
          .filter((version) => version !== first)
          .map((version) => (
            <details key={version.id} className="border-t border-line pt-3">
              <summary className="cursor-pointer">
                <span className="inline-block align-top">{line(version)}</span>
              </summary>
              <div className="pt-2 pl-4">
                <RuleSentences rule={asDraft(version)} seats={seats} open />
              </div>
            </details>
          ))}
      </div>
    </Panel>
  );
}
