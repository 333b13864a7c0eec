import { cookies } from "next/headers";
import { defaultLocale, isLocale, localeCookie } from "@/lib/i18n/locales";
import { messages as en } from "@/lib/i18n/messages/en";
import { messages as zh } from "@/lib/i18n/messages/zh-CN";
import { env } from "@/lib/platform/env";
import { openApiDocument } from "@/lib/platform/rest/openapi";
import { operations } from "../operations";
import { type Document, referencePage } from "./reference";

export const dynamic = "force-dynamic";

/** The reference of the interface, in the language of this browser. */
export async function GET(request: Request): Promise<Response> {
  const chosen = (await cookies()).get(localeCookie)?.value;
  const locale = isLocale(chosen) ? chosen : defaultLocale;
  const words = (locale === "en" ? en : zh).reference;
  const noun = new URL(request.url).searchParams.get("noun") ?? undefined;
  const document = openApiDocument(operations, env().APP_URL) as unknown as Document;
  return new Response(referencePage(document, words, locale, noun), {
    headers: { "Content-Type": "text/html; charset=utf-8", "Cache-Control": "private, no-cache" },
  });
}
