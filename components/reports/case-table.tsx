import Link from "next/link";
import { useLocale, useTranslations } from "next-intl";
import type { ReactNode } from "react";
import type { CaseRow } from "@/lib/features/reports/schema/cases";
import { nothing } from "@/lib/i18n/format";
import type { AddressChanges, Column } from "../ui/data-table";
import { ListTable } from "../ui/list-table";
import { CaseBadge } from "./badges";
import { isWaited, waitingParts } from "./case-waiting";

type Props = {
  rows: readonly CaseRow[];
  base: string;
  sort: string;
  href: (changes: AddressChanges) => string;
  empty: ReactNode;
};

export function CaseTable({ rows, base, sort, href, empty }: Props) {
  const t = useTranslations("cases");
  const office = useTranslations("reports")("secretariat");
  const locale = useLocale();
  const waiting = (row: CaseRow) =>
    isWaited(row.state) &&
    t.rich(`waiting.${row.state}`, {
      ...waitingParts(row, office, locale),
      since: (words) => <span className="whitespace-nowrap">{words}</span>,
    });
  const columns: Column<CaseRow>[] = [
    { key: "year", header: t("field.year"), sort: "year", cell: (row) => row.year },
    {
      key: "title",
      header: t("field.title"),
      cell: (row) => (
        <div className="min-w-40">
          <Link href={`${base}/cases/${row.id}`} className="font-medium">
            {row.title}
          </Link>
          <p className="text-muted sm:hidden">{row.organization?.name ?? office}</p>
        </div>
      ),
    },
    {
      key: "organization",
      header: t("field.organization"),
      hideBelow: "sm",
      cell: (row) => row.organization?.name ?? office,
    },
    {
      key: "state",
      header: t("field.state"),
      cell: (row) => (
        <>
          <CaseBadge state={row.state} />
          <span className="block text-sm text-muted sm:hidden">{waiting(row)}</span>
        </>
      ),
    },
    { key: "waiting", header: t("field.waiting"), hideBelow: "sm", cell: waiting },
    {
      key: "edition",
      header: t("field.edition"),
      hideBelow: "md",
      cell: (row) =>
        row.edition ? <Link href={`${base}/${row.edition.id}`}>{row.edition.title}</Link> : nothing,
    },
  ];
  return (
    <ListTable
      list="cases"
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
