import { useLocale, useTranslations } from "next-intl";
import type { z } from "zod";
import type { noticesOutput } from "@/lib/features/applications/schema";
import { formatDay } from "@/lib/i18n/format";
import { DataTable } from "../ui/data-table";
import { EmptyState } from "../ui/empty-state";

type Row = z.output<typeof noticesOutput>["items"][number];

/** What hangs on the wall: who, as what, by which resolution, until when one may object. */
export function NoticeTable({ rows }: { rows: readonly Row[] }) {
  const t = useTranslations("applications");
  const n = useTranslations("applications.notice");
  const kind = useTranslations("organizations.kind");
  const position = useTranslations("memberships.position");
  const locale = useLocale();
  return (
    <DataTable
      caption={n("title")}
      rows={rows}
      rowKey={(row) => `${row.organizationName} ${row.from}`}
      empty={<EmptyState title={n("empty")} hint={n("emptyHint")} />}
      columns={[
        { key: "name", header: t("column.organization"), cell: (row) => row.organizationName },
        {
          key: "kind",
          header: t("column.kind"),
          cell: (row) => kind(row.kind),
          hideBelow: "sm",
        },
        {
          key: "position",
          header: t("column.position"),
          cell: (row) => position(row.requestedPosition),
        },
        {
          key: "resolution",
          header: n("resolution"),
          cell: (row) =>
            n("code", { body: row.bodyName, year: String(row.year), number: row.number }),
          hideBelow: "md",
        },
        {
          key: "until",
          header: n("until"),
          cell: (row) => formatDay(row.until, locale),
        },
      ]}
    />
  );
}
