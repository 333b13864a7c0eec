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
