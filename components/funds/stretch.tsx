import { useLocale, useTranslations } from "next-intl";
import { formatDay } from "@/lib/i18n/format";

type Props = { from?: string; to?: string; day?: string | undefined };

/** The years that a number covers, in words, and the day of the past that it is of. */
export function Stretch({ from, to, day }: Props) {
  const t = useTranslations("funds");
  const locale = useLocale();
  const years = () => {
    if (from && to) return t("stretch", { from, to });
    if (from) return t("from", { from });
    return to ? t("to", { to }) : t("allYears");
  };
  return day ? t("past.period", { years: years(), day: formatDay(day, locale) }) : years();
}
