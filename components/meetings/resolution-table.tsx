import Link from "next/link";
import { useLocale, useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { resolutionCode } from "@/lib/features/meetings/rules";
import type { ResolutionRow } from "@/lib/features/meetings/schema";
import { formatDay } from "@/lib/i18n/format";
import { Badge } from "../ui/badge";
import { type AddressChanges, DataTable } from "../ui/data-table";
import { bodyName } from "./meeting-table";

type Props = {
  rows: readonly ResolutionRow[];
  base: string;
  sort: string;
  href: (changes: AddressChanges) => string;
  empty: ReactNode;
};

export function ResolutionTable({ rows, base, sort, href, empty }: Props) {
  const t = useTranslations("meetings");
  const b = useTranslations("bodies");
  const locale = useLocale();
  return (
    <DataTable
      caption={t("decisions.title")}
      rows={rows}
      rowKey={(row) => row.id}
      sort={sort}
      href={href}
      empty={empty}
      columns={[
        {
          key: "number",
          header: t("column.number"),
          sort: "number",
          cell: (row) => (
            <span className="whitespace-nowrap tabular-nums">
              {resolutionCode(row.year, row.number)}
            </span>
          ),
        },
        {
          key: "resolution",
          header: t("column.resolution"),
          cell: (row) => (
            <>
              <Link href={`${base}/${row.id}`} prefetch={false}>
                {row.title}
              </Link>{" "}
              {row.contradicted && <Badge tone="attention">{t("decisions.contradicted")}</Badge>}
            </>
          ),
        },
        {
          key: "body",
          header: t("column.body"),
          hideBelow: "md",
          cell: (row) => bodyName(row.body, locale),
        },
        {
          key: "matter",
          header: t("column.matter"),
          hideBelow: "lg",
          cell: (row) => b(`matter.${row.matter}`),
        },
        {
          key: "adoptedOn",
          header: t("column.adoptedOn"),
          sort: "adoptedOn",
          hideBelow: "sm",
          cell: (row) => (
            <span className="whitespace-nowrap tabular-nums">
              {formatDay(row.adoptedOn, locale)}
            </span>
          ),
        },
        {
          key: "consequence",
          header: t("column.consequence"),
          hideBelow: "md",
          cell: (row) =>
            row.admitted && (
              <Link href={`/organizations/${row.admitted.organizationId}`} prefetch={false}>
                {t("decisions.admitted", row.admitted)}
              </Link>
            ),
        },
      ]}
    />
  );
}
