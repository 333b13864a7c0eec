import { useLocale, useTranslations } from "next-intl";
import { DataTable } from "@/components/ui/data-table";
import { EmptyState } from "@/components/ui/empty-state";
import type { InterestRow } from "@/lib/features/interests/schema";
import { formatDay } from "@/lib/i18n/format";
import { EndInterestForm } from "./declare-form";

type Props = { tenant: string; rows: readonly InterestRow[]; today: string };

export function InterestTable({ tenant, rows, today }: Props) {
  const t = useTranslations("interests");
  const locale = useLocale() as "zh-CN" | "en";
  return (
    <DataTable
      caption={t("title")}
      rows={rows}
      rowKey={(row) => row.id}
      empty={<EmptyState title={t("empty")} hint={t("emptyHint")} />}
      columns={[
        { key: "name", header: t("column.name"), cell: (row) => row.name },
        { key: "counterpart", header: t("column.counterpart"), cell: (row) => row.counterpart },
        {
          key: "kind",
          header: t("field.kind"),
          cell: (row) => [t(`kind.${row.kind}`), row.note].filter(Boolean).join("："),
        },
        {
          key: "time",
          header: t("column.time"),
          hideBelow: "md",
          cell: (row) =>
            row.validTo
              ? t("fromTo", {
                  from: formatDay(row.validFrom, locale),
                  to: formatDay(row.validTo, locale),
                })
              : t("since", { from: formatDay(row.validFrom, locale) }),
        },
        {
          key: "end",
          header: t("column.step"),
          cell: (row) =>
            row.validTo === null && row.validFrom <= today ? (
              <EndInterestForm tenant={tenant} interestId={row.id} today={today} />
            ) : (
              (row.ended && t("ended")) || null
            ),
        },
      ]}
    />
  );
}
