import { useLocale, useTranslations } from "next-intl";
import type { DemandEventView } from "@/lib/features/talent/schema/demands";
import { formatInstant, nothing } from "@/lib/i18n/format";
import { Timeline } from "../ui/timeline";

const known = [
  "post",
  "change",
  "submit",
  "give_back",
  "confirm",
  "open",
  "renew",
  "withdraw",
  "filled",
  "suggest",
  "contact",
  "agree",
  "record_result",
  "drop",
] as const;

/** What happened to a demand and its matches, the latest first. */
export function DemandHistory({ events }: { events: readonly DemandEventView[] }) {
  const t = useTranslations("talent.demand.step");
  const locale = useLocale();
  const words = (event: DemandEventView) => {
    const step = known.find((one) => one === event.step);
    const filled = { school: event.school ?? nothing, quantity: event.quantity ?? 0 };
    return step ? t(step, filled) : event.step;
  };
  return (
    <Timeline
      items={events.map((event) => ({
        at: [formatInstant(new Date(event.at), locale), event.author].filter(Boolean).join(" · "),
        title: words(event),
        body: event.text && <p className="whitespace-pre-line text-ink">{event.text}</p>,
      }))}
    />
  );
}
