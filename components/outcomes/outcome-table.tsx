import Link from "next/link";
import { useLocale, useTranslations } from "next-intl";
import type { ReactNode } from "react";
import type { OutcomeRow } from "@/lib/features/outcomes/schema/records";
import { formatCount, formatDay, nothing } from "@/lib/i18n/format";
import type { AddressChanges } from "../ui/data-table";
import { ListTable } from "../ui/list-table";
import { OutcomeStateBadge } from "./state-badge";

/** Rows of outcome records; each quantity carries its unit, because a list may mix metrics. */
export function OutcomeTable({
  rows,
  base,
  sort,
  href,
  empty,
}: {
  rows: readonly OutcomeRow[];
  /** Address of the list; a record lies below it. */
  base: string;
  sort: string;
  href: (changes: AddressChanges) => string;
  empty: ReactNode;
}) {
  const t = useTranslations("outcomes.column");
  const level = useTranslations("outcomes.level");
  const title = useTranslations("outcomes")("title");
  const locale = useLocale();
  return (
    <ListTable
      list="outcomes"
      caption={title}
      rows={rows}
      rowKey={(row) => row.id}
      sort={sort}
      href={href}
      empty={empty}
      columns={[
        {
          key: "title",
          header: t("title"),
          cell: (row) => (
            <Link href={`${base}/${row.id}`} prefetch={false}>
              {row.title}
            </Link>
          ),
        },
        {
          key: "metric",
          header: t("metric"),
          cell: (row) => (
            <>
              {locale === "en" ? row.metricEn : row.metricZh}
              {row.level && <span className="text-muted"> · {level(row.level)}</span>}
            </>
          ),
        },
        {
          key: "organization",
          header: t("organization"),
          hideBelow: "md",
          cell: (row) => row.organizationName,
        },
        {
          key: "occurredOn",
          header: t("occurredOn"),
          sort: "occurredOn",
          hideBelow: "md",
          cell: (row) => formatDay(row.occurredOn, locale),
        },
        { key: "year", header: t("year"), align: "end", hideBelow: "lg", cell: (row) => row.year },
        {
          key: "quantity",
          header: t("quantity"),
          align: "end",
          sort: "quantity",
          cell: (row) => (
            <span className="whitespace-nowrap">
              {formatCount(Number(row.quantity) + Number(row.adjustment), locale)}{" "}
              {locale === "en" ? row.unitEn : row.unitZh}
            </span>
          ),
        },
        ...(rows.some((row) => row.share !== null)
          ? [
              {
                key: "share",
                header: t("share"),
                align: "end" as const,
                cell: (row: OutcomeRow) => (row.share === null ? nothing : `${row.share}%`),
              },
            ]
          : []),
        {
          key: "state",
          header: t("state"),
          cell: (row) => <OutcomeStateBadge state={row.state} />,
        },
      ]}
    />
  );
}
