import { messages as en } from "./messages/en";
import { messages as zh } from "./messages/zh-CN";

/** Words of a refusal or error code outside of a page; `{name}` is filled from the details. */
export function wordsOf(
  code: string,
  acceptLanguage: string | null,
  details: Record<string, string | number>,
): string {
  const messages = /^en\b/i.test(acceptLanguage ?? "") ? en : zh;
  const known: Record<string, string> = { ...messages.errors, ...messages.refusals };
  const text = known[code] ?? known.unexpected ?? code;
  return text.replace(/\{(\w+)\}/g, (whole, name: string) => String(details[name] ?? whole));
}
