import { useLocale, useTranslations } from "next-intl";
import type { Dashboard, MetricSeries, YearValue } from "@/lib/features/dashboards/schema";
import { formatCount } from "@/lib/i18n/format";
import type { Locale } from "@/lib/i18n/locales";
import { addressWith } from "@/lib/kernel/address";
import { BarChart } from "../charts/bar-chart";
import { Badge } from "../ui/badge";
import { Stat } from "../ui/stat";

/** Filter of the record list that stands behind the tile: the same years, the same member, approved records only. */
export function recordsHref(tenant: string, dashboard: Dashboard, metric: MetricSeries): string {
  const newest = metric.years.filter((year) => year.approvedRecords > 0).at(-1)?.year;
  return addressWith(`/a/${tenant}/outcomes`, {
    metric: metric.code,
    state: "approved",
    ...(dashboard.organization && { organization: dashboard.organization.id }),
    ...(metric.adds
      ? { from: String(dashboard.from), to: String(dashboard.to) }
      : { year: String(newest ?? dashboard.to) }),
  });
}

/** The hatched part is named beside the verified number and not added to it. */
function yearText(year: YearValue, locale: Locale): string {
  const approved = formatCount(Number(year.approved), locale);
  return year.provisionalRecords > 0
    ? `${approved} (+${formatCount(Number(year.provisional), locale)})`
    : approved;
}

/** One metric: value, unit, period, state, and, where it matters most, its years. */
export function MetricTile({
  tenant,
  dashboard,
  metric,
  withYears,
}: {
  tenant: string;
  dashboard: Dashboard;
  metric: MetricSeries;
  withYears: boolean;
}) {
  const t = useTranslations("dashboards");
  const locale = useLocale();
  const english = locale === "en";
  const name = english ? metric.nameEn : metric.nameZh;
  const unit = english ? metric.unitEn : metric.unitZh;
  const newest =
    metric.years.filter((year) => year.approvedRecords > 0).at(-1)?.year ?? dashboard.to;
  const base = `/a/${tenant}/outcomes`;
  return (
    <section aria-label={name} className="min-w-0">
      <Stat
        label={<span title={english ? metric.definitionEn : metric.definitionZh}>{name}</span>}
        value={`${metric.atMost ? "≤ " : ""}${formatCount(Number(metric.value), locale)}`}
        unit={unit}
        href={recordsHref(tenant, dashboard, metric)}
        period={
          metric.adds
            ? t("stretch", { from: dashboard.from, to: dashboard.to })
            : t("newest", { year: newest })
        }
        state={<Badge tone="ok">{t("verified")}</Badge>}
        note={
          <>
            {t("records", { count: metric.records })}
            {metric.provisionalRecords > 0 && (
              <span className="block">
                {t("provisional", { count: metric.provisionalRecords })}
              </span>
            )}
            {metric.atMost && <span className="block">{t("atMost")}</span>}
            {!metric.adds && <span className="block">{t("stock")}</span>}
          </>
        }
      />
      {withYears && (
        <div className="mt-3">
          <BarChart
            direction="vertical"
            title={name}
            unit={unit}
            labelHeading={t("year")}
            data={metric.years.map((year) => ({
              label: String(year.year),
              value: Number(year.approved) + Number(year.provisional),
              provisional: Number(year.provisional),
              text: yearText(year, locale),
              href: addressWith(base, {
                metric: metric.code,
                year: String(year.year),
                ...(dashboard.organization && { organization: dashboard.organization.id }),
              }),
            }))}
          />
        </div>
      )}
    </section>
  );
}
