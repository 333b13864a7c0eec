import { useLocale, useTranslations } from "next-intl";
import type { AlertRow } from "@/lib/features/alerts/schema";
import { formatDay } from "@/lib/i18n/format";
import { Badge } from "../ui/badge";
import { type Column, DataTable } from "../ui/data-table";
import { EmptyState } from "../ui/empty-state";
import { EndForm } from "./alert-forms";
import { useAlertWords } from "./words";

/** Own alerts, with what the last look found. */
export function AlertTable({ tenant, items }: { tenant: string; items: readonly AlertRow[] }) {
  const t = useTranslations("alerts");
  const locale = useLocale();
  const words = useAlertWords();
  const columns: Column<AlertRow>[] = [
    {
      key: "what",
      header: t("column.what"),
      cell: (row) => (
        <>
          <span className="block">{words.conditionOf(row)}</span>
          <span className="text-sm text-muted">
            {words.scopeOf(row.about, row.filters, row.organization)}
          </span>
        </>
      ),
    },
    {
      key: "result",
      header: t("column.result"),
      cell: ({ result, checkedOn }) =>
        result === null ? (
          <span className="text-muted">{t("never")}</span>
        ) : (
          <span className="flex flex-wrap items-baseline gap-x-2">
            {result === "raised" || result === "failed" ? (
              <Badge tone="problem">{t(`result.${result}`)}</Badge>
            ) : (
              <span>{t(`result.${result}`)}</span>
            )}
            <span className="text-sm whitespace-nowrap text-muted">
              {formatDay(checkedOn, locale)}
            </span>
          </span>
        ),
    },
    { key: "end", header: t("column.end"), cell: ({ id }) => <EndForm tenant={tenant} id={id} /> },
  ];
  return (
    <DataTable
      caption={t("mine")}
      rows={items}
      rowKey={({ id }) => id}
      columns={columns}
      empty={<EmptyState title={t("none")} hint={t("noneHint")} />}
    />
  );
}
