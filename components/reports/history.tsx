import { useLocale, useTranslations } from "next-intl";
import type { EditionInside } from "@/lib/features/reports/schema/editions";
import { formatInstant } from "@/lib/i18n/format";
import { Timeline } from "../ui/timeline";

export function EditionHistory({ events }: Pick<EditionInside, "events">) {
  const t = useTranslations("reports");
  const locale = useLocale();
  return (
    <Timeline
      items={events.map(({ kind, section, note, actor, at }) => ({
        at: [formatInstant(at, locale), actor].filter(Boolean).join(" · "),
        title: section ? `${t(`event.${kind}`)} · ${t(`kind.${section}`)}` : t(`event.${kind}`),
        body: note,
      }))}
    />
  );
}
