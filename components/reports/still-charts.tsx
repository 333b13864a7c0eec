import { useLocale, useTranslations } from "next-intl";
import { listedFigures } from "@/lib/features/reports/rules/charts";
import type { EditionView } from "@/lib/features/reports/schema/editions";
import { drawnCharts } from "./drawn-charts";
import { StillChart } from "./still-chart";

type Props = { edition: Pick<EditionView, "figures" | "inside" | "year"> };

/** The pictures of an edition, as many beside each other as fit. */
export function StillCharts({ edition }: Props) {
  const t = useTranslations("reports");
  const figures = listedFigures(edition.figures, edition.inside !== null);
  const charts = drawnCharts(figures, edition.year, useLocale());
  return (
    <>
      <div className="grid items-start gap-6 md:grid-cols-2 print:grid-cols-2">
        {charts.map((chart) => (
          <StillChart key={chart.key} chart={chart} heads={[t("paper.name"), t("figure.value")]} />
        ))}
      </div>
      {figures.length < edition.figures.length && (
        <p className="mt-2 text-sm text-muted">{t("chart.heldBack")}</p>
      )}
    </>
  );
}
