import Link from "next/link";
import { useLocale, useTranslations } from "next-intl";
import type { ReactNode } from "react";
import type { DemandRow } from "@/lib/features/talent/schema/demands";
import { formatCount, formatDay } from "@/lib/i18n/format";
import type { AddressChanges } from "../ui/data-table";
import { ListTable } from "../ui/list-table";
import { DemandBadge } from "./badges";
import { DemandWaiting } from "./demand-waiting";
import { useNamed } from "./words";

type Props = {
  rows: readonly DemandRow[];
  /** /a/{alliance}/talent */
  base: string;
  sort: string;
  href: (changes: AddressChanges) => string;
  empty: ReactNode;
};

/** 企业人才需求库 */
export function DemandTable({ rows, base, sort, href, empty }: Props) {
  const t = useTranslations("talent");
  const locale = useLocale();
  const named = useNamed();
  return (
    <ListTable
      list="demands"
      caption={t("demand.title")}
      rows={rows}
      rowKey={(row) => row.id}
      sort={sort}
      href={href}
      empty={empty}
      columns={[
        {
          key: "occupation",
          header: t("demand.field.occupation"),
          cell: (row) => (
            <>
              <Link href={`${base}/demands/${row.id}`} prefetch={false}>
                {named(row.occupation)}
              </Link>
              <span className="block text-sm text-muted">{row.organization.name}</span>
            </>
          ),
        },
        {
          key: "skill",
          header: t("demand.field.skillLevel"),
          hideBelow: "md",
          cell: (row) => t(`skill.${row.skillLevel}`),
        },
        {
          key: "headcount",
          header: t("demand.field.headcount"),
          align: "end",
          sort: "headcount",
          cell: (row) => formatCount(row.headcount, locale),
        },
        {
          key: "progress",
          header: t("demand.field.progress"),
          align: "end",
          hideBelow: "sm",
          cell: (row) => `${formatCount(row.taken, locale)} / ${formatCount(row.hired, locale)}`,
        },
        {
          key: "fromOn",
          header: t("demand.field.fromOn"),
          sort: "fromOn",
          hideBelow: "md",
          cell: (row) => (
            <span className="whitespace-nowrap tabular-nums">{formatDay(row.fromOn, locale)}</span>
          ),
        },
        {
          key: "state",
          header: t("demand.field.state"),
          cell: (row) => (
            <>
              <DemandBadge state={row.state} />
              <p className="mt-1 text-sm text-muted lg:hidden">
                <DemandWaiting demand={row} />
              </p>
            </>
          ),
        },
        {
          key: "waiting",
          header: t("demand.field.waiting"),
          hideBelow: "lg",
          cell: (row) => <DemandWaiting demand={row} />,
        },
      ]}
    />
  );
}
