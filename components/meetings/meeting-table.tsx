import Link from "next/link";
import { useLocale, useTranslations } from "next-intl";
import type { ReactNode } from "react";
import type { MeetingRow } from "@/lib/features/meetings/schema/record";
import { formatInstant } from "@/lib/i18n/format";
import { Badge } from "../ui/badge";
import type { AddressChanges } from "../ui/data-table";
import { keep } from "../ui/keep";
import { ListTable } from "../ui/list-table";
import { bodyName } from "./body-name";
import { meetingWaiting } from "./waiting-words";

type Props = {
  rows: readonly MeetingRow[];
  base: string;
  sort: string;
  href: (changes: AddressChanges) => string;
  empty: ReactNode;
};

export function MeetingTable({ rows, base, sort, href, empty }: Props) {
  const t = useTranslations("meetings");
  const locale = useLocale();
  const waiting = (row: MeetingRow) => {
    const words = meetingWaiting(row, locale);
    return words && t.rich(words.key, { ...words.values, keep });
  };
  return (
    <ListTable
      list="meetings"
      caption={t("title")}
      rows={rows}
      rowKey={(row) => row.id}
      sort={sort}
      href={href}
      empty={empty}
      columns={[
        {
          key: "heldAt",
          header: t("column.heldAt"),
          sort: "heldAt",
          cell: (row) => (
            <span className="whitespace-nowrap tabular-nums">
              {formatInstant(new Date(row.heldAt), locale)}
            </span>
          ),
        },
        {
          key: "title",
          header: t("column.title"),
          cell: (row) => (
            <>
              <Link href={`${base}/${row.id}`} prefetch={false}>
                {row.title}
              </Link>{" "}
              {!row.recordOnly && <Badge>{t(`state.${row.state}`)}</Badge>}
              <p className="text-sm text-muted lg:hidden">{waiting(row)}</p>
            </>
          ),
        },
        { key: "waiting", header: t("column.waiting"), hideBelow: "lg", cell: waiting },
        {
          key: "body",
          header: t("column.body"),
          hideBelow: "md",
          cell: (row) => bodyName(row.body, locale),
        },
        {
          key: "present",
          header: t("column.present"),
          align: "end",
          hideBelow: "sm",
          cell: (row) =>
            row.seatsFilled === null
              ? "—"
              : t("presentOf", { present: row.present, seats: row.seatsFilled }),
        },
        {
          key: "items",
          header: t("column.items"),
          align: "end",
          hideBelow: "lg",
          cell: (row) => row.items,
        },
        {
          key: "carried",
          header: t("column.carried"),
          align: "end",
          hideBelow: "sm",
          cell: (row) => row.carried,
        },
        {
          key: "contradictions",
          header: t("column.contradictions"),
          hideBelow: "md",
          cell: (row) =>
            row.contradictions > 0 ? (
              <Badge tone="attention">
                {t("contradictionCount", { count: row.contradictions })}
              </Badge>
            ) : (
              <span className="text-muted">{t("noContradiction")}</span>
            ),
        },
      ]}
    />
  );
}
