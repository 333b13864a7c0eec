import Link from "next/link";
import { useLocale, useTranslations } from "next-intl";
import type { ReactNode } from "react";
import type { LedgerEntry } from "@/lib/features/funds/schema/entries";
import { formatDay, formatMoney, moneyUnitFor } from "@/lib/i18n/format";
import { Badge } from "../ui/badge";
import type { AddressChanges, Column } from "../ui/data-table";
import { ListTable } from "../ui/list-table";
import { Money } from "./money";
import { SideBadge } from "./side-badge";

type Props = {
  tenant: string;
  rows: readonly LedgerEntry[];
  sort: string;
  href: (changes: AddressChanges) => string;
  empty: ReactNode;
};

function Marks({ row }: { row: LedgerEntry }) {
  const t = useTranslations("funds");
  return (
    <span className="flex flex-wrap items-center gap-1">
      <SideBadge side={row.side} />
      {row.flow && !["receipt", "spending"].includes(row.flow) && (
        <Badge>{t(`flow.${row.flow}`)}</Badge>
      )}
      {row.isReversal && <Badge tone="attention">{t("reversal")}</Badge>}
      {row.isReversed && <Badge>{t("reversed")}</Badge>}
      {row.isAboveCommitment && <Badge tone="attention">{t("above")}</Badge>}
    </span>
  );
}

/** The entries behind the numbers, amounts in one unit. */
export function LedgerTable({ tenant, rows, sort, href, empty }: Props) {
  const t = useTranslations("funds");
  const locale = useLocale();
  const unit = moneyUnitFor(
    rows.map((row) => row.amount),
    locale,
  );
  const unitWord = formatMoney("1.00", locale, unit).unit;
  const columns: Column<LedgerEntry>[] = [
    {
      key: "on",
      header: t("column.on"),
      sort: "on",
      cell: (row) => (
        <span className="whitespace-nowrap tabular-nums">{formatDay(row.on, locale)}</span>
      ),
    },
    {
      key: "side",
      header: t("column.side"),
      cell: (row) => (
        <>
          <Marks row={row} />
          <p className="mt-1 text-muted md:hidden">{row.organizationName}</p>
        </>
      ),
    },
    {
      key: "amount",
      header: t("inUnit", { name: t("column.amount"), unit: unitWord }),
      sort: "amount",
      align: "end",
      cell: (row) => <Money yuan={row.amount} unit={unit} />,
    },
    {
      key: "kind",
      header: t("column.kind"),
      hideBelow: "sm",
      cell: (row) => t(`kind.${row.kind}`),
    },
    {
      key: "organization",
      header: t("column.organization"),
      hideBelow: "md",
      cell: (row) => <span className="inline-block min-w-32">{row.organizationName}</span>,
    },
    {
      key: "project",
      header: t("column.project"),
      hideBelow: "md",
      cell: (row) => (
        <Link
          href={`/a/${tenant}/projects/${row.projectId}?view=money`}
          className={row.projectCode ? "whitespace-nowrap" : "inline-block min-w-40"}
        >
          {row.projectCode ?? row.projectTitle}
        </Link>
      ),
    },
    {
      key: "voucher",
      header: t("column.voucher"),
      hideBelow: "lg",
      cell: (row) => row.voucherNo,
    },
    {
      key: "action",
      header: t("column.action"),
      cell: (row) =>
        (row.entry === "entry" || row.actions.confirm) && (
          <Link
            href={
              row.entry === "entry"
                ? `/a/${tenant}/funds/entries/${row.id}`
                : `/a/${tenant}/projects/${row.projectId}?view=money`
            }
            className="whitespace-nowrap"
          >
            {t("open")}
          </Link>
        ),
    },
  ];
  return (
    <ListTable
      list="fund-ledger"
      caption={t("ledger")}
      rows={rows}
      columns={columns}
      rowKey={(row) => row.id}
      sort={sort}
      href={href}
      empty={empty}
    />
  );
}
