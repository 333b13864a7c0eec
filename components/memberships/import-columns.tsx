import { useTranslations } from "next-intl";
import {
  type ImportColumn,
  importColumns,
  memberPositions,
} from "@/lib/features/memberships/types";
import { organizationKinds } from "@/lib/features/organizations/types";
import { DataTable } from "../ui/data-table";

const needed: readonly ImportColumn[] = ["name", "kind"];

/** What the file may hold, column by column. */
export function ImportColumns() {
  const t = useTranslations("memberships.import");
  const kind = useTranslations("organizations.kind");
  const position = useTranslations("memberships.position");
  const examples: Partial<Record<ImportColumn, string>> = {
    kind: organizationKinds
      .slice(0, 6)
      .map((one) => kind(one))
      .join(" · "),
    position: memberPositions
      .slice(3)
      .map((one) => position(one))
      .join(" · "),
  };
  return (
    <DataTable
      caption={t("columnsTitle")}
      rows={importColumns}
      rowKey={(column) => column}
      columns={[
        {
          key: "column",
          header: t("columnsTitle"),
          cell: (column) => (
            <span className="font-medium whitespace-nowrap">
              {t(`column.${column}`)}
              {needed.includes(column) && (
                <span className="ml-2 font-normal text-muted">{t("needed")}</span>
              )}
            </span>
          ),
        },
        {
          key: "explain",
          header: t("remarks"),
          cell: (column) => t(`explain.${column}`, { words: examples[column] ?? "" }),
        },
      ]}
    />
  );
}
