import { useTranslations } from "next-intl";
import { callStates, painCategories } from "@/lib/features/calls/types";
import { FilterBar, FilterSelect, FilterText } from "../ui/filter-bar";

type Props = { base: string; search: Record<string, string>; signedIn: boolean };

export function CallFilters({ base, search, signedIn }: Props) {
  const t = useTranslations("calls");
  return (
    <FilterBar action={base} keep={{ sort: search.sort }}>
      <FilterText
        name="q"
        label={t("filter.q")}
        placeholder={t("filter.qHint")}
        defaultValue={search.q}
      />
      <FilterSelect
        name="state"
        label={t("filter.state")}
        defaultValue={search.state}
        options={callStates.map((value) => ({ value, label: t(`state.${value}`) }))}
      />
      <FilterSelect
        name="pain"
        label={t("filter.pain")}
        defaultValue={search.pain}
        options={painCategories.map((value) => ({ value, label: t(`pain.${value}`) }))}
      />
      {signedIn && (
        <FilterSelect
          name="mine"
          label={t("filter.mine")}
          defaultValue={search.mine}
          options={[{ value: "true", label: t("filter.mine") }]}
        />
      )}
    </FilterBar>
  );
}
