import { type ChartBar, chartsOf, type EditionChart } from "@/lib/features/reports/rules/charts";
import type { FigureView } from "@/lib/features/reports/schema/figures";
import type { Locale } from "@/lib/i18n/locales";
import { mailWords } from "@/lib/i18n/mail";
import { amountText, figureName } from "./figure-amount";
import { figureText, sourceText } from "./figure-words";

export type DrawnBar = { key: string; text: string; length: number; earlier: boolean };
/** A chart in words and lengths: the page draws it in lines, the Word file in cells. */
export type DrawnChart = {
  key: string;
  title: string;
  lines: { key: string; label: string; bars: DrawnBar[] }[];
  note: string;
};

function barOf(figure: FigureView, bar: ChartBar, place: number, locale: Locale): DrawnBar {
  const earlier = place > 0;
  const amount = earlier ? amountText(figure, bar.value, locale) : figureText(figure, locale);
  const text =
    bar.year === null
      ? amount
      : mailWords(locale, (all) => all.reports.chart.ofYear, { year: bar.year, amount });
  return { key: String(bar.year ?? place), text, length: bar.length, earlier };
}

const sayer =
  (locale: Locale) =>
  (pick: Parameters<typeof mailWords>[1], values: Record<string, string | number> = {}): string =>
    mailWords(locale, pick, values);

/** Unit, period and source, on one line below the picture. */
function noteOf(chart: EditionChart, locale: Locale): string {
  const say = sayer(locale);
  const [first] = chart.lines;
  if (!first) return "";
  const years = [...new Set(first.bars.flatMap(({ year }) => year ?? []))];
  return [
    say((all) => all.reports.chart.unit, {
      unit: locale === "en" ? first.figure.unitEn : first.figure.unitZh,
    }),
    ...(years.length > 0
      ? [
          say((all) => all.reports.chart.period, {
            period: years.join(locale === "en" ? ", " : "、"),
          }),
        ]
      : []),
    say((all) => all.reports.chart.source, { source: sourceText(first.figure, locale) }),
  ].join(say((all) => all.reports.chart.between));
}

/** The part of a name that tells one kind of members from another. */
const partOf = (name: string): string => name.replace(/^[^：:]*[：:]\s*/, "");

/** Every picture of an edition, from its frozen numbers alone. */
export function drawnCharts(
  figures: readonly FigureView[],
  year: number,
  locale: Locale,
): DrawnChart[] {
  const say = sayer(locale);
  return chartsOf(figures, year).map((chart, place) => {
    const number = place + 1;
    const title =
      chart.kind === "members"
        ? say((all) => all.reports.chart.members, { number })
        : say((all) => all.reports.chart.years, { number });
    return {
      key: String(number),
      title,
      note: noteOf(chart, locale),
      lines: chart.lines.map(({ figure, bars }) => {
        const name = figureName(figure, locale);
        return {
          key: figure.code,
          label: chart.kind === "members" ? partOf(name) : name,
          bars: bars.map((bar, order) => barOf(figure, bar, order, locale)),
        };
      }),
    };
  });
}
