"use client";

import { type Messages, useTranslations } from "next-intl";
import { groupedSums } from "@/lib/i18n/format";

/**
 * Codes arrive as text from the server, so whether there are words for one is asked at run time. A refusal and an
 * error are told apart by which of the two files knows the code.
 */
export function useWords() {
  const fields = useTranslations("fields");
  const refusals = useTranslations("refusals");
  const errors = useTranslations("errors");
  const isField = (key: string): key is keyof Messages["fields"] => fields.has(key as never);
  const isRefusal = (key: string): key is keyof Messages["refusals"] => refusals.has(key as never);
  const isError = (key: string): key is keyof Messages["errors"] => errors.has(key as never);
  return {
    field: (key: string): string => fields(isField(key) ? key : "invalid"),
    answer: (
      code: string,
      details: Record<string, string | number> | undefined,
      requestId: string,
    ): string => {
      if (isRefusal(code)) return refusals(code, groupedSums(details));
      return isError(code) ? errors(code, { requestId }) : errors("unexpected", { requestId });
    },
  };
}
