import type { AgreementRow } from "@/lib/features/agreements/schema";
import { formatDay } from "@/lib/i18n/format";
import type { Locale } from "@/lib/i18n/locales";

type Waited = Pick<AgreementRow, "waiting" | "waitingSince" | "parties">;

/** The message, below `agreements`, that says for whom one waits, and what stands in it. */
export function waitingWords(
  { waiting, waitingSince, parties }: Waited,
  locale: Locale,
  separator: string,
) {
  if (waiting === "nobody") return null;
  const owing = parties.filter(({ sealedOn }) => sealedOn === null);
  const names = owing.map(({ name }) => name).join(separator);
  const values = { day: formatDay(waitingSince, locale), names };
  return { key: `waiting.${waiting}`, values } as const;
}
