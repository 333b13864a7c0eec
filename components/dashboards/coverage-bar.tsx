import { useTranslations } from "next-intl";
import type { MetricNumber } from "@/lib/features/dashboards/schema";

type Coverage = NonNullable<MetricNumber["coverage"]>;

/** A stretch of the bar for each part; the hatching and the sentence say the same as the shades. */
function Part({ share, look }: { share: number; look: string }) {
  return share > 0 ? <span className={look} style={{ flexGrow: share }} /> : null;
}

/** How many members stand behind a number: with verified records, with pending ones only, with none. */
export function CoverageBar({ coverage }: { coverage: Coverage }) {
  const t = useTranslations("dashboards.coverageBar");
  const { approved, inVerification, members } = coverage;
  const missing = Math.max(0, members - approved - inVerification);
  return (
    <span className="mt-1 block">
      <span aria-hidden="true" className="flex h-1.5 overflow-hidden rounded bg-sunken">
        <Part share={approved} look="bg-accent" />
        <Part
          share={inVerification}
          look="bg-[repeating-linear-gradient(45deg,var(--color-accent)_0_2px,transparent_2px_5px)]"
        />
        <Part share={missing} look="bg-line" />
      </span>
      <span className="block">{t("text", { approved, inVerification, missing, members })}</span>
    </span>
  );
}
