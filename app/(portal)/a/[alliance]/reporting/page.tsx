import { getTranslations } from "next-intl/server";
import { ReportingTabs } from "@/app/_sections/reporting-tabs";
import { PageHeader } from "@/components/layout/page-header";
import { ObligationTable } from "@/components/reporting/obligation-table";
import { EmptyState } from "@/components/ui/empty-state";
import { FilterBar, FilterSelect, FilterText } from "@/components/ui/filter-bar";
import { Pagination } from "@/components/ui/pagination";
import { loadObligations } from "@/lib/features/reporting/loaders";
import { listObligationsInput } from "@/lib/features/reporting/schema/cycles";
import { storedStates } from "@/lib/features/reporting/types";
import { addressWith, knownSearch, type RawSearch } from "@/lib/kernel/address";
import { TakeTable } from "../_sections/take-table";

type Props = { params: Promise<{ alliance: string }>; searchParams: Promise<RawSearch> };

export async function generateMetadata() {
  return { title: (await getTranslations("reporting"))("title") };
}

export default async function DueReportsPage({ params, searchParams }: Props) {
  const { alliance } = await params;
  const search = knownSearch(listObligationsInput, await searchParams);
  const [t, list] = await Promise.all([
    getTranslations("reporting"),
    loadObligations(alliance, search),
  ]);
  const base = `/a/${alliance}/reporting`;
  return (
    <>
      <PageHeader title={t("title")} description={t("description")} />
      <ReportingTabs alliance={alliance} current="due" />
      <FilterBar action={base} keep={{ cycle: search.cycle, organization: search.organization }}>
        <FilterText name="q" label={t("field.q")} defaultValue={search.q} />
        <FilterSelect
          name="state"
          label={t("field.state")}
          defaultValue={search.state}
          options={storedStates.map((value) => ({ value, label: t(`state.${value}`) }))}
        />
        <FilterSelect
          name="waits"
          label={t("field.waits")}
          defaultValue={search.waits}
          options={(["member", "secretariat"] as const).map((value) => ({
            value,
            label: t(`field.waitsFor.${value}`),
          }))}
        />
        <FilterSelect
          name="missing"
          label={t("field.missingLabel")}
          defaultValue={search.missing ? "true" : undefined}
          options={[{ value: "true", label: t("field.missing") }]}
        />
        <FilterSelect
          name="negative"
          label={t("field.negativeLabel")}
          defaultValue={search.negative ? "true" : undefined}
          options={[{ value: "true", label: t("field.negative") }]}
        />
        <FilterSelect
          name="late"
          label={t("mark.late")}
          defaultValue={search.late ? "true" : undefined}
          options={[{ value: "true", label: t("field.late") }]}
        />
      </FilterBar>
      <ObligationTable
        rows={list.items}
        base={base}
        empty={<EmptyState title={t("empty")} hint={t("emptyHint")} />}
      />
      <Pagination of={list} href={(page) => addressWith(base, search, { page: String(page) })}>
        <TakeTable alliance={alliance} table="obligations" search={search} own />
      </Pagination>
    </>
  );
}
