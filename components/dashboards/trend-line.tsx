import { useLocale, useTranslations } from "next-intl";
import { trendOf } from "@/lib/features/dashboards/rules/trend";
import type { MetricNumber } from "@/lib/features/dashboards/schema";
import { formatCount, formatMoney } from "@/lib/i18n/format";

/** The last closed year beside the one before. */
export function TrendLine({ number, thisYear }: { number: MetricNumber; thisYear: number }) {
  const t = useTranslations("dashboards.trend");
  const locale = useLocale();
  const trend = trendOf(number.years, thisYear);
  if (trend?.kind !== "change") return null;
  const shown = (value: string) => {
    if (number.source !== "funds") return formatCount(Number(value), locale);
    const money = formatMoney(value, locale);
    return `${money.text} ${money.unit}`;
  };
  const sign = trend.change.startsWith("-") || /^0\.00$/.test(trend.change) ? "" : "+";
  const percent = trend.tenths === null ? undefined : formatCount(trend.tenths / 10, locale);
  return (
    <span className="block">
      {t("line", {
        year: String(trend.year),
        value: shown(trend.value),
        before: String(trend.year - 1),
        change: `${sign}${shown(trend.change)}`,
      })}{" "}
      {percent === undefined ? (
        <span title={t("ofZero")}>— {t("ofZero")}</span>
      ) : (
        t("percent", { percent: `${sign}${percent}` })
      )}
    </span>
  );
}
