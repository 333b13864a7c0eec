import Link from "next/link";
import { useLocale, useTranslations } from "next-intl";
import type { ElectionRow } from "@/lib/features/elections/schema";
import { formatDay } from "@/lib/i18n/format";
import { Badge } from "../ui/badge";
import { DataTable } from "../ui/data-table";
import { EmptyState } from "../ui/empty-state";
import { ElectionStateBadge } from "./state-badge";

export function ElectionTable({ rows, tenant }: { rows: readonly ElectionRow[]; tenant: string }) {
  const t = useTranslations("elections");
  const locale = useLocale();
  return (
    <DataTable
      caption={t("title")}
      rows={rows}
      rowKey={({ id }) => id}
      empty={<EmptyState title={t("empty")} hint={t("emptyHint")} />}
      columns={[
        {
          key: "title",
          header: t("column.title"),
          cell: (row) => (
            <>
              <Link href={`/a/${tenant}/elections/${row.id}`}>{row.title}</Link>
              {row.toCast > 0 && (
                <span className="ml-2">
                  <Badge tone="attention">{t("toCast", { count: row.toCast })}</Badge>
                </span>
              )}
            </>
          ),
        },
        {
          key: "body",
          header: t("column.body"),
          hideBelow: "md",
          cell: (row) => (locale === "en" && row.bodyNameEn) || row.bodyName,
        },
        {
          key: "kind",
          header: t("column.kind"),
          hideBelow: "md",
          cell: (row) =>
            `${row.byElection ? t("byElection") : t("newTerm")} · ${t(`contest.${row.contest}`)}`,
        },
        { key: "seats", header: t("column.seats"), align: "end", cell: (row) => row.seats },
        {
          key: "starts",
          header: t("column.starts"),
          hideBelow: "lg",
          cell: (row) => formatDay(row.startsOn, locale),
        },
        {
          key: "state",
          header: t("column.state"),
          cell: (row) => <ElectionStateBadge state={row.state} />,
        },
      ]}
    />
  );
}
