import Link from "next/link";
import { useLocale, useTranslations } from "next-intl";
import type { ReactNode } from "react";
import type { EditionRow } from "@/lib/features/reports/schema/editions";
import { formatDay } from "@/lib/i18n/format";
import type { AddressChanges, Column } from "../ui/data-table";
import { ListTable } from "../ui/list-table";
import { EditionBadge } from "./badges";

type Props = {
  rows: readonly EditionRow[];
  base: string;
  sort: string;
  href: (changes: AddressChanges) => string;
  empty: ReactNode;
};

export function EditionTable({ rows, base, sort, href, empty }: Props) {
  const t = useTranslations("reports");
  const locale = useLocale();
  const columns: Column<EditionRow>[] = [
    { key: "year", header: t("field.year"), sort: "year", cell: (row) => row.year },
    {
      key: "title",
      header: t("field.title"),
      cell: (row) => (
        <Link href={`${base}/${row.id}`} className="font-medium">
          {row.title}
        </Link>
      ),
    },
    {
      key: "state",
      header: t("field.state"),
      cell: (row) => <EditionBadge state={row.state} />,
    },
    {
      key: "accepted",
      header: t("field.accepted"),
      align: "end",
      hideBelow: "sm",
      cell: (row) => t("progress", { accepted: row.accepted, sections: row.sections }),
    },
    {
      key: "due",
      header: t("field.dueOn"),
      sort: "due",
      hideBelow: "md",
      cell: (row) => formatDay(row.dueOn, locale),
    },
  ];
  return (
    <ListTable
      list="editions"
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
