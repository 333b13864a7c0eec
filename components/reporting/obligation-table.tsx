import Link from "next/link";
import { useLocale, useTranslations } from "next-intl";
import type { ReactNode } from "react";
import type { ObligationRow } from "@/lib/features/reporting/schema/cycles";
import { formatDay } from "@/lib/i18n/format";
import { DataTable } from "../ui/data-table";
import { ReportBadge } from "./state-badge";

export function ObligationTable({
  rows,
  base,
  empty,
}: {
  rows: readonly ObligationRow[];
  base: string;
  empty: ReactNode;
}) {
  const t = useTranslations("reporting");
  const locale = useLocale();
  return (
    <DataTable
      caption={t("tab.due")}
      rows={rows}
      rowKey={(row) => row.id}
      empty={empty}
      columns={[
        {
          key: "organization",
          header: t("field.organization"),
          cell: (row) => <Link href={`${base}/${row.id}`}>{row.organizationName}</Link>,
        },
        { key: "cycle", header: t("field.cycle"), cell: (row) => row.cycleName },
        { key: "state", header: t("field.state"), cell: (row) => <ReportBadge {...row} /> },
        {
          key: "due",
          header: t("field.due"),
          hideBelow: "sm",
          cell: (row) => formatDay(row.dueOn, locale),
        },
        {
          key: "filled",
          header: t("field.filled"),
          align: "end",
          hideBelow: "md",
          cell: (row) => `${row.filled} / ${row.asked}`,
        },
        {
          key: "findings",
          header: t("field.findings"),
          align: "end",
          hideBelow: "lg",
          cell: (row) => row.findings,
        },
      ]}
    />
  );
}
