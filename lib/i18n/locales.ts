export const locales = ["zh-CN", "en"] as const;
export type Locale = (typeof locales)[number];
export const defaultLocale: Locale = "zh-CN";
export const localeCookie = "locale";

export const isLocale = (value: unknown): value is Locale =>
  locales.some((locale) => locale === value);
