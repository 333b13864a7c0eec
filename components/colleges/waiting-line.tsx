import { useLocale, useTranslations } from "next-intl";
import type { ReactNode } from "react";
import type { CollegeWaiting } from "@/lib/features/colleges/schema/colleges";
import { formatDay } from "@/lib/i18n/format";

/** Who acts next, since which day; nothing where nobody does. */
export function WaitingLine({ waiting, waitingSince }: CollegeWaiting) {
  const t = useTranslations("colleges.waiting");
  const locale = useLocale();
  if (waiting === "nobody") return null;
  return t.rich(waiting, {
    day: formatDay(waitingSince, locale),
    since: (words: ReactNode) => <span className="whitespace-nowrap">{words}</span>,
  });
}
