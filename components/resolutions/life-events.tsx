import Link from "next/link";
import { useLocale, useTranslations } from "next-intl";
import type { LifeEventView } from "@/lib/features/resolutions/schema";
import { formatDay } from "@/lib/i18n/format";
import { Timeline } from "../ui/timeline";
import { useResolutionCode } from "./code";

type Props = {
  base: string;
  events: readonly LifeEventView[];
  causes: readonly LifeEventView[];
};

/** What happened to a resolution, and what it did to others. */
export function LifeEvents({ base, events, causes }: Props) {
  const t = useTranslations("resolutions.life");
  const locale = useLocale();
  const codeOf = useResolutionCode();
  if (events.length + causes.length === 0) return <p className="text-muted">{t("empty")}</p>;
  const link = ({ other }: LifeEventView, words: (code: string) => string) =>
    other && <Link href={`${base}/decisions/${other.id}`}>{words(codeOf(other))}</Link>;
  return (
    <Timeline
      items={[
        ...events.map((event) => ({
          at: formatDay(event.on, locale),
          title: t(`kind.${event.kind}`),
          body: (
            <>
              {link(event, (code) => t("by", { code }))} {event.reason}
            </>
          ),
        })),
        ...causes.map((event) => ({
          at: formatDay(event.on, locale),
          title: link(event, (code) => t(`cause.${event.kind}`, { code })),
          body: event.reason,
        })),
      ]}
    />
  );
}
