import Link from "next/link";
import { useLocale, useTranslations } from "next-intl";
import type { z } from "zod";
import type { allianceRow } from "@/lib/features/alliances/schema/alliances";
import { formatCount, nothing } from "@/lib/i18n/format";
import { Badge } from "../ui/badge";
import { DataTable } from "../ui/data-table";
import { EmptyState } from "../ui/empty-state";

type Row = z.output<typeof allianceRow>;

/** Every alliance on the platform, also those in preparation that nobody else sees yet. */
export function AllianceTable({ rows }: { rows: readonly Row[] }) {
  const t = useTranslations("alliances");
  const o = useTranslations("organizations.level");
  const locale = useLocale();
  return (
    <DataTable
      caption={t("create.list")}
      rows={rows}
      rowKey={({ slug }) => slug}
      empty={<EmptyState title={t("create.none")} hint={t("create.noneHint")} />}
      columns={[
        {
          key: "name",
          header: t("field.name"),
          cell: (row) => (
            <div className="min-w-40">
              <Link href={`/a/${row.slug}`} className="inline-block min-h-6 font-medium">
                {(locale === "en" && row.nameEn) || row.name}
              </Link>
              <p className="text-muted">{`/a/${row.slug}`}</p>
            </div>
          ),
        },
        {
          key: "type",
          header: t("field.type"),
          cell: (row) => t(`type.${row.type}`),
          hideBelow: "sm",
        },
        {
          key: "level",
          header: t("field.level"),
          cell: (row) => (row.level ? o(row.level) : nothing),
          hideBelow: "lg",
        },
        { key: "status", header: t("field.status"), cell: (row) => t(`status.${row.status}`) },
        {
          key: "published",
          header: t("create.visible"),
          cell: (row) => (
            <Badge tone={row.published ? "ok" : "attention"}>
              {t(row.published ? "create.public" : "create.hidden")}
            </Badge>
          ),
        },
        {
          key: "members",
          header: t("create.members"),
          cell: (row) => formatCount(row.members, locale),
          align: "end",
          hideBelow: "md",
        },
      ]}
    />
  );
}
