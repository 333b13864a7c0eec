import { useLocale, useTranslations } from "next-intl";
import type { Dashboard, MetricNumber } from "@/lib/features/dashboards/schema";
import { formatCount } from "@/lib/i18n/format";

type Published = Dashboard["published"][number];

/** A figure of a published text beside the records that rebuild it: two numbers, never one. */
export function PublishedLine({
  figures,
  number,
}: {
  figures: readonly Published[];
  number: MetricNumber;
}) {
  const t = useTranslations("dashboards");
  const m = useTranslations("metrics");
  const locale = useLocale();
  const english = locale === "en";
  return figures
    .filter(({ code }) => code === number.code)
    .map((figure) => (
      <span key={`${figure.source}-${figure.label.zh}`} className="block">
        {t("publishedFigure", {
          label: english ? figure.label.en : figure.label.zh,
          value: m(`qualifier.${figure.qualifier}`, {
            value: formatCount(Number(figure.value), locale),
          }),
          unit: english ? figure.unit.en : figure.unit.zh,
          source: figure.source,
        })}
        {figure.period === null && ` ${m("periodUnknown")}`}
      </span>
    ));
}
