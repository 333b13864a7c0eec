import Link from "next/link";
import { useLocale, useTranslations } from "next-intl";
import type { ReactNode } from "react";
import type { SetRow } from "@/lib/features/indicators/schema";
import { formatDay, nothing } from "@/lib/i18n/format";
import { ListTable } from "../ui/list-table";
import { SetBadge } from "./set-badge";

export function SetTable({
  rows,
  base,
  empty,
}: {
  rows: readonly SetRow[];
  base: string;
  empty: ReactNode;
}) {
  const t = useTranslations("indicators");
  const locale = useLocale();
  return (
    <ListTable
      list="indicators"
      caption={t("title")}
      rows={rows}
      rowKey={(row) => row.id}
      empty={empty}
      columns={[
        {
          key: "set",
          header: t("field.set"),
          cell: (row) => (
            <Link href={`${base}/${row.id}`}>
              {(locale === "en" && row.nameEn) || row.nameZh} ·{" "}
              {t("edition", { edition: row.edition })}
            </Link>
          ),
        },
        {
          key: "state",
          header: t("field.state"),
          cell: (row) => <SetBadge state={row.state} />,
        },
        {
          key: "asked",
          header: t("field.indicators"),
          align: "end",
          cell: (row) => row.asked,
        },
        {
          key: "from",
          header: t("field.validFrom"),
          hideBelow: "sm",
          cell: (row) => (row.validFrom ? formatDay(row.validFrom, locale) : nothing),
        },
        {
          key: "source",
          header: t("field.source"),
          hideBelow: "md",
          cell: (row) => row.source,
        },
      ]}
    />
  );
}
