import { plain } from "@/lib/features/reports/rules/numbers";
import type { FigureView } from "@/lib/features/reports/schema/figures";
import { formatCount, formatMoney } from "@/lib/i18n/format";
import type { Locale } from "@/lib/i18n/locales";

/* Without the catalogues of words: forms in the browser need the amounts alone. */
const isMoney = (figure: Pick<FigureView, "unitEn">) => figure.unitEn === "yuan";

/** Value and unit as a text says them: "147项", "3,570万元", "近 50项". */
export function amountText(
  figure: Pick<FigureView, "unitZh" | "unitEn">,
  value: string,
  locale: Locale,
): string {
  const space = locale === "en" ? " " : "";
  if (isMoney(figure)) {
    const { text, unit } = formatMoney(
      Number.isInteger(Number(value)) ? `${value}.00` : value,
      locale,
    );
    return `${text}${space}${unit}`;
  }
  const unit = locale === "en" ? figure.unitEn : figure.unitZh;
  return `${formatCount(plain(value), locale)}${space}${unit}`;
}

export const figureName = (figure: FigureView, locale: Locale): string =>
  locale === "en" ? figure.nameEn : figure.nameZh;
