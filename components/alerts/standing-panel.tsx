import Link from "next/link";
import { useLocale, useTranslations } from "next-intl";
import type { Raisings } from "@/lib/features/alerts/schema";
import { formatDay } from "@/lib/i18n/format";
import { dayIn, homeZone } from "@/lib/kernel/dates";
import { Panel } from "../ui/panel";
import { RaisingState } from "./raising-state";

/** What stands now, on a first screen; each line opens the page behind its number. */
export function StandingPanel({ base, raisings }: { base: string; raisings: Raisings }) {
  const t = useTranslations("alerts");
  const locale = useLocale();
  const { items, total } = raisings;
  return (
    <Panel title={t("standing")}>
      {items.length === 0 && <p className="text-sm text-muted">{t("noneStanding")}</p>}
      <ul className="flex flex-col divide-y divide-line">
        {items.map((raising) => (
          <li key={raising.id} className="py-2 first:pt-0">
            <Link href={`${base}/${raising.path}`} className="inline-block min-h-6">
              {locale === "en" ? raising.sentence.en : raising.sentence.zh}
            </Link>
            <p className="flex flex-wrap items-baseline gap-x-3 text-sm text-muted">
              <RaisingState raising={raising} />
              {t("raisedOn", {
                day: formatDay(dayIn(new Date(raising.raisedAt), homeZone), locale),
              })}
              {raising.note}
            </p>
          </li>
        ))}
      </ul>
      <Link href={`${base}/dashboard/alerts`} className="mt-1 inline-block min-h-6">
        {total > items.length ? t("more", { count: total }) : t("manage")}
      </Link>
    </Panel>
  );
}
