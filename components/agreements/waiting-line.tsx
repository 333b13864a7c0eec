import { useLocale, useTranslations } from "next-intl";
import type { ReactNode } from "react";
import type { AgreementRow } from "@/lib/features/agreements/schema";
import { waitingWords } from "./waiting-words";

/** For whom an agreement waits, since which day; nothing where it waits for nobody. */
export function WaitingLine({ agreement }: { agreement: AgreementRow }) {
  const t = useTranslations("agreements");
  const words = waitingWords(agreement, useLocale(), t("separator"));
  const since = (day: ReactNode) => <span className="whitespace-nowrap">{day}</span>;
  return words && t.rich(words.key, { ...words.values, since });
}
