import { useLocale, useTranslations } from "next-intl";
import type { Dashboard } from "@/lib/features/dashboards/schema";
import { formatMoney, moneyUnitFor } from "@/lib/i18n/format";
import { BarChart } from "../charts/bar-chart";

/** A shown amount as the length of a bar. */
const plain = (text: string): number => Number(text.replaceAll(",", "").replace("−", "-"));

/** Cash promised and received, side by side and never on top of each other: they are not parts of one whole. */
export function FundChart({ dashboard }: { dashboard: Dashboard }) {
  const t = useTranslations("dashboards");
  const locale = useLocale();
  const { years } = dashboard.funds;
  const unit = moneyUnitFor(
    years.flatMap((year) => [year.promisedCash, year.receivedCash]),
    locale,
  );
  const words = formatMoney("0.00", locale, unit).unit;
  const bars = (name: "promisedCash" | "receivedCash") =>
    years.map((year) => {
      const shown = formatMoney(year[name], locale, unit);
      return { label: String(year.year), value: plain(shown.text), text: shown.text };
    });
  return (
    <div className="mt-4 grid gap-6 md:grid-cols-2">
      <BarChart
        direction="vertical"
        title={t("promisedCash")}
        unit={words}
        labelHeading={t("year")}
        data={bars("promisedCash")}
      />
      <BarChart
        direction="vertical"
        title={t("receivedCash")}
        unit={words}
        labelHeading={t("year")}
        data={bars("receivedCash")}
      />
    </div>
  );
}
