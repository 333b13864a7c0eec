import Link from "next/link";
import { useLocale, useTranslations } from "next-intl";
import type { ReactNode } from "react";
import type { AsOf } from "@/lib/features/corrections/schema";
import { formatCount, formatDay, nothing } from "@/lib/i18n/format";
import { fenOf, yuanText } from "@/lib/kernel/money";
import { type Column, DataTable } from "../ui/data-table";

type Row = AsOf["items"][number];
type Props = { tenant: string; asOf: AsOf; empty: ReactNode };

/** Each total of that day beside the one of now, with the corrections that lie between. */
export function AsOfTable({ tenant, asOf, empty }: Props) {
  const t = useTranslations("corrections");
  const locale = useLocale();
  const day = formatDay(asOf.day, locale);
  const count = (quantity: string) => formatCount(Number(quantity), locale);
  const moved = (row: Row) => {
    const difference = fenOf(row.now) - fenOf(row.past);
    if (difference === 0n) return nothing;
    return `${difference > 0n ? "+" : ""}${count(yuanText(difference))}`;
  };
  const columns: Column<Row>[] = [
    {
      key: "metric",
      header: t("metric"),
      cell: (row) => (
        <div className="min-w-36">
          <p>{locale === "en" ? row.nameEn : row.nameZh}</p>
          <p className="text-sm text-muted">
            {row.year} · {locale === "en" ? row.unitEn : row.unitZh}
          </p>
        </div>
      ),
    },
    { key: "past", header: t("past", { day }), align: "end", cell: (row) => count(row.past) },
    { key: "now", header: t("now"), align: "end", cell: (row) => count(row.now) },
    { key: "difference", header: t("difference"), align: "end", cell: moved },
    {
      key: "corrections",
      header: t("corrections"),
      cell: (row) =>
        row.corrections.length === 0 ? (
          nothing
        ) : (
          <span className="flex flex-wrap gap-2">
            {row.corrections.map((one) => (
              <Link key={one.caseId} href={`/a/${tenant}/corrections/${one.caseId}`}>
                {t("caseTitle", { number: one.number })}
              </Link>
            ))}
          </span>
        ),
    },
  ];
  return (
    <DataTable
      caption={t("asOfCaption", { day })}
      rows={asOf.items}
      rowKey={(row) => `${row.metricCode}-${row.year}`}
      columns={columns}
      empty={empty}
    />
  );
}
