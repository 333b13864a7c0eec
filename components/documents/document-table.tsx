import Link from "next/link";
import { useLocale, useTranslations } from "next-intl";
import type { ReactNode } from "react";
import type { z } from "zod";
import type { documentRow } from "@/lib/features/documents/schema";
import { formatDay } from "@/lib/i18n/format";
import type { AddressChanges } from "../ui/data-table";
import { ListTable } from "../ui/list-table";
import { DocumentBadge } from "./state-badge";

type Props = {
  rows: readonly z.output<typeof documentRow>[];
  base: string;
  sort: string;
  href: (changes: AddressChanges) => string;
  empty: ReactNode;
};

export function DocumentTable({ rows, base, sort, href, empty }: Props) {
  const t = useTranslations("documents");
  const locale = useLocale();
  return (
    <ListTable
      list="documents"
      caption={t("caption")}
      rows={rows}
      rowKey={(row) => row.id}
      sort={sort}
      href={href}
      empty={empty}
      columns={[
        {
          key: "title",
          header: t("column.title"),
          sort: "title",
          cell: (row) => (
            <>
              <Link href={`${base}/${row.id}`}>{row.title}</Link>
              <span className="block text-sm text-muted">
                {[t("versionN", { version: row.version }), row.reference]
                  .filter(Boolean)
                  .join(" · ")}
              </span>
            </>
          ),
        },
        {
          key: "kind",
          header: t("column.kind"),
          sort: "kind",
          cell: (row) => t(`kind.${row.kind}`),
          hideBelow: "md",
        },
        {
          key: "state",
          header: t("column.state"),
          cell: (row) => <DocumentBadge state={row.state} />,
        },
        {
          key: "effective",
          header: t("column.effective"),
          sort: "effective",
          cell: (row) => formatDay(row.effectiveOn, locale),
          hideBelow: "sm",
        },
        {
          key: "articles",
          header: t("column.articles"),
          cell: (row) => row.articles,
          align: "end",
          hideBelow: "md",
        },
        {
          key: "reader",
          header: t("column.reader"),
          cell: (row) => (row.published ? t("published") : t("internal")),
          hideBelow: "lg",
        },
      ]}
    />
  );
}
