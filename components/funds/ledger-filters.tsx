import { useTranslations } from "next-intl";
import { fundSides } from "@/lib/features/funds/types";
import { FilterBar, FilterDate, FilterSelect, FilterText } from "../ui/filter-bar";

type Search = Record<string, string>;

/** First and last year, and the day that the money is of; on the ledger also the side, and cash or goods. */
export function FundFilters({
  base,
  search,
  entries = false,
}: {
  base: string;
  search: Search;
  entries?: boolean;
}) {
  const t = useTranslations("funds");
  const { organization, organizationKind, project, reversals, sort } = search;
  return (
    <FilterBar action={base} keep={{ organization, organizationKind, project, reversals, sort }}>
      <FilterText
        name="from"
        label={t("filter.from")}
        inputMode="numeric"
        defaultValue={search.from}
      />
      <FilterText name="to" label={t("filter.to")} inputMode="numeric" defaultValue={search.to} />
      {entries && (
        <>
          <FilterSelect
            name="side"
            label={t("filter.side")}
            defaultValue={search.side}
            options={fundSides.map((value) => ({ value, label: t(`side.${value}`) }))}
          />
          <FilterSelect
            name="cash"
            label={t("filter.cash")}
            defaultValue={search.cash}
            options={[
              { value: "true", label: t("cash") },
              { value: "false", label: t("inKind") },
            ]}
          />
        </>
      )}
      <FilterDate name="asOf" label={t("past.day")} defaultValue={search.asOf} />
    </FilterBar>
  );
}
