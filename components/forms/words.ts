"use client";

import { useLocale, useTranslations } from "next-intl";
import { answerWords } from "@/lib/i18n/answers";
import { groupedSums } from "@/lib/i18n/format";
import type { Refused } from "./types";

type ErrorCode = Exclude<Parameters<ReturnType<typeof useTranslations<"errors">>>[0], "unworded">;

/** An answer in words: the sentence, and one for each fault of a field. */
export type Worded = { text: string; faults: { name: string; text: string }[] };

/**
 * Codes arrive as text from the server, so whether there are words for one is asked at run time. Errors are worded at
 * hand, since the line may be broken; refusals and faults of fields are fetched when the first one comes.
 */
export function useWords() {
  const errors = useTranslations("errors");
  const locale = useLocale();
  const isError = (code: string): code is ErrorCode =>
    code !== "unworded" && errors.has(code as never);

  const worded = async ({ code, details, issues = [], requestId }: Refused): Promise<Worded> => {
    const known = isError(code) ? errors(code, { requestId }) : undefined;
    if (known !== undefined && issues.length === 0) return { text: known, faults: [] };
    const words = await answerWords(locale).catch(() => undefined);
    const text = known ?? words?.refusal(code, groupedSums(details));
    return {
      text: text ?? (words ? errors("unexpected", { requestId }) : errors("unworded", { code })),
      faults: issues.map(({ path, message }) => ({
        name: path,
        text: words?.field(message) ?? errors("unworded", { code: message }),
      })),
    };
  };
  /** The same where there is room for one sentence: what is wrong with the one thing that was sent. */
  const sentence = async (refused: Refused): Promise<string> => {
    const { text, faults } = await worded(refused);
    return faults[0]?.text ?? text;
  };
  return { worded, sentence };
}
