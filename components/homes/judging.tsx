import Link from "next/link";
import { useLocale, useTranslations } from "next-intl";
import { Badge } from "@/components/ui/badge";
import { deskOf } from "@/lib/features/homes/rules";
import type { ExpertHome } from "@/lib/features/homes/schema";
import { formatDay } from "@/lib/i18n/format";

type One = Pick<ExpertHome["given"][number], "kind" | "id" | "title" | "about">;

/** What it is and where it is judged; whatever helps to see a conflict stands below. */
function Subject({ base, one, day }: { base: string; one: One; day: string }) {
  const t = useTranslations("homes.expert");
  return (
    <div className="min-w-0 flex-1">
      <Link href={`${base}/${deskOf(one.kind, one.id)}`} className="inline-block min-h-6">
        {one.title}
      </Link>
      <p className="text-sm text-muted">
        {[t(`kind.${one.kind}`), one.about].filter(Boolean).join(" · ")} ·{" "}
        <span className="whitespace-nowrap">{day}</span>
      </p>
    </div>
  );
}

const row =
  "flex flex-wrap items-baseline justify-between gap-x-3 gap-y-1 py-2 first:pt-0 last:pb-0";

/** What an expert has still to declare or to judge, one line for each seat. */
export function JudgingWaits({ base, waiting }: { base: string; waiting: ExpertHome["waiting"] }) {
  const t = useTranslations("homes.expert");
  const locale = useLocale();
  if (waiting.length === 0) return <p className="text-sm text-muted">{t("nothing")}</p>;
  return (
    <ul className="flex flex-col divide-y divide-line">
      {waiting.map((one) => (
        <li key={`${one.kind} ${one.id}`} className={row}>
          <Subject base={base} one={one} day={t("since", { day: formatDay(one.since, locale) })} />
          <Badge tone="attention">
            {one.left ? t("sheets", { count: one.left }) : t(`step.${one.step}`)}
          </Badge>
        </li>
      ))}
    </ul>
  );
}

/** What an expert gave in; of marks nothing is told here. */
export function JudgingGiven({ base, home }: { base: string; home: ExpertHome }) {
  const t = useTranslations("homes.expert");
  const locale = useLocale();
  const { given, givenCount } = home;
  if (given.length === 0) return <p className="text-sm text-muted">{t("noneGiven")}</p>;
  return (
    <>
      <ul className="flex flex-col divide-y divide-line">
        {given.map((one) => (
          <li key={`${one.kind} ${one.id}`} className={row}>
            <Subject base={base} one={one} day={t("givenOn", { day: formatDay(one.on, locale) })} />
          </li>
        ))}
      </ul>
      {givenCount > given.length && (
        <p className="mt-2 text-sm text-muted">
          {t("givenMore", { count: givenCount, shown: given.length })}
        </p>
      )}
    </>
  );
}
