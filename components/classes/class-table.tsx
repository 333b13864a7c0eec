import Link from "next/link";
import { useLocale, useTranslations } from "next-intl";
import type { ReactNode } from "react";
import type { ClassRow } from "@/lib/features/classes/schema";
import { formatCount, nothing } from "@/lib/i18n/format";
import type { AddressChanges } from "../ui/data-table";
import { ListTable } from "../ui/list-table";

type Props = {
  rows: readonly ClassRow[];
  path: string;
  sort: string;
  href: (changes: AddressChanges) => string;
  empty: ReactNode;
};

export function ClassTable({ rows, path, sort, href, empty }: Props) {
  const t = useTranslations("classes");
  const locale = useLocale();
  return (
    <ListTable
      list="classes"
      caption={t("title")}
      rows={rows}
      rowKey={(row) => row.id}
      sort={sort}
      href={href}
      empty={empty}
      columns={[
        {
          key: "name",
          header: t("field.name"),
          sort: "name",
          cell: (row) => (
            <>
              <Link href={`${path}/${row.id}`} prefetch={false}>
                {row.name}
              </Link>
              <span className="block text-sm text-muted">{row.school.name}</span>
            </>
          ),
        },
        {
          key: "kind",
          header: t("field.kind"),
          hideBelow: "sm",
          cell: (row) => <span className="whitespace-nowrap">{t(`kind.${row.kind}`)}</span>,
        },
        {
          key: "partners",
          header: t("field.partners"),
          hideBelow: "md",
          cell: (row) => row.partners.map(({ name }) => name).join(" · ") || nothing,
        },
        {
          key: "mentors",
          header: t("field.mentors"),
          align: "end",
          hideBelow: "lg",
          cell: (row) => formatCount(row.mentors, locale),
        },
        {
          key: "planned",
          header: t("field.planned"),
          align: "end",
          hideBelow: "lg",
          cell: (row) => formatCount(row.latest?.planned, locale),
        },
        {
          key: "current",
          header: t("field.current"),
          align: "end",
          cell: (row) =>
            row.latest ? (
              formatCount(row.latest.current, locale)
            ) : (
              <span className="text-sm text-muted">{t("notCounted")}</span>
            ),
        },
      ]}
    />
  );
}
