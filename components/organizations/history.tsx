import { useLocale, useTranslations } from "next-intl";
import { formatDay, formatInstant } from "@/lib/i18n/format";
import type { Locale } from "@/lib/i18n/locales";
import { EmptyState } from "../ui/empty-state";
import { Timeline } from "../ui/timeline";
import type { OrganizationView } from "./profile-facts";

const when = (at: string, locale: Locale) =>
  at.includes("T") ? formatInstant(new Date(at), locale) : formatDay(at, locale);

/** What happened to an organization, latest first; days for changes of membership, instants for changes of the record. */
export function History({ entries }: { entries: OrganizationView["timeline"] }) {
  const t = useTranslations("organizations.event");
  const p = useTranslations("organizations.page");
  const locale = useLocale();
  if (entries.length === 0) return <EmptyState title={p("noHistory")} hint={p("noHistoryHint")} />;
  const word = (kind: string) => (t.has(kind as never) ? t(kind as "other") : t("other"));
  return (
    <Timeline
      items={entries.map((entry) => ({
        at: when(entry.at, locale),
        title: [word(entry.kind), entry.allianceName].filter(Boolean).join(" · "),
        body: entry.detail,
      }))}
    />
  );
}
