import { useTranslations } from "next-intl";
import { projectSources, projectStates, projectTypes } from "@/lib/features/projects/types";
import { FilterBar, FilterSelect, FilterText } from "../ui/filter-bar";

type Search = Record<string, string>;

export function ProjectFilters({ base, search }: { base: string; search: Search }) {
  const t = useTranslations("projects");
  return (
    <FilterBar
      action={base}
      keep={{ sort: search.sort, organization: search.organization, view: search.view }}
    >
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
        options={projectStates.map((value) => ({ value, label: t(`state.${value}`) }))}
      />
      <FilterSelect
        name="type"
        label={t("filter.type")}
        defaultValue={search.type}
        options={projectTypes.map((value) => ({ value, label: t(`type.${value}`) }))}
      />
      <FilterSelect
        name="source"
        label={t("filter.source")}
        defaultValue={search.source}
        options={projectSources.map((value) => ({ value, label: t(`source.${value}`) }))}
      />
    </FilterBar>
  );
}
