import Link from "next/link";
import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import type { CollegeRow } from "@/lib/features/colleges/schema/colleges";
import { nothing } from "@/lib/i18n/format";
import { Badge } from "../ui/badge";
import type { AddressChanges, Column } from "../ui/data-table";
import { ListTable } from "../ui/list-table";
import { CollegeBadge, ModeBadge } from "./badges";
import { WaitingLine } from "./waiting-line";

type Props = {
  rows: readonly CollegeRow[];
  base: string;
  sort: string;
  href: (changes: AddressChanges) => string;
  empty: ReactNode;
};

export function CollegeTable({ rows, base, sort, href, empty }: Props) {
  const t = useTranslations("colleges");
  const level = (row: CollegeRow) => t(`level.${row.level ?? "none"}`);
  const columns: Column<CollegeRow>[] = [
    {
      key: "name",
      header: t("field.name"),
      sort: "name",
      cell: (row) => (
        <div className="min-w-40">
          <Link href={`${base}/${row.id}`} className="font-medium">
            {row.name}
          </Link>
          <p className="text-muted">
            {t(`kind.${row.kind}`)} · {row.school.name}
          </p>
          <p className="mt-1 flex flex-wrap gap-2 sm:hidden">
            <CollegeBadge state={row.state} />
            <ModeBadge mode={row.mode} />
          </p>
          <p className="mt-1 text-sm text-muted md:hidden">
            {row.waiting && <WaitingLine {...row.waiting} />}
          </p>
        </div>
      ),
    },
    { key: "level", header: t("field.level"), hideBelow: "md", cell: level },
    {
      key: "mode",
      header: t("field.mode"),
      hideBelow: "sm",
      cell: (row) => <ModeBadge mode={row.mode} />,
    },
    {
      key: "state",
      header: t("field.state"),
      sort: "waiting",
      hideBelow: "sm",
      cell: (row) => <CollegeBadge state={row.state} />,
    },
    {
      key: "waiting",
      header: t("field.waiting"),
      hideBelow: "md",
      cell: (row) => row.waiting && <WaitingLine {...row.waiting} />,
    },
    {
      key: "place",
      header: t("field.place"),
      hideBelow: "lg",
      cell: (row) => (
        <span className="flex flex-wrap gap-2">
          {row.place ? t(`place.${row.place}`) : nothing}
          {row.remote && <Badge>{t("remote")}</Badge>}
        </span>
      ),
    },
  ];
  return (
    <ListTable
      list="colleges"
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
