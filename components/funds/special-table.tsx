import { useLocale, useTranslations } from "next-intl";
import type { SpecialFund } from "@/lib/features/funds/schema/promises";
import { formatCount, formatMoney, moneyUnitFor } from "@/lib/i18n/format";
import { fenOf, yuanText } from "@/lib/kernel/money";
import { DataTable } from "../ui/data-table";
import { EmptyState } from "../ui/empty-state";
import { Money } from "./money";

/** Special funds with what is allocated, arrived and left. */
export function SpecialTable({ rows }: { rows: readonly SpecialFund[] }) {
  const t = useTranslations("funds");
  const locale = useLocale();
  const unit = moneyUnitFor(
    rows.map((row) => row.total),
    locale,
  );
  const word = formatMoney("1.00", locale, unit).unit;
  const amount = (key: "total" | "allocated" | "received") => ({
    key,
    header: t("inUnit", { name: t(`special.${key}`), unit: word }),
    align: "end" as const,
    ...(key === "received" && { hideBelow: "md" as const }),
    cell: (row: SpecialFund) => <Money yuan={row[key]} unit={unit} />,
  });
  return (
    <DataTable
      caption={t("special.title")}
      rows={rows}
      rowKey={(row) => row.id}
      empty={<EmptyState title={t("special.empty")} />}
      columns={[
        {
          key: "title",
          header: t("special.fund"),
          cell: (row) => (
            <>
              {row.title}
              <p className="text-sm text-muted">
                {row.governmentName} · {String(row.year)}
              </p>
              <p className="text-sm text-muted">{row.basis}</p>
            </>
          ),
        },
        amount("total"),
        amount("allocated"),
        {
          key: "left",
          header: t("inUnit", { name: t("special.left"), unit: word }),
          align: "end",
          hideBelow: "sm",
          cell: (row) => (
            <Money yuan={yuanText(fenOf(row.total) - fenOf(row.allocated))} unit={unit} />
          ),
        },
        amount("received"),
        {
          key: "projects",
          header: t("special.projects"),
          align: "end",
          hideBelow: "md",
          cell: (row) => formatCount(row.projects, locale),
        },
      ]}
    />
  );
}
