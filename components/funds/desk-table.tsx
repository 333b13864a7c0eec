import Link from "next/link";
import { useLocale, useTranslations } from "next-intl";
import type { DeskEntry } from "@/lib/features/funds/schema/entries";
import { formatDay, formatInstant, formatMoney, moneyUnitFor } from "@/lib/i18n/format";
import { Badge } from "../ui/badge";
import type { Column } from "../ui/data-table";
import { EmptyState } from "../ui/empty-state";
import { ListTable } from "../ui/list-table";
import { Money } from "./money";
import { StateBadge } from "./side-badge";

/** Entries that wait, with what each of them waits for. */
export function DeskTable({ tenant, rows }: { tenant: string; rows: readonly DeskEntry[] }) {
  const t = useTranslations("funds");
  const locale = useLocale();
  const unit = moneyUnitFor(
    rows.map((row) => row.amount),
    locale,
  );
  const columns: Column<DeskEntry>[] = [
    {
      key: "entry",
      header: t("entry.title"),
      cell: (row) => (
        <>
          <Link href={`/a/${tenant}/funds/entries/${row.id}`}>
            {t(`flow.${row.flow}`)} · {row.payee ?? row.organizationName}
          </Link>
          <p className="text-sm text-muted">
            {row.projectCode ?? row.projectTitle} · {row.voucherNo}
          </p>
          {row.condition && (
            <p className="text-sm text-muted">{t("desk.asked", { reason: row.condition })}</p>
          )}
        </>
      ),
    },
    {
      key: "amount",
      header: t("inUnit", {
        name: t("column.amount"),
        unit: formatMoney("1.00", locale, unit).unit,
      }),
      align: "end",
      cell: (row) => <Money yuan={row.amount} unit={unit} />,
    },
    {
      key: "state",
      header: t("column.state"),
      cell: (row) => (
        <span className="flex flex-wrap gap-1">
          <StateBadge state={row.state} />
          {row.approversNeeded === 2 && <Badge>{t("desk.approvers")}</Badge>}
          {row.isReversal && <Badge tone="attention">{t("reversal")}</Badge>}
        </span>
      ),
    },
    {
      key: "on",
      header: t("column.on"),
      hideBelow: "md",
      cell: (row) => <span className="whitespace-nowrap">{formatDay(row.on, locale)}</span>,
    },
    {
      key: "since",
      header: t("column.since"),
      hideBelow: "md",
      cell: (row) => (
        <span className="whitespace-nowrap">{formatInstant(row.waitingSince, locale)}</span>
      ),
    },
  ];
  return (
    <ListTable
      list="fund-desk"
      caption={t("desk.title")}
      rows={rows}
      columns={columns}
      rowKey={(row) => row.id}
      empty={<EmptyState title={t("desk.empty")} hint={t("desk.emptyHint")} />}
    />
  );
}
