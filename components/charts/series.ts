import { formatCount } from "@/lib/i18n/format";
import type { Locale } from "@/lib/i18n/locales";
import type { Series, SeriesDatum } from "./types";

const shown = (datum: SeriesDatum, key: string, locale: Locale): string =>
  datum.texts?.[key] ?? formatCount(datum.values[key], locale);

/** Rows of the table of a chart with several series. */
export const tableRows = (
  data: readonly SeriesDatum[],
  series: readonly Series[],
  locale: Locale,
) =>
  data.map((datum) => ({
    label: datum.label,
    href: datum.href,
    cells: series.map((one) => shown(datum, one.key, locale)),
  }));

export type DrawnRow = {
  label: string;
  href: string | undefined;
  values: Record<string, number | null>;
  texts: Record<string, string>;
};

/** The same rows for the drawing: a missing value stays a gap, and every value has its words. */
export const drawnRows = (
  data: readonly SeriesDatum[],
  series: readonly Series[],
  locale: Locale,
): DrawnRow[] =>
  data.map((datum) => ({
    label: datum.label,
    href: datum.href,
    values: Object.fromEntries(series.map(({ key }) => [key, datum.values[key] ?? null])),
    texts: Object.fromEntries(series.map(({ key }) => [key, shown(datum, key, locale)])),
  }));
