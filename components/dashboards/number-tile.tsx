import { useLocale, useTranslations } from "next-intl";
import type { Dashboard, MetricNumber } from "@/lib/features/dashboards/schema";
import { formatCount, formatDay, formatMoney, type ShownUnit } from "@/lib/i18n/format";
import { addressWith } from "@/lib/kernel/address";
import { Badge } from "../ui/badge";
import { Stat } from "../ui/stat";
import { NumberNotes } from "./number-notes";
import { useMetricWords } from "./words";

export const drillHref = (tenant: string, { drill }: MetricNumber): string | undefined =>
  drill ? addressWith(`/a/${tenant}/${drill.list}`, drill.search) : undefined;

type Years = Pick<Dashboard, "from" | "to" | "past">;

/** Value and unit as they are shown; money in the unit of its group. */
export function useShown(moneyUnit?: ShownUnit) {
  const locale = useLocale();
  const { unitOf } = useMetricWords(locale);
  return (number: MetricNumber) => {
    if (number.value === null) return { text: "—", unit: "", exact: undefined };
    if (number.source === "funds") return formatMoney(number.value, locale, moneyUnit);
    const text = formatCount(Number(number.value), locale);
    return { text: number.atMost ? `≤ ${text}` : text, unit: unitOf(number), exact: undefined };
  };
}

/** When the number is of: the stretch of a flow, the newest year of a stock, the day that was asked for, or now. */
export function usePeriod() {
  const t = useTranslations("dashboards");
  const locale = useLocale();
  return (number: MetricNumber, years: Years): string => {
    if (number.time === "flow") return t("stretch", { from: years.from, to: years.to });
    if (number.newest === null && years.past) {
      return t("asOfDay", { day: formatDay(years.past.day, locale) });
    }
    return number.newest === null ? t("now") : t("newest", { year: number.newest });
  };
}

/** One registered number: value, unit, period, state, and the list behind it. */
export function NumberTile({
  tenant,
  dashboard,
  number,
  moneyUnit,
}: {
  tenant: string;
  dashboard: Omit<Dashboard, "numbers">;
  number: MetricNumber;
  moneyUnit?: ShownUnit;
}) {
  const t = useTranslations("dashboards");
  const locale = useLocale();
  const { nameOf, sentenceOf } = useMetricWords(locale);
  const shown = useShown(moneyUnit)(number);
  const period = usePeriod()(number, dashboard);
  const href = drillHref(tenant, number);
  const name = nameOf(number);
  return (
    <section aria-label={name} className="min-w-0">
      <Stat
        label={name}
        value={<span title={shown.exact}>{shown.text}</span>}
        unit={shown.unit}
        {...(href && number.state === "value" && { href })}
        period={number.state === "value" ? period : t(`state.${number.state}`)}
        {...(number.state === "value" &&
          number.source === "outcomes" && {
            state:
              dashboard.status === "live" && number.provisionalRecords > 0 ? (
                <Badge tone="attention">{t("partlyVerified")}</Badge>
              ) : (
                <Badge tone="ok">{t("verified")}</Badge>
              ),
          })}
        note={
          <NumberNotes
            tenant={tenant}
            number={number}
            dashboard={dashboard}
            sentence={sentenceOf(number, dashboard)}
          />
        }
      />
    </section>
  );
}
