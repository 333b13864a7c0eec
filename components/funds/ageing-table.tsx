import Link from "next/link";
import { useLocale, useTranslations } from "next-intl";
import type { Ageing } from "@/lib/features/funds/schema/reports";
import { ageBands } from "@/lib/features/funds/types";
import { formatCount, formatDay, formatMoney, moneyUnitFor } from "@/lib/i18n/format";
import type { Column } from "../ui/data-table";
import { EmptyState } from "../ui/empty-state";
import { ListTable } from "../ui/list-table";
import { Stat } from "../ui/stat";
import { Money } from "./money";

type Row = Ageing["items"][number];

/** All givers together, band by band, cash and goods apart. */
export function AgeTiles({ ageing }: { ageing: Ageing }) {
  const t = useTranslations("funds");
  const locale = useLocale();
  const unit = moneyUnitFor(
    ageBands.flatMap((band) => [ageing.cash[band], ageing.inKind[band]]),
    locale,
  );
  return (
    <div className="grid grid-cols-2 gap-3 xl:grid-cols-4">
      {ageBands.map((band) => {
        const cash = formatMoney(ageing.cash[band], locale, unit);
        const kind = formatMoney(ageing.inKind[band], locale, unit);
        return (
          <Stat
            key={band}
            label={t("sideKind", { side: t(`ageing.${band}`), kind: t("ageing.cash") })}
            value={<span title={cash.exact}>{cash.text}</span>}
            unit={cash.unit}
            note={`${t("ageing.inKind")} ${kind.text} ${kind.unit}`}
          />
        );
      })}
    </div>
  );
}

export function AgeingTable({ tenant, ageing }: { tenant: string; ageing: Ageing }) {
  const t = useTranslations("funds");
  const locale = useLocale();
  const unit = moneyUnitFor(
    ageing.items.flatMap((row) => [row.total.cash, row.total.inKind]),
    locale,
  );
  const columns: Column<Row>[] = [
    {
      key: "name",
      header: t("ageing.organization"),
      cell: (row) => (
        <Link
          href={`/a/${tenant}/funds/ledger?organization=${row.id}&side=promised`}
          className="inline-block min-w-32"
        >
          {row.name}
        </Link>
      ),
    },
    {
      key: "oldest",
      header: t("ageing.oldest"),
      hideBelow: "sm",
      cell: (row) => (
        <span className="whitespace-nowrap">{formatDay(row.oldestDueOn, locale)}</span>
      ),
    },
    {
      key: "promises",
      header: t("ageing.promises"),
      align: "end",
      hideBelow: "md",
      cell: (row) => formatCount(row.promises, locale),
    },
    ...ageBands.map(
      (band): Column<Row> => ({
        key: band,
        header: t(`ageing.${band}`),
        align: "end",
        hideBelow: "md",
        cell: (row) => (
          <>
            <Money yuan={row.cash[band]} unit={unit} />
            {row.inKind[band] !== "0.00" && (
              <p className="text-sm text-muted">
                {t("ageing.inKind")} <Money yuan={row.inKind[band]} unit={unit} />
              </p>
            )}
          </>
        ),
      }),
    ),
    {
      key: "all",
      header: t("inUnit", {
        name: t("ageing.all"),
        unit: formatMoney("1.00", locale, unit).unit,
      }),
      align: "end",
      cell: (row) => (
        <>
          <Money yuan={row.total.cash} unit={unit} />
          {row.total.inKind !== "0.00" && (
            <p className="text-sm text-muted">
              {t("ageing.inKind")} <Money yuan={row.total.inKind} unit={unit} />
            </p>
          )}
        </>
      ),
    },
  ];
  return (
    <ListTable
      list="fund-ageing"
      caption={t("ageing.title")}
      rows={ageing.items}
      columns={columns}
      rowKey={(row) => row.id}
      empty={<EmptyState title={t("ageing.empty")} />}
    />
  );
}
