import Link from "next/link";
import { useLocale, useTranslations } from "next-intl";
import type { ReactNode } from "react";
import type { ObligationRow } from "@/lib/features/reporting/schema/cycles";
import { awaitedStates, type ShownState } from "@/lib/features/reporting/types";
import { formatDay } from "@/lib/i18n/format";
import { dayIn, homeZone } from "@/lib/kernel/dates";
import { ListTable } from "../ui/list-table";
import { ReportBadge } from "./state-badge";

type Awaited = (typeof awaitedStates)[number];

/** Somebody has to do something. */
export const isAwaited = (shown: ShownState): shown is Awaited =>
  awaitedStates.some((one) => one === shown);

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
  const waiting = ({ shown, stateSince }: ObligationRow) =>
    isAwaited(shown) &&
    t(`waiting.${shown}`, { since: formatDay(dayIn(new Date(stateSince), homeZone), locale) });
  return (
    <ListTable
      list="obligations"
      caption={t("tab.due")}
      rows={rows}
      rowKey={(row) => row.id}
      empty={empty}
      columns={[
        {
          key: "organization",
          header: t("field.organization"),
          cell: (row) => (
            <>
              <Link href={`${base}/${row.id}`} className="inline-block min-w-32">
                {row.organizationName}
              </Link>
              <span className="block text-muted sm:hidden">{row.cycleName}</span>
            </>
          ),
        },
        { key: "cycle", header: t("field.cycle"), hideBelow: "sm", cell: (row) => row.cycleName },
        {
          key: "state",
          header: t("field.state"),
          cell: (row) => (
            <>
              <ReportBadge {...row} />
              <span className="block text-muted sm:hidden">{waiting(row)}</span>
            </>
          ),
        },
        { key: "waiting", header: t("waiting.column"), hideBelow: "sm", cell: waiting },
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
