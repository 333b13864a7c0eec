import { useLocale, useTranslations } from "next-intl";
import type { Changes } from "@/lib/features/reporting/schema/reports";
import { formatInstant } from "@/lib/i18n/format";
import { EmptyState } from "../ui/empty-state";
import { Panel } from "../ui/panel";
import { Timeline } from "../ui/timeline";

/** The contents of every cell, the newest first, with how often it was modified. */
export function ChangesList({ changes }: { changes: Changes }) {
  const t = useTranslations("reporting");
  const locale = useLocale();
  if (changes.rows.length === 0) return <EmptyState title={t("noChanges")} />;
  return (
    <div className="flex flex-col gap-4">
      {changes.rows.map(({ code, nameZh, nameEn, versions }) => (
        <Panel
          key={code}
          title={`${code} ${(locale === "en" && nameEn) || nameZh}`}
          description={t("modifications", { count: versions.length - 1 })}
        >
          <Timeline
            items={versions.toReversed().map(({ answer, shown, by, at }) => ({
              at: formatInstant(new Date(at), locale),
              title: answer === "not_applicable" ? t("grid.notApplicable") : shown || "–",
              body: by ?? t("somebody"),
            }))}
          />
        </Panel>
      ))}
    </div>
  );
}
