import { type Day, dayIn, homeZone } from "@/lib/kernel/dates";
import { amountIn, type MoneyUnit, parseSum, unitFor, yuanText } from "@/lib/kernel/money";
import type { Locale } from "./locales";

/*
 * Every date, number and amount on a screen goes through here. Nothing depends on the zone or the locale of the
 * machine, so server and browser write the same text.
 */

/** What stands where there is nothing to show. */
export const nothing = "—";

const months = "Jan Feb Mar Apr May Jun Jul Aug Sep Oct Nov Dec".split(" ");

/** "2026-11-22" · "22 Nov 2026". */
export function formatDay(day: Day | null | undefined, locale: Locale): string {
  if (!day) return nothing;
  const [year = "", month = "", date = ""] = day.split("-");
  return locale === "en" ? `${Number(date)} ${months[Number(month) - 1]} ${year}` : day;
}

/** "2026-11-22 14:05" · "22 Nov 2026, 14:05"; Beijing time unless the alliance lives elsewhere. */
export function formatInstant(
  date: Date | null | undefined,
  locale: Locale,
  timeZone = homeZone,
): string {
  if (!date) return nothing;
  const time = new Intl.DateTimeFormat("en-GB", {
    timeZone,
    hour: "2-digit",
    minute: "2-digit",
  }).format(date);
  return `${formatDay(dayIn(date, timeZone), locale)}${locale === "en" ? "," : ""} ${time}`;
}

/** Digits in threes; the text may have a sign and decimals. */
const grouped = (text: string): string => {
  const [whole = "", fraction] = text.split(".");
  const threes = whole.replace(/\B(?=(\d{3})+$)/g, ",");
  return (fraction === undefined ? threes : `${threes}.${fraction}`).replace("-", "−");
};

/** A count or a quantity: number, bigint, or decimal text as the database gives it. */
export function formatCount(
  n: number | bigint | string | null | undefined,
  _locale: Locale,
): string {
  if (n === null || n === undefined) return nothing;
  if (typeof n !== "number") return grouped(n.toString());
  return Number.isFinite(n) ? grouped(String(Math.round(n * 100) / 100)) : nothing;
}

/** Sums among the details of a refusal, in threes; whatever is no sum stays as it is. */
export const groupedSums = (details: Record<string, string | number> | undefined) =>
  details &&
  Object.fromEntries(
    Object.entries(details).map(([key, value]) => [
      key,
      typeof value === "string" && /^-?\d+\.\d{2}$/.test(value) ? grouped(value) : value,
    ]),
  );

/** Units of a screen: the Chinese steps of 10⁴ and 10⁸, the English ones of 10³ and 10⁶. */
export type ShownUnit = MoneyUnit | "thousand" | "million";

const unitWords: Record<ShownUnit, string> = {
  yuan: "元",
  wan: "万元",
  yi: "亿元",
  thousand: "RMB thousand",
  million: "RMB million",
};

const english: Record<ShownUnit, ShownUnit> = {
  yuan: "yuan",
  wan: "thousand",
  yi: "million",
  thousand: "thousand",
  million: "million",
};
const chinese: Record<ShownUnit, ShownUnit> = {
  yuan: "yuan",
  wan: "wan",
  yi: "yi",
  thousand: "wan",
  million: "yi",
};

const MILLION_FEN = 100_000_000n;

/**
 * One unit for a whole column or chart, by its largest amount, so that 万元 and 亿元 never mix. Hand it to every
 * `formatMoney` of that column.
 */
export function moneyUnitFor(
  amounts: readonly (string | null | undefined)[],
  locale: Locale,
): ShownUnit {
  const fen = amounts.flatMap((text) => (text ? (parseSum(text) ?? []) : []));
  const unit = unitFor(fen);
  if (locale !== "en" || unit === "yuan") return unit;
  return fen.some((one) => one >= MILLION_FEN || one <= -MILLION_FEN) ? "million" : "thousand";
}

/** An English step is ten or a hundred times smaller than the Chinese one it is counted with. */
const inUnit = (fen: bigint, unit: ShownUnit): string => {
  if (unit === "thousand") return amountIn(fen * 10n, "wan");
  if (unit === "million") return amountIn(fen * 100n, "yi");
  return amountIn(fen, unit);
};

export type ShownMoney = {
  /** The number alone, such as "3,570". */
  text: string;
  /** Its unit in words: "万元", "RMB million". */
  unit: string;
  /** The amount to the fen, for the title of the element: "35,700,000.00 元". */
  exact: string;
};

/** Yuan as text → what a screen shows. Without `unit` the amount chooses its own. */
export function formatMoney(
  yuan: string | null | undefined,
  locale: Locale,
  unit?: ShownUnit,
): ShownMoney {
  const fen = yuan ? parseSum(yuan) : undefined;
  if (fen === undefined) return { text: nothing, unit: "", exact: "" };
  const wanted = unit ?? moneyUnitFor([yuan], locale);
  const shown = locale === "en" ? english[wanted] : chinese[wanted];
  const exact = grouped(yuanText(fen));
  return {
    text: grouped(inUnit(fen, shown)),
    unit: locale === "en" && shown === "yuan" ? "RMB" : unitWords[shown],
    exact: locale === "en" ? `RMB ${exact}` : `${exact} 元`,
  };
}

/** A share as "12.3%"; without a whole there is no share. */
export function formatRatio(
  part: number | null | undefined,
  whole: number | null | undefined,
  _locale: Locale,
): string {
  if (part === null || part === undefined || !whole) return nothing;
  return `${grouped(String(Math.round((part / whole) * 1000) / 10))}%`;
}
