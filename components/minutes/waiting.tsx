import { useLocale, useTranslations } from "next-intl";
import type { MinutesPage } from "@/lib/features/minutes/schema";
import { formatDay, formatInstant } from "@/lib/i18n/format";

/** Whom the minutes wait for, since when, and what comes next. */
export function MinutesWaiting({ page }: { page: Pick<MinutesPage, "minutes" | "due"> }) {
  const t = useTranslations("minutes.waiting");
  const locale = useLocale();
  const { minutes, due } = page;
  if (!minutes) return due.by ? t("none", { day: formatDay(due.by, locale) }) : null;
  const since = formatInstant(new Date(minutes.waiting.since), locale);
  return t(minutes.waiting.on, {
    since,
    day: formatDay(minutes.objectUntil, locale),
    count: minutes.openObjections,
    signed: minutes.signatures.filter(({ signedAt }) => signedAt !== null).length,
    needed: minutes.signaturesNeeded,
  });
}
