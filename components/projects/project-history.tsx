import { useLocale, useTranslations } from "next-intl";
import type { Inside } from "@/lib/features/projects/schema/projects";
import { formatInstant } from "@/lib/i18n/format";
import { Timeline } from "../ui/timeline";

/** What happened, the latest first, in the words of the trade. */
export function ProjectHistory({ events }: { events: Inside["history"] }) {
  const t = useTranslations("projects.event");
  const locale = useLocale();
  return (
    <Timeline
      items={events.toReversed().map((event) => ({
        at: formatInstant(event.at, locale),
        title: t(event.kind, { organization: event.organization ?? "" }),
        body: (event.text || event.by) && (
          <>
            {event.text && <p className="whitespace-pre-line text-ink">{event.text}</p>}
            {event.by && <p>{t("by", { name: event.by })}</p>}
          </>
        ),
      }))}
    />
  );
}
