import type { FigureView } from "@/lib/features/reports/schema/figures";
import { formatInstant } from "@/lib/i18n/format";
import type { Locale } from "@/lib/i18n/locales";
import { mailWords } from "@/lib/i18n/mail";
import { amountText } from "./figure-amount";

export function figureText(figure: FigureView, locale: Locale): string {
  const words = mailWords(locale, (all) => all.metrics.qualifier[figure.qualifier], {
    value: amountText(figure, figure.value, locale),
  });
  return figure.atMost ? `≤${words}` : words;
}

/** Where a number is from: the source text, or the part of the portal that counted it on a day. */
export function sourceText(figure: FigureView, locale: Locale): string {
  return figure.kind === "figure"
    ? figure.source
    : mailWords(locale, (all) => all.reports.countedBy, { at: formatInstant(figure.asOf, locale) });
}

/** Difference to the report before, signed. */
export function differenceText(figure: FigureView, locale: Locale): string | undefined {
  if (figure.difference === null) return undefined;
  const sign = figure.difference.startsWith("-") ? "−" : "+";
  return `${sign}${amountText(figure, figure.difference.replace("-", ""), locale)}`;
}
