import { useLocale, useTranslations } from "next-intl";
import type { PublishedFigure } from "@/lib/features/metrics/schema";
import { formatCount, formatRatio, nothing } from "@/lib/i18n/format";
import { DataTable } from "../ui/data-table";
import { EmptyState } from "../ui/empty-state";

const numberOf = (text: string | null) => (text === null ? null : Number(text));

/** Published numbers as their source has them: qualifier, period and origin beside each. */
export function PublishedFigures({ figures }: { figures: readonly PublishedFigure[] }) {
  const t = useTranslations("metrics");
  const locale = useLocale();
  const english = locale === "en";
  const words = (figure: PublishedFigure): string => {
    const parts = formatRatio(numberOf(figure.numerator), numberOf(figure.denominator), locale);
    const value = figure.value === null ? parts : formatCount(Number(figure.value), locale);
    const fraction = figure.numerator
      ? ` (${formatCount(Number(figure.numerator), locale)} / ${formatCount(Number(figure.denominator), locale)})`
      : "";
    return `${t(`qualifier.${figure.qualifier}`, { value })}${fraction}`;
  };
  const [first] = figures;
  // Figures of one text name it once; in a row it would be said as often as there are figures.
  const common = figures.every(({ source }) => source === first?.source)
    ? first?.source
    : undefined;
  const table = (
    <DataTable
      caption={t("publishedTitle")}
      rows={figures}
      rowKey={(figure) => figure.key}
      empty={<EmptyState title={t("none")} />}
      columns={[
        {
          key: "figure",
          header: t("figure"),
          cell: (figure) => (
            <>
              {figure.partOfKey && <span className="text-muted">{t("partOf")} </span>}
              {english ? figure.labelEn : figure.labelZh}
              {figure.note && <span className="block text-muted">{figure.note}</span>}
            </>
          ),
        },
        {
          key: "value",
          header: t("value"),
          align: "end",
          cell: (figure) => (
            <span className="whitespace-nowrap">
              {words(figure)} {english ? figure.unitEn : figure.unitZh}
            </span>
          ),
        },
        {
          key: "period",
          header: t("period"),
          hideBelow: "md",
          cell: (figure) => figure.period ?? <span title={t("periodUnknown")}>{nothing}</span>,
        },
        {
          key: "source",
          header: t("source"),
          hideBelow: "sm",
          cell: (figure) => (
            <span className={common ? "text-muted" : "block min-w-40 text-sm text-muted"}>
              {[common ? null : figure.source, figure.derived ? t("derived") : t("stated")]
                .filter(Boolean)
                .join(" · ")}
            </span>
          ),
        },
      ]}
    />
  );
  return (
    <>
      {common && <p className="mb-2 text-sm text-muted">{t("sourceOf", { source: common })}</p>}
      {table}
    </>
  );
}
