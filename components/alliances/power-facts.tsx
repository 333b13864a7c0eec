import Link from "next/link";
import { useLocale, useTranslations } from "next-intl";
import type { z } from "zod";
import type { powerOutput } from "@/lib/features/alliances/schema/powers";
import { formatDay, nothing } from "@/lib/i18n/format";
import { Facts } from "../ui/facts";
import { Timeline } from "../ui/timeline";

type Power = z.output<typeof powerOutput>;

export function PowerFacts({ power, alliance }: { power: Power; alliance: string }) {
  const t = useTranslations("alliances.powers");
  const locale = useLocale();
  const { grantor, grantee, document } = power;
  const day = (given: string | null) => formatDay(given, locale);
  const period =
    power.validFrom || power.validTo ? `${day(power.validFrom)} – ${day(power.validTo)}` : nothing;
  return (
    <Facts
      items={[
        {
          label: t("grantor"),
          value: grantor ? (
            <Link href={`/organizations/${grantor.id}`}>{grantor.name}</Link>
          ) : (
            t("unnamed")
          ),
        },
        {
          label: t("grantee"),
          value: grantee ? (
            <Link href={`/a/${alliance}/structure/bodies/${grantee.id}`}>
              {(locale === "en" && grantee.nameEn) || grantee.name}
            </Link>
          ) : (
            nothing
          ),
        },
        { label: t("basis"), value: power.basis ?? nothing },
        { label: t("content"), value: power.content ?? nothing },
        { label: t("conditions"), value: power.conditions ?? nothing },
        { label: t("period"), value: period },
        { label: t("reviewOn"), value: day(power.reviewOn) },
        {
          label: t("document"),
          value: document ? (
            <Link href={`/a/${alliance}/documents/${document.id}`}>{document.title}</Link>
          ) : (
            nothing
          ),
        },
      ]}
    />
  );
}

/** Every dated step with its note, its paper and its resolution. */
export function PowerHistory({ events, alliance }: { events: Power["events"]; alliance: string }) {
  const t = useTranslations("alliances.powers");
  const locale = useLocale();
  if (events.length === 0) return <p className="text-muted">{t("noHistory")}</p>;
  return (
    <Timeline
      items={events.map(({ state, on, note, file, resolution }) => ({
        at: formatDay(on, locale),
        title: t(`stepTo.${state}`),
        body: (note || file || resolution) && (
          <span className="flex flex-col gap-1">
            {note && <span>{note}</span>}
            {resolution && (
              <Link href={`/a/${alliance}/decisions/${resolution.id}`}>
                {t("byResolution", { ...resolution, year: String(resolution.year) })}
              </Link>
            )}
            {file && <a href={`/api/files/${alliance}/${file.id}`}>{file.name}</a>}
          </span>
        ),
      }))}
    />
  );
}
