import Link from "next/link";
import { useLocale, useTranslations } from "next-intl";
import type { Correction } from "@/lib/features/corrections/schema";

/** Every page on which the number stands. */
export function ImpactUses({ tenant, correction }: { tenant: string; correction: Correction }) {
  const t = useTranslations("corrections");
  const locale = useLocale();
  const whole = correction.effects.filter((effect) => effect.organizationId === null);
  return (
    <ul className="mt-3 flex list-disc flex-col gap-1 pl-5 text-sm">
      {whole.map((effect) => (
        <li key={`${effect.metricCode}-${effect.year}`}>
          <Link href={`/a/${tenant}/dashboard?from=${effect.year}&to=${effect.year}`}>
            {t("useDashboard", {
              metric: locale === "en" ? effect.metricEn : effect.metricZh,
              year: String(effect.year),
            })}
          </Link>
        </li>
      ))}
      {correction.project && (
        <li>
          <Link href={`/a/${tenant}/projects/${correction.project.id}`}>
            {t("useProject", { title: correction.project.title })}
          </Link>
        </li>
      )}
      {correction.published && <li>{t("usePublic")}</li>}
    </ul>
  );
}
