import Link from "next/link";
import { useLocale, useTranslations } from "next-intl";
import type { ReactNode } from "react";
import type { CallRow } from "@/lib/features/calls/schema/view";
import { formatInstant, formatMoney, moneyUnitFor } from "@/lib/i18n/format";
import { Money } from "../funds/money";
import type { AddressChanges, Column } from "../ui/data-table";
import { ListTable } from "../ui/list-table";
import { CallStateBadge } from "./state-badge";
import { WaitingLine } from "./waiting-line";

type Props = {
  rows: readonly CallRow[];
  base: string;
  sort: string;
  href: (changes: AddressChanges) => string;
  empty: ReactNode;
};

/** The list of calls: the problem, what it is worth, until when one may bid, for whom it waits. */
export function CallTable({ rows, base, sort, href, empty }: Props) {
  const t = useTranslations("calls");
  const locale = useLocale();
  const unit = moneyUnitFor(
    rows.map(({ budget }) => budget),
    locale,
  );
  const columns: Column<CallRow>[] = [
    {
      key: "code",
      header: t("column.code"),
      hideBelow: "sm",
      cell: (row) => (
        <span className="whitespace-nowrap tabular-nums">
          {row.code ?? <span className="text-muted">{t("unnumbered")}</span>}
        </span>
      ),
    },
    {
      key: "title",
      header: t("column.title"),
      cell: (row) => (
        <div className="min-w-40 sm:min-w-52">
          <Link href={`${base}/${row.id}`} className="font-medium">
            {row.title}
          </Link>
          <p className="text-muted">
            {row.poster?.name ?? t("anonymous")} · {t(`pain.${row.pain}`)}
          </p>
          <div className="mt-1 flex flex-col items-start gap-1 md:hidden">
            <CallStateBadge state={row.state} overdue={row.overdue} />
            {row.waiting && (
              <p className="text-muted">
                <WaitingLine waiting={row.waiting} />
              </p>
            )}
          </div>
        </div>
      ),
    },
    {
      key: "state",
      header: t("column.state"),
      hideBelow: "md",
      cell: (row) => <CallStateBadge state={row.state} overdue={row.overdue} />,
    },
    {
      key: "waiting",
      header: t("column.waiting"),
      hideBelow: "md",
      cell: (row) => <WaitingLine waiting={row.waiting} />,
    },
    {
      key: "budget",
      header: t("column.budget", { unit: formatMoney("0", locale, unit).unit }),
      align: "end",
      sort: "budget",
      cell: (row) => row.budget && <Money yuan={row.budget} unit={unit} />,
    },
    {
      key: "closes",
      header: t("column.closes"),
      sort: "closes",
      hideBelow: "sm",
      cell: (row) => (
        <span className="whitespace-nowrap tabular-nums">
          {formatInstant(row.closesAt, locale)}
        </span>
      ),
    },
  ];
  return (
    <ListTable
      list="calls"
      caption={t("title")}
      rows={rows}
      columns={columns}
      rowKey={(row) => row.id}
      sort={sort}
      href={href}
      empty={empty}
    />
  );
}
