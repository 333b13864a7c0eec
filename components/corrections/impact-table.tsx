import { useLocale, useTranslations } from "next-intl";
import type { NamedEffect } from "@/lib/features/corrections/schema";
import { formatCount } from "@/lib/i18n/format";
import { type Column, DataTable } from "../ui/data-table";

/** The totals of each level before and after. */
export function ImpactTable({ effects }: { effects: readonly NamedEffect[] }) {
  const t = useTranslations("corrections");
  const locale = useLocale();
  const shown = (row: NamedEffect, quantity: string) =>
    t(row.atMost ? "totalAtMost" : "total", {
      quantity: formatCount(Number(quantity), locale),
      unit: locale === "en" ? row.unitEn : row.unitZh,
    });
  const columns: Column<NamedEffect>[] = [
    {
      key: "level",
      header: t("level"),
      cell: (row) => (
        <div className="min-w-32">
          <p>{row.organizationName ?? t("allianceLevel")}</p>
          <p className="text-sm text-muted">
            {locale === "en" ? row.metricEn : row.metricZh} · {row.year}
          </p>
        </div>
      ),
    },
    { key: "before", header: t("before"), align: "end", cell: (row) => shown(row, row.before) },
    {
      key: "after",
      header: t("after"),
      align: "end",
      cell: (row) => <strong>{shown(row, row.after)}</strong>,
    },
    {
      key: "records",
      header: t("recordsColumn"),
      align: "end",
      hideBelow: "sm",
      cell: (row) => t("records", { before: row.recordsBefore, after: row.recordsAfter }),
    },
  ];
  return (
    <DataTable
      caption={t("impactCaption")}
      rows={effects}
      rowKey={(row) => `${row.metricCode}-${row.year}-${row.organizationId ?? ""}`}
      columns={columns}
    />
  );
}
