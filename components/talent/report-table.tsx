import Link from "next/link";
import { useLocale, useTranslations } from "next-intl";
import type { ReactNode } from "react";
import type { ReportRow } from "@/lib/features/talent/schema/reports";
import { formatInstant, nothing } from "@/lib/i18n/format";
import { Badge } from "../ui/badge";
import { ListTable } from "../ui/list-table";
import { ReportBadge } from "./badges";

type Props = { rows: readonly ReportRow[]; base: string; empty: ReactNode };

/** Reports with their editions; a corrected one says so. */
export function ReportTable({ rows, base, empty }: Props) {
  const t = useTranslations("talent.report");
  const locale = useLocale();
  return (
    <ListTable
      list="talent-reports"
      caption={t("title")}
      rows={rows}
      rowKey={(row) => row.id}
      empty={empty}
      columns={[
        {
          key: "kind",
          header: t("field.kind"),
          cell: (row) => (
            <>
              <Link href={`${base}/reports/${row.id}`} prefetch={false}>
                {t(`kind.${row.kind}`)}
              </Link>
              <span className="block text-sm text-muted">{row.issuer.name}</span>
            </>
          ),
        },
        { key: "year", header: t("field.year"), align: "end", cell: (row) => String(row.year) },
        {
          key: "state",
          header: t("field.state"),
          cell: (row) => (
            <span className="inline-flex flex-wrap gap-1">
              <ReportBadge state={row.state} />
              {row.edition !== null && <Badge>{t("edition", { edition: row.edition })}</Badge>}
              {row.corrected && <Badge tone="attention">{t("corrected")}</Badge>}
            </span>
          ),
        },
        {
          key: "published",
          header: t("field.publishedAt"),
          hideBelow: "md",
          cell: (row) =>
            row.publishedAt ? formatInstant(new Date(row.publishedAt), locale) : nothing,
        },
      ]}
    />
  );
}
