import Link from "next/link";
import { useTranslations } from "next-intl";
import type { Coverage } from "@/lib/features/reporting/schema/cycles";
import { DataTable } from "../ui/data-table";
import { EmptyState } from "../ui/empty-state";
import { ReportBadge } from "./state-badge";

/** Organizations × cycles: each cell says its state in a word and a colour, and leads to the report. */
export function CoverageTable({ matrix, base }: { matrix: Coverage; base: string }) {
  const t = useTranslations("reporting");
  return (
    <DataTable
      caption={t("tab.coverage")}
      rows={matrix.items}
      rowKey={(row) => row.organizationId}
      empty={<EmptyState title={t("matrixEmpty")} />}
      columns={[
        {
          key: "organization",
          header: t("field.organization"),
          cell: (row) => <span className="block min-w-28">{row.organizationName}</span>,
        },
        ...matrix.cycles.map((cycle) => ({
          key: cycle.id,
          header: cycle.name,
          cell: (row: Coverage["items"][number]) => {
            const cell = row.cells.find(({ cycleId }) => cycleId === cycle.id);
            return cell ? (
              <Link href={`${base}/${cell.obligationId}`} className="no-underline">
                <ReportBadge {...cell} />
              </Link>
            ) : (
              <span className="text-muted">{t("none")}</span>
            );
          },
        })),
      ]}
    />
  );
}
