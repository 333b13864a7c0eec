import { createTranslator } from "next-intl";
import type { Locale } from "./locales";

/** The words that an answer may have, of one language: thirty thousand characters that most pages never need. */
const files = {
  "zh-CN": () => import("./messages/zh-CN/answers"),
  en: () => import("./messages/en/answers"),
} satisfies Record<Locale, unknown>;

/**
 * Words of the codes that a server answers a form with: what a field's fault is called, and why an action was refused.
 * Undefined where there are none for the code. The file is loaded once and kept by the browser.
 */
export async function answerWords(locale: Locale) {
  const { answers: messages } = await files[locale]();
  const fields = createTranslator({ locale, messages, namespace: "fields" });
  const refusals = createTranslator({ locale, messages, namespace: "refusals" });
  const isField = (key: string): key is keyof typeof messages.fields =>
    Object.hasOwn(messages.fields, key);
  const isRefusal = (key: string): key is keyof typeof messages.refusals =>
    Object.hasOwn(messages.refusals, key);
  return {
    field: (key: string) => fields(isField(key) ? key : "invalid"),
    refusal: (code: string, details: Record<string, string | number> = {}) =>
      isRefusal(code) ? refusals(code, details) : undefined,
  };
}
