import { useLocale, useTranslations } from "next-intl";
import type { FigureView } from "@/lib/features/reports/schema/figures";
import { nothing } from "@/lib/i18n/format";
import { Badge } from "../ui/badge";
import { type Column, DataTable } from "../ui/data-table";
import { EmptyState } from "../ui/empty-state";
import { amountText, figureName } from "./figure-amount";
import { differenceText, figureText, sourceText } from "./figure-words";

/** Every number that the report froze: value, last year's, source and definition, and what has changed since. */
export function FigureTable({ figures }: { figures: readonly FigureView[] }) {
  const t = useTranslations("reports");
  const locale = useLocale();
  const columns: Column<FigureView>[] = [
    {
      key: "name",
      header: t("figure.name"),
      cell: (row) => (
        <div className="min-w-36">
          {figureName(row, locale)}
          {/* Codes of the metric list are cited; other keys tell nobody anything. */}
          {/^M\d/.test(row.code) && <span className="text-muted"> {row.code}</span>}
          <p className="text-muted">{locale === "en" ? row.definitionEn : row.definitionZh}</p>
        </div>
      ),
    },
    {
      key: "value",
      header: t("figure.value"),
      align: "end",
      cell: (row) => (
        <>
          <span className="whitespace-nowrap">{figureText(row, locale)}</span>
          {row.present !== null && (
            <p>
              <Badge tone="attention">
                {t("figure.changed", { value: amountText(row, row.present, locale) })}
              </Badge>
            </p>
          )}
        </>
      ),
    },
    {
      key: "previous",
      header: t("figure.previous"),
      align: "end",
      hideBelow: "md",
      cell: (row) =>
        row.previous ? (
          <span className="whitespace-nowrap">
            {amountText(row, row.previous.value, locale)}
            <span className="block text-muted">{differenceText(row, locale)}</span>
          </span>
        ) : (
          nothing
        ),
    },
    {
      key: "period",
      header: t("figure.period"),
      hideBelow: "lg",
      cell: (row) => row.period ?? nothing,
    },
    {
      key: "source",
      header: t("figure.source"),
      hideBelow: "md",
      cell: (row) => sourceText(row, locale),
    },
  ];
  return (
    <DataTable
      caption={t("figures")}
      rows={figures}
      rowKey={(row) => row.code}
      columns={columns}
      empty={<EmptyState title={t("noFigures")} />}
    />
  );
}
