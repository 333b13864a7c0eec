import Link from "next/link";
import { useLocale, useTranslations } from "next-intl";
import type { Sample, SampleItem } from "@/lib/features/verification/schema/samples";
import { formatCount } from "@/lib/i18n/format";
import { Badge, type BadgeTone } from "../ui/badge";
import { FindForm } from "./sample-forms";

const tones: Record<NonNullable<SampleItem["outcome"]>, BadgeTone> = {
  confirmed: "ok",
  corrected_down: "attention",
  rejected: "problem",
  needs_visit: "attention",
};

type Props = { tenant: string; sample: Pick<Sample, "id">; items: readonly SampleItem[] };

/** What was drawn, in the order of the seed, and what was found. */
export function SampleItems({ tenant, sample, items }: Props) {
  return (
    <ol className="flex flex-col">
      {items.map((item) => (
        <li key={item.recordId} className="border-b border-line py-3 last:border-0">
          <Item tenant={tenant} sampleId={sample.id} item={item} />
        </li>
      ))}
    </ol>
  );
}

function Item({ tenant, sampleId, item }: { tenant: string; sampleId: string; item: SampleItem }) {
  const t = useTranslations("verification.sample");
  const locale = useLocale();
  const asksCorrection = item.outcome === "corrected_down" || item.outcome === "rejected";
  return (
    <div className="grid gap-3 md:grid-cols-[3fr_2fr]">
      <div className="min-w-0">
        <p className="break-words">
          <Link href={`/a/${tenant}/outcomes/${item.recordId}`}>{item.title}</Link>
        </p>
        <p className="text-sm text-muted">
          {item.organizationName} · {locale === "en" ? item.metricEn : item.metricZh} ·{" "}
          {formatCount(Number(item.quantity), locale)} {locale === "en" ? item.unitEn : item.unitZh}{" "}
          · {t(`cause.${item.cause}`)}
          {item.changed && ` · ${t("changed")}`}
        </p>
        <p className="mt-1 flex flex-wrap items-center gap-2">
          {item.outcome ? (
            <Badge tone={tones[item.outcome]}>{t(`outcome.${item.outcome}`)}</Badge>
          ) : (
            <Badge tone="neutral">{t("none")}</Badge>
          )}
          {item.note && <span className="text-sm">{item.note}</span>}
          {asksCorrection && (
            <Link href={`/a/${tenant}/corrections/new?record=${item.recordId}`}>
              {t("correct")}
            </Link>
          )}
          {item.outcome === "needs_visit" && (
            <Link href={`/a/${tenant}/verification/visits?record=${item.recordId}`}>
              {t("visit")}
            </Link>
          )}
        </p>
      </div>
      {item.mayFind ? (
        <FindForm tenant={tenant} sampleId={sampleId} item={item} />
      ) : (
        item.outcome === null && <p className="text-sm text-muted">{t("notYours")}</p>
      )}
    </div>
  );
}
