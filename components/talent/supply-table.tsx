import Link from "next/link";
import { useLocale, useTranslations } from "next-intl";
import type { ReactNode } from "react";
import type { SupplyRow } from "@/lib/features/talent/schema/supply";
import { formatCount } from "@/lib/i18n/format";
import type { AddressChanges } from "../ui/data-table";
import { keep } from "../ui/keep";
import { ListTable } from "../ui/list-table";
import { SupplyBadge } from "./badges";
import { supplyWaiting } from "./waiting-words";
import { useAcademicYear } from "./words";

type Props = {
  rows: readonly SupplyRow[];
  base: string;
  sort: string;
  href: (changes: AddressChanges) => string;
  empty: ReactNode;
};

/** 学校人才培养资源库 */
export function SupplyTable({ rows, base, sort, href, empty }: Props) {
  const t = useTranslations("talent.supply");
  const locale = useLocale();
  const year = useAcademicYear();
  const waiting = (row: SupplyRow) => {
    const words = supplyWaiting(row, locale);
    return words && t.rich(words.key, { ...words.values, keep });
  };
  const number = (key: "onRoll" | "capacity" | "taken", hideBelow: "sm" | "lg") => ({
    key,
    header: t(`field.${key}`),
    align: "end" as const,
    hideBelow,
    cell: (row: SupplyRow) => formatCount(row[key], locale),
  });
  return (
    <ListTable
      list="supplies"
      caption={t("title")}
      rows={rows}
      rowKey={(row) => row.id}
      sort={sort}
      href={href}
      empty={empty}
      columns={[
        {
          key: "programme",
          header: t("field.programme"),
          sort: "school",
          cell: (row) => (
            <>
              <Link href={`${base}/supply/${row.id}`} prefetch={false}>
                {row.programme}
              </Link>
              <span className="block text-sm text-muted">{row.school.name}</span>
              <span className="block text-sm text-muted lg:hidden">{waiting(row)}</span>
            </>
          ),
        },
        {
          key: "year",
          header: t("field.year"),
          hideBelow: "md",
          cell: (row) => <span className="whitespace-nowrap">{year(row.academicYear)}</span>,
        },
        number("onRoll", "lg"),
        number("capacity", "lg"),
        {
          key: "graduates",
          header: t("field.graduates"),
          align: "end",
          sort: "graduates",
          cell: (row) => formatCount(row.graduates, locale),
        },
        number("taken", "sm"),
        {
          key: "state",
          header: t("field.state"),
          cell: (row) => <SupplyBadge state={row.state} />,
        },
        { key: "waiting", header: t("field.waiting"), hideBelow: "lg", cell: waiting },
      ]}
    />
  );
}
