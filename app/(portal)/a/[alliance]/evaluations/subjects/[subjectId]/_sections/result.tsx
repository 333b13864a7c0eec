import { useLocale, useTranslations } from "next-intl";
import { Facts } from "@/components/ui/facts";
import { Panel } from "@/components/ui/panel";
import type { SubjectView } from "@/lib/features/evaluations/schema/rounds";
import { formatDay, formatInstant, nothing } from "@/lib/i18n/format";

/** What it came to, beside what the unit says of itself. */
export function SubjectResult({ subject }: { subject: SubjectView }) {
  const t = useTranslations("evaluations");
  const locale = useLocale();
  return (
    <Panel title={t("subject.result")}>
      <Facts
        items={[
          {
            label: t("column.total"),
            value: subject.total ? (
              <b className="text-lg tabular-nums">
                {t("schemes.points", { points: subject.total })}
              </b>
            ) : (
              t("subject.notYet")
            ),
          },
          {
            label: t("column.rank"),
            value: subject.rank === null ? nothing : String(subject.rank),
          },
          {
            label: t("subject.selfTotal"),
            value: t("schemes.points", { points: subject.selfTotal }),
          },
          { label: t("due"), value: formatDay(subject.round.selfDueOn, locale) },
          { label: t("until"), value: formatDay(subject.round.objectionUntil, locale) },
          { label: t("subject.handedInAt"), value: formatInstant(subject.submittedAt, locale) },
        ]}
      />
    </Panel>
  );
}
