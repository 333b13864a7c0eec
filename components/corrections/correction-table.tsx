import Link from "next/link";
import { useLocale, useTranslations } from "next-intl";
import type { ReactNode } from "react";
import type { CorrectionRow } from "@/lib/features/corrections/schema";
import { formatCount, formatInstant } from "@/lib/i18n/format";
import type { AddressChanges, Column } from "../ui/data-table";
import { ListTable } from "../ui/list-table";
import { CorrectionBadge } from "./state-badge";

type Props = {
  rows: readonly CorrectionRow[];
  base: string;
  sort: string;
  href: (changes: AddressChanges) => string;
  empty: ReactNode;
};

export function CorrectionTable({ rows, base, sort, href, empty }: Props) {
  const t = useTranslations("corrections");
  const locale = useLocale();
  const change = (row: CorrectionRow) => {
    if (row.withdraws) return t("gone");
    if (row.newQuantity === null) return t("stays");
    return `${formatCount(Number(row.oldQuantity), locale)} → ${formatCount(Number(row.newQuantity), locale)}`;
  };
  const columns: Column<CorrectionRow>[] = [
    {
      key: "number",
      header: t("column.number"),
      sort: "number",
      cell: (row) => (
        <Link href={`${base}/${row.id}`} className="font-medium whitespace-nowrap">
          {t("caseTitle", { number: row.number })}
        </Link>
      ),
    },
    {
      key: "record",
      header: t("column.record"),
      cell: (row) => (
        <div className="min-w-40">
          <p>{row.title}</p>
          <p className="text-sm text-muted">
            {locale === "en" ? row.metricEn : row.metricZh} · {row.organizationName}
          </p>
          <p className="mt-1 md:hidden">
            <CorrectionBadge state={row.state} />
          </p>
        </div>
      ),
    },
    { key: "change", header: t("column.change"), align: "end", cell: change },
    {
      key: "reason",
      header: t("column.reason"),
      hideBelow: "md",
      cell: (row) => t(`reasonCode.${row.reasonCode}`),
    },
    {
      key: "state",
      header: t("column.state"),
      hideBelow: "md",
      cell: (row) => <CorrectionBadge state={row.state} />,
    },
    {
      key: "requestedAt",
      header: t("column.requestedAt"),
      sort: "requestedAt",
      hideBelow: "lg",
      cell: (row) => formatInstant(new Date(row.requestedAt), locale),
    },
  ];
  return (
    <ListTable
      list="corrections"
      caption={t("caption")}
      rows={rows}
      rowKey={(row) => row.id}
      columns={columns}
      sort={sort}
      href={href}
      empty={empty}
    />
  );
}
