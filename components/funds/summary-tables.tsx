import Link from "next/link";
import { useLocale, useTranslations } from "next-intl";
import type { FundSummary } from "@/lib/features/funds/schema/reports";
import { formatMoney, moneyUnitFor } from "@/lib/i18n/format";
import { Badge } from "../ui/badge";
import { type Column, DataTable } from "../ui/data-table";
import { Money } from "./money";

type Amount = { cash: string; inKind: string };
type Amounts = { promised: Amount; received: Amount; spent?: Amount };

const parts = [
  ["promisedCash", "promised", "cash"],
  ["receivedCash", "received", "cash"],
  ["spentCash", "spent", "cash"],
  ["promisedKind", "promised", "inKind"],
  ["receivedKind", "received", "inKind"],
  ["spentKind", "spent", "inKind"],
] as const;

/** One unit for all columns: they are compared with each other. Who gives does not spend: then there are four. */
function useAmountColumns<Row extends Amounts>(rows: readonly Row[]) {
  const t = useTranslations("funds");
  const locale = useLocale();
  const shown = parts.filter(([, side]) => rows.some((row) => row[side] !== undefined));
  const unit = moneyUnitFor(
    rows.flatMap((row) => shown.map(([, side, kind]) => row[side]?.[kind] ?? "0.00")),
    locale,
  );
  const columns: Column<Row>[] = shown.map(([name, side, kind]) => ({
    key: name,
    header: t(`column.${name}`),
    align: "end",
    ...(kind === "inKind" && { hideBelow: "sm" as const }),
    cell: (row) => <Money yuan={row[side]?.[kind] ?? "0.00"} unit={unit} />,
  }));
  return { columns, unit, note: t("unitNote", { unit: formatMoney("1.00", locale, unit).unit }) };
}

export function YearTable({
  years,
  hrefOf,
}: {
  years: FundSummary["years"];
  hrefOf: (year: number) => string;
}) {
  const t = useTranslations("funds");
  const { columns, note } = useAmountColumns(years);
  return (
    <>
      <p className="mb-1 text-right text-sm text-muted">{note}</p>
      <DataTable
        caption={t("byYear")}
        rows={years.toReversed()}
        rowKey={(row) => String(row.year)}
        columns={[
          {
            key: "year",
            header: t("column.year"),
            cell: (row) => <Link href={hrefOf(row.year)}>{row.year}</Link>,
          },
          ...columns,
          {
            key: "state",
            header: t("column.state"),
            hideBelow: "md",
            cell: (row) =>
              row.state !== "open" && (
                <Badge tone={row.state === "closed" ? "decided" : "attention"}>
                  {t(`years.${row.state}`)}
                </Badge>
              ),
          },
        ]}
      />
    </>
  );
}

export function OrganizationTable({
  organizations,
  hrefOf,
}: {
  organizations: FundSummary["organizations"];
  hrefOf: (id: string) => string;
}) {
  const t = useTranslations("funds");
  const { columns, unit, note } = useAmountColumns(organizations);
  return (
    <>
      <p className="mb-1 text-right text-sm text-muted">{note}</p>
      <DataTable
        caption={t("byOrganization")}
        rows={organizations}
        rowKey={(row) => row.id}
        columns={[
          {
            key: "name",
            header: t("column.organization"),
            cell: (row) => (
              <Link href={hrefOf(row.id)} className="inline-block min-w-32">
                {row.name}
              </Link>
            ),
          },
          ...columns,
          {
            key: "conditional",
            header: t("column.conditional"),
            align: "end",
            hideBelow: "md",
            cell: (row) => <Money yuan={row.conditional.cash} unit={unit} />,
          },
        ]}
      />
    </>
  );
}
