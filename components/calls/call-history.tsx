import { useLocale, useTranslations } from "next-intl";
import type { CallInside } from "@/lib/features/calls/schema/view";
import { formatInstant, nothing } from "@/lib/i18n/format";
import { Timeline } from "../ui/timeline";

export function CallHistory({ events }: { events: CallInside["history"] }) {
  const t = useTranslations("calls.event");
  const locale = useLocale();
  return (
    <Timeline
      items={events.map((event) => ({
        at: t("by", { at: formatInstant(event.at, locale), name: event.by ?? nothing }),
        title: t(event.kind),
        body: event.text && <p className="whitespace-pre-line text-ink">{event.text}</p>,
      }))}
    />
  );
}
