import Link from "next/link";
import { useLocale, useTranslations } from "next-intl";
import type { ReactNode } from "react";
import type { RoundRow } from "@/lib/features/evaluations/schema/rounds";
import { formatCount } from "@/lib/i18n/format";
import type { Column } from "../ui/data-table";
import { ListTable } from "../ui/list-table";
import { StateBadge } from "./badges";

type Props = { rows: readonly RoundRow[]; base: string; empty: ReactNode };

export function RoundTable({ rows, base, empty }: Props) {
  const t = useTranslations("evaluations");
  const locale = useLocale();
  const columns: Column<RoundRow>[] = [
    {
      key: "title",
      header: t("column.title"),
      cell: (row) => (
        <>
          <Link href={`${base}/${row.id}`} className="font-medium">
            {row.title}
          </Link>
          <p className="text-muted">{t(`schemes.subject.${row.subjectKind}`)}</p>
        </>
      ),
    },
    { key: "year", header: t("column.year"), cell: (row) => String(row.year) },
    { key: "state", header: t("column.state"), cell: (row) => <StateBadge state={row.state} /> },
    {
      key: "subjects",
      header: t("column.subjects"),
      align: "end",
      hideBelow: "sm",
      cell: (row) => formatCount(row.subjects, locale),
    },
  ];
  return (
    <ListTable
      list="evaluations"
      caption={t("caption")}
      rows={rows}
      rowKey={(row) => row.id}
      columns={columns}
      empty={empty}
    />
  );
}
