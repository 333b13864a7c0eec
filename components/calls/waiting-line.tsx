import { useLocale, useTranslations } from "next-intl";
import type { ReactNode } from "react";
import type { CallRow } from "@/lib/features/calls/schema/view";
import { formatDay } from "@/lib/i18n/format";
import { dayIn } from "@/lib/kernel/dates";

/** Who acts next, since which day; nothing where it has ended. */
export function WaitingLine({ waiting }: { waiting: CallRow["waiting"] }) {
  const t = useTranslations("calls.waiting");
  const locale = useLocale();
  if (!waiting) return null;
  const day = formatDay(dayIn(waiting.since, "Asia/Shanghai"), locale);
  return t.rich(waiting.party, {
    day,
    since: (words: ReactNode) => <span className="whitespace-nowrap">{words}</span>,
  });
}
