import { type Day, dayIn } from "@/lib/kernel/dates";
import { formatCount, formatDay, formatInstant, formatMoney } from "./format";
import { messages as en } from "./messages/en";
import { messages as zh } from "./messages/zh-CN";

/**
 * Words of a mail, in the language of whoever gets it; `{name}` is filled from the values. Without next-intl: mail is
 * also written by commands that no page calls.
 */
export function mailWords(
  language: string,
  pick: (words: typeof zh) => string,
  values: Record<string, string | number> = {},
): string {
  const text = pick(language === "en" ? en : zh);
  return text.replace(/\{(\w+)\}/g, (whole, name: string) => String(values[name] ?? whole));
}

const screenOf = (language: string) => (language === "en" ? "en" : "zh-CN");

/** A quantity or an amount of yuan as the screens write it. */
export const mailCount = (language: string, value: string): string =>
  formatCount(Number(value), screenOf(language));
export function mailMoney(language: string, yuan: string): string {
  const { text, unit } = formatMoney(yuan, screenOf(language));
  return `${text} ${unit}`;
}

/** A day as an official paper writes it; English papers as the screens do. */
export const officialDay = (language: string, day: Day): string => {
  if (language === "en") return formatDay(day, "en");
  const [year, month, date] = day.split("-").map(Number);
  return mailWords(language, (words) => words.minutes.official.day, {
    year: year ?? 0,
    month: month ?? 0,
    date: date ?? 0,
  });
};

export const officialInstant = (language: string, instant: Date, timeZone: string): string => {
  const text = formatInstant(instant, screenOf(language), timeZone);
  return `${officialDay(language, dayIn(instant, timeZone))} ${text.slice(-5)}`;
};
