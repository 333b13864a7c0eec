import Link from "next/link";
import { useLocale, useTranslations } from "next-intl";
import type { ReactNode } from "react";
import type { Part, Parts } from "@/lib/features/dashboards/schema";
import { formatCount, formatDay, nothing } from "@/lib/i18n/format";
import { addressWith } from "@/lib/kernel/address";
import { fenOf, yuanText } from "@/lib/kernel/money";
import type { Column } from "../ui/data-table";
import { ListTable } from "../ui/list-table";

/** Shares by member and year; today's share opens the records that make it up. */
export function PartsTable({
  tenant,
  parts,
  empty,
}: {
  tenant: string;
  parts: Parts;
  empty: ReactNode;
}) {
  const t = useTranslations("dashboards");
  const locale = useLocale();
  const count = (quantity: string) => formatCount(Number(quantity), locale);
  const recordsOf = ({ organization, year }: Part) =>
    addressWith(`/a/${tenant}/outcomes`, {
      metric: parts.code,
      state: parts.state,
      organization: organization.id,
      year: String(year),
    });
  const moved = (part: Part) => {
    const difference = fenOf(part.now) - fenOf(part.value);
    if (difference === 0n) return nothing;
    return `${difference > 0n ? "+" : ""}${count(yuanText(difference))}`;
  };
  const columns: Column<Part>[] = [
    { key: "member", header: t("parts.member"), cell: (part) => part.organization.name },
    { key: "year", header: t("year"), align: "end", cell: (part) => part.year },
    ...(parts.past
      ? [
          {
            key: "then",
            header: formatDay(parts.past, locale),
            align: "end" as const,
            cell: (part: Part) => count(part.value),
          },
          {
            key: "records",
            header: t("parts.records"),
            align: "end" as const,
            hideBelow: "sm" as const,
            cell: (part: Part) => part.records,
          },
        ]
      : []),
    {
      key: "now",
      header: t("parts.now"),
      align: "end",
      cell: (part) =>
        part.nowRecords > 0 ? <Link href={recordsOf(part)}>{count(part.now)}</Link> : nothing,
    },
    ...(parts.past
      ? [{ key: "moved", header: t("parts.moved"), align: "end" as const, cell: moved }]
      : []),
  ];
  return (
    <ListTable
      list="parts"
      caption={t("parts.title")}
      rows={parts.items}
      rowKey={(part) => `${part.organization.id}-${part.year}`}
      columns={columns}
      empty={empty}
    />
  );
}
