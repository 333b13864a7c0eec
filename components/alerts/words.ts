import { useLocale, useTranslations } from "next-intl";
import type { AlertMetric, AlertRow } from "@/lib/features/alerts/schema";
import { formatCount, formatMoney } from "@/lib/i18n/format";
import { useMetricWords } from "../dashboards/words";
import { useFilterWords } from "../subscriptions/filter-words";

/** An alert in words: its condition with the bound filled in, and what it is limited to. */
export function useAlertWords() {
  const t = useTranslations("alerts");
  const locale = useLocale();
  const metrics = useMetricWords(locale);
  const filterWords = useFilterWords();
  const quantity = (metric: AlertMetric, bound: string): string => {
    if (metric.source === "funds") {
      const { text, unit } = formatMoney(bound, locale);
      return `${text} ${unit}`;
    }
    return `${formatCount(Number(bound), locale)} ${metrics.unitOf(metric)}`;
  };
  const conditionOf = ({ about, metric, direction, bound }: AlertRow): string =>
    about === "threshold" && metric && direction
      ? t("condition.threshold", {
          name: metrics.nameOf(metric),
          condition: t(`direction.${direction}`, { bound: quantity(metric, bound) }),
        })
      : t(`condition.${about}`, {
          name: "",
          condition: "",
          bound: formatCount(Number(bound), locale),
        });
  const scopeOf = (
    about: AlertRow["about"],
    filters: Readonly<Record<string, string>>,
    organization: string | null,
  ): string => {
    if (about !== "threshold")
      return organization ? t("filters", { filters: organization }) : t("whole");
    return filterWords(filters, organization);
  };
  const nameOf = (metric: AlertMetric): string => {
    const unit = metrics.unitOf(metric);
    return unit ? t("named", { name: metrics.nameOf(metric), unit }) : metrics.nameOf(metric);
  };
  return { conditionOf, scopeOf, nameOf };
}
