import { cookies } from "next/headers";
import { getRequestConfig } from "next-intl/server";
import { homeZone } from "@/lib/kernel/dates";
import { defaultLocale, isLocale, localeCookie } from "./locales";
import { messages as en } from "./messages/en";
import { messages as zh } from "./messages/zh-CN";

/**
 * Chinese unless this browser chose English; the choice does not change the address. Papers ask for the language of the
 * alliances whatever the browser chose.
 */
export default getRequestConfig(async ({ locale: asked }) => {
  const chosen = asked ?? (await cookies()).get(localeCookie)?.value;
  const locale = isLocale(chosen) ? chosen : defaultLocale;
  return { locale, messages: locale === "en" ? en : zh, timeZone: homeZone };
});
