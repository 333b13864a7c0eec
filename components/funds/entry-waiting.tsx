import { useLocale, useTranslations } from "next-intl";
import { entryWaits } from "@/lib/features/funds/rules/entries";
import type { Entry } from "@/lib/features/funds/schema/entries";
import { formatDay } from "@/lib/i18n/format";
import { dayIn, homeZone } from "@/lib/kernel/dates";

/** Whose step it is, and since which day; for an entry that is not over. */
export function EntryWaiting({ entry }: { entry: Entry }) {
  const t = useTranslations("funds");
  const locale = useLocale();
  const waits = entryWaits(entry.state, Boolean(entry.hands?.approved));
  return (
    waits && (
      <>
        {t(`waiting.${waits}`, { reason: entry.question ?? "" })}
        {entry.waitingSince && (
          <span className="whitespace-nowrap">
            {t("waitingSince", { day: formatDay(dayIn(entry.waitingSince, homeZone), locale) })}
          </span>
        )}
      </>
    )
  );
}
