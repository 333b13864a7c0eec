import Link from "next/link";
import { useLocale, useTranslations } from "next-intl";
import type { ReactNode } from "react";
import type { SchemeRow } from "@/lib/features/evaluations/schema/schemes";
import { formatCount, formatInstant } from "@/lib/i18n/format";
import { Badge } from "../ui/badge";
import type { Column } from "../ui/data-table";
import { ListTable } from "../ui/list-table";

type Props = { rows: readonly SchemeRow[]; base: string; empty: ReactNode };

export function SchemeTable({ rows, base, empty }: Props) {
  const t = useTranslations("evaluations.schemes");
  const locale = useLocale();
  const columns: Column<SchemeRow>[] = [
    {
      key: "name",
      header: t("field.name"),
      cell: (row) => (
        <>
          <Link href={`${base}/${row.id}`} className="font-medium">
            {row.name}
          </Link>
          <p className="text-muted">{t("edition", { n: row.edition })}</p>
        </>
      ),
    },
    { key: "kind", header: t("filter.kind"), cell: (row) => t(`subject.${row.subjectKind}`) },
    {
      key: "state",
      header: t("filter.state"),
      cell: (row) => (
        <Badge tone={row.state === "published" ? "decided" : "attention"}>
          {t(`state.${row.state}`)}
        </Badge>
      ),
    },
    {
      key: "indicators",
      header: t("field.indicators"),
      align: "end",
      hideBelow: "sm",
      cell: (row) => formatCount(row.indicators, locale),
    },
    {
      key: "published",
      header: t("publishedAt"),
      hideBelow: "md",
      cell: (row) => formatInstant(row.publishedAt, locale),
    },
  ];
  return (
    <ListTable
      list="schemes"
      caption={t("caption")}
      rows={rows}
      rowKey={(row) => row.id}
      columns={columns}
      empty={empty}
    />
  );
}
