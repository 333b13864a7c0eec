import { useLocale, useTranslations } from "next-intl";
import type { ReactNode } from "react";
import type { EditionInside } from "@/lib/features/reports/schema/editions";
import { formatDay } from "@/lib/i18n/format";
import { dayIn, homeZone } from "@/lib/kernel/dates";

/** Who acts next, since which day; nothing where nobody does. */
export function WaitingLine({
  waiting,
  waitingSince,
}: Pick<EditionInside, "waiting" | "waitingSince">) {
  const t = useTranslations("reports.waiting");
  const locale = useLocale();
  if (waiting === "nobody") return null;
  return t.rich(waiting, {
    day: formatDay(dayIn(waitingSince, homeZone), locale),
    since: (words: ReactNode) => <span className="whitespace-nowrap">{words}</span>,
  });
}
