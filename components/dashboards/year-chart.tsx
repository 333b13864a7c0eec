import { useLocale, useTranslations } from "next-intl";
import { barParts, isOpenYear } from "@/lib/features/dashboards/rules/trend";
import type { Dashboard, MetricNumber, YearValue } from "@/lib/features/dashboards/schema";
import { formatCount, formatInstant, formatMoney, type ShownUnit } from "@/lib/i18n/format";
import type { Locale } from "@/lib/i18n/locales";
import { addressWith } from "@/lib/kernel/address";
import { BarChart } from "../charts/bar-chart";
import { useTimeSentence } from "./time-switch";
import { useMetricWords } from "./words";

/** A shown amount as the length of a bar. */
const plain = (text: string): number => Number(text.replaceAll(",", "").replace("−", "-"));

/** The hatched part is named beside the verified number and not added to it. */
function yearText(year: YearValue, locale: Locale): string {
  const approved = formatCount(Number(year.approved), locale);
  return year.provisionalRecords > 0
    ? `${approved} (+${formatCount(Number(year.provisional), locale)})`
    : approved;
}

/** The list behind one bar: the filter of the tile in that year alone; a bar of results holds the hatched ones too. */
function yearHref(
  tenant: string,
  { drill, source }: MetricNumber,
  year: number,
): string | undefined {
  if (!drill) return undefined;
  const { year: _, from: __, to: ___, ...search } = drill.search;
  const only = { from: String(year), to: String(year) };
  return addressWith(`/a/${tenant}/${drill.list}`, {
    ...search,
    ...(source === "outcomes" && { state: "live" }),
    ...only,
  });
}

/** What a chart says of itself: where its numbers come from, whose they are, and of when. */
function useChartNotes() {
  const t = useTranslations("dashboards");
  const o = useTranslations("organizations");
  const locale = useLocale();
  const sentence = useTimeSentence();
  return ({ source }: MetricNumber, board: Omit<Dashboard, "numbers">): string[] => [
    t("chartSource", {
      source: t(source === "funds" ? "sourceFunds" : "sourceOutcomes"),
      whose: board.organization?.name ?? (board.kind ? o(`kind.${board.kind}`) : t("ofAlliance")),
      at: formatInstant(new Date(board.asOf), locale),
    }),
    sentence(board),
  ];
}

/** The years of a number as bars; what is not verified yet is hatched. */
export function YearChart({
  tenant,
  number,
  dashboard,
  moneyUnit,
}: {
  tenant: string;
  number: MetricNumber;
  dashboard: Omit<Dashboard, "numbers">;
  moneyUnit?: ShownUnit;
}) {
  const t = useTranslations("dashboards");
  const locale = useLocale();
  const { nameOf, unitOf } = useMetricWords(locale);
  const thisYear = Number(dashboard.today.slice(0, 4));
  const corrected = new Set(
    dashboard.marks.filter((mark) => mark.code === number.code).map((mark) => mark.year),
  );
  const isMoney = number.source === "funds";
  const marked = number.years.some(({ year }) => corrected.has(year));
  const chartNotes = useChartNotes()(number, dashboard);
  const data = number.years.map((year) => {
    const money = isMoney ? formatMoney(year.approved, locale, moneyUnit) : undefined;
    const href = yearHref(tenant, number, year.year);
    const value = money ? plain(money.text) : Number(year.approved) + Number(year.provisional);
    return {
      label: isOpenYear(year.year, thisYear)
        ? t("openYear", { year: String(year.year) })
        : String(year.year),
      value,
      text: `${money ? money.text : yearText(year, locale)}${corrected.has(year.year) ? " ※" : ""}`,
      ...barParts(year.year, thisYear, {
        value,
        provisional: money ? 0 : Number(year.provisional),
      }),
      ...(href && { href }),
    };
  });
  return (
    <BarChart
      direction="vertical"
      title={nameOf(number)}
      unit={isMoney ? formatMoney("0.00", locale, moneyUnit).unit : unitOf(number)}
      labelHeading={t("year")}
      notes={[...chartNotes, ...(marked ? [t("marks.legend")] : [])]}
      data={data}
    />
  );
}
