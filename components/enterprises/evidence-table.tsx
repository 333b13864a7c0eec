import { useLocale, useTranslations } from "next-intl";
import { Money } from "@/components/funds/money";
import { DataTable } from "@/components/ui/data-table";
import { EmptyState } from "@/components/ui/empty-state";
import type { Evidence } from "@/lib/features/enterprises/schema";
import { formatCount, formatDay, nothing } from "@/lib/i18n/format";

/** The list that goes with an application for incentives: one line per paper, with its number. */
export function EvidenceTable({ evidence }: { evidence: readonly Evidence[] }) {
  const t = useTranslations("enterprises");
  const locale = useLocale();
  return (
    <DataTable
      caption={t("evidence")}
      rows={evidence}
      rowKey={(row) => `${row.kind} ${row.id} ${row.on} ${row.paper} ${row.amount}`}
      columns={[
        { key: "on", header: t("day"), hideBelow: "md", cell: (row) => formatDay(row.on, locale) },
        {
          key: "kind",
          header: t("kind"),
          hideBelow: "md",
          cell: (row) => t(`evidenceKind.${row.kind}`),
        },
        {
          key: "title",
          header: t("what"),
          cell: (row) => (
            <>
              {row.title}
              {/* A phone and a sheet of A4 have room for what it is and how much; the rest stands below it. */}
              <span className="block text-muted md:hidden">
                {[
                  formatDay(row.on, locale),
                  t(`evidenceKind.${row.kind}`),
                  row.paper,
                  row.people !== null && `${t("heads")} ${formatCount(row.people, locale)}`,
                ]
                  .filter(Boolean)
                  .join(" · ")}
              </span>
            </>
          ),
        },
        {
          key: "paper",
          header: t("paper"),
          hideBelow: "md",
          cell: (row) => row.paper ?? nothing,
        },
        {
          key: "amount",
          header: t("amount"),
          align: "end",
          cell: (row) => (row.amount ? <Money yuan={row.amount} unit="yuan" /> : nothing),
        },
        {
          key: "people",
          header: t("heads"),
          align: "end",
          hideBelow: "md",
          cell: (row) => (row.people === null ? nothing : formatCount(row.people, locale)),
        },
      ]}
      empty={<EmptyState title={t("evidenceNone")} hint={t("evidenceNoneHint")} />}
    />
  );
}
