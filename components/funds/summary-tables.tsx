import Link from "next/link";
import { useLocale, useTranslations } from "next-intl";
import type { FundSummary } from "@/lib/features/funds/schema";
import { formatMoney, moneyUnitFor } from "@/lib/i18n/format";
import { type Column, DataTable } from "../ui/data-table";
import { Money } from "./money";

type Amounts = {
  promised: { cash: string; inKind: string };
  received: { cash: string; inKind: string };
};

const parts = [
  ["promisedCash", "promised", "cash"],
  ["receivedCash", "received", "cash"],
  ["promisedKind", "promised", "inKind"],
  ["receivedKind", "received", "inKind"],
] as const;

/** One unit for all four columns: they are compared with each other. */
function useAmountColumns<Row extends Amounts>(rows: readonly Row[]) {
  const t = useTranslations("funds");
  const locale = useLocale();
  const unit = moneyUnitFor(
    rows.flatMap((row) => parts.map(([, side, kind]) => row[side][kind])),
    locale,
  );
  const columns: Column<Row>[] = parts.map(([name, side, kind]) => ({
    key: name,
    header: t(`column.${name}`),
    align: "end",
    cell: (row) => <Money yuan={row[side][kind]} unit={unit} />,
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
