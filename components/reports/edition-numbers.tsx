import { useTranslations } from "next-intl";
import { listedFigures } from "@/lib/features/reports/rules/charts";
import type { EditionView } from "@/lib/features/reports/schema/editions";
import { FigureTable } from "./figure-table";
import { StillCharts } from "./still-charts";

/** The frozen numbers of an edition: the pictures first, the table with sources and definitions below. */
export function EditionNumbers({ edition }: { edition: EditionView }) {
  const t = useTranslations("reports");
  const figures = listedFigures(edition.figures, edition.inside !== null);
  return (
    <>
      {edition.figures.length > 0 && (
        <section>
          <h2 className="mb-2 text-base font-semibold">{t("charts")}</h2>
          <StillCharts edition={edition} />
        </section>
      )}
      <section>
        <h2 className="mb-2 text-base font-semibold">{t("figures")}</h2>
        <FigureTable figures={figures} />
      </section>
    </>
  );
}
