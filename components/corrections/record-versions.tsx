import Link from "next/link";
import { useLocale, useTranslations } from "next-intl";
import type { RecordHistory } from "@/lib/features/corrections/schema";
import { formatCount, formatInstant } from "@/lib/i18n/format";
import { Timeline } from "../ui/timeline";

type Props = { tenant: string; history: RecordHistory };

/** What an approved record said before, until when, and by which case it changed. */
export function RecordVersions({ tenant, history }: Props) {
  const t = useTranslations("corrections");
  const locale = useLocale();
  const base = `/a/${tenant}/corrections`;
  return (
    <div className="flex flex-col gap-3">
      {history.open && (
        <p>
          <Link href={`${base}/${history.open.id}`}>
            {t("openCase", { number: history.open.number })}
          </Link>
        </p>
      )}
      {history.versions.length === 0 ? (
        <p className="text-sm text-muted">{t("historyNone")}</p>
      ) : (
        <Timeline
          items={history.versions.map((one) => ({
            at: t("until", { at: formatInstant(new Date(one.until), locale) }),
            title: t("versionLine", {
              quantity: formatCount(Number(one.quantity), locale),
              unit: locale === "en" ? one.unitEn : one.unitZh,
              year: String(one.year),
              organization: one.organizationName,
            }),
            body: history.mayOpen ? (
              <Link href={`${base}/${one.caseId}`}>
                {t("caseTitle", { number: one.caseNumber })}
              </Link>
            ) : (
              t("caseTitle", { number: one.caseNumber })
            ),
          }))}
        />
      )}
    </div>
  );
}
