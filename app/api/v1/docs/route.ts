import { cookies } from "next/headers";
import { defaultLocale, isLocale, localeCookie } from "@/lib/i18n/locales";
import { messages as en } from "@/lib/i18n/messages/en";
import { messages as zh } from "@/lib/i18n/messages/zh-CN";
import { documentText } from "../document";
import { type Document, referencePage } from "./reference";

export const dynamic = "force-dynamic";

/** The reference of the interface, in the language of this browser. */
export async function GET(request: Request): Promise<Response> {
  const chosen = (await cookies()).get(localeCookie)?.value;
  const locale = isLocale(chosen) ? chosen : defaultLocale;
  const words = (locale === "en" ? en : zh).reference;
  const noun = new URL(request.url).searchParams.get("noun") ?? undefined;
  // The page is made from the text that programs read at /api/v1/openapi.json, not from what it was made of.
  const document: Document = JSON.parse(documentText().toString());
  return new Response(referencePage(document, words, locale, noun), {
    headers: { "Content-Type": "text/html; charset=utf-8", "Cache-Control": "private, no-cache" },
  });
}
