import { useLocale, useTranslations } from "next-intl";
import type { ReactNode } from "react";
import type { PlatformRow } from "@/lib/features/platforms/schema/platforms";
import { formatDay } from "@/lib/i18n/format";

type Waited = Pick<PlatformRow, "waiting" | "waitingSince">;

/** For whom a platform waits, since which day; nothing where it waits for nobody. */
export function WaitingLine({ platform: { waiting, waitingSince } }: { platform: Waited }) {
  const t = useTranslations("platforms.waiting");
  const locale = useLocale();
  if (waiting === "nobody") return null;
  return t.rich(waiting, {
    day: formatDay(waitingSince, locale),
    since: (words: ReactNode) => <span className="whitespace-nowrap">{words}</span>,
  });
}
