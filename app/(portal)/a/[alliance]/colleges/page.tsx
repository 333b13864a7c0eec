import { getTranslations } from "next-intl/server";
import { CollegeTable } from "@/components/colleges/college-table";
import { PageHeader } from "@/components/layout/page-header";
import { ButtonLink } from "@/components/ui/button";
import { EmptyState } from "@/components/ui/empty-state";
import { FilterBar, FilterSelect, FilterText } from "@/components/ui/filter-bar";
import { Pagination } from "@/components/ui/pagination";
import { Stat } from "@/components/ui/stat";
import { loadColleges } from "@/lib/features/colleges/loaders";
import { listCollegesInput } from "@/lib/features/colleges/schema/colleges";
import { collegeKinds, collegeModes, collegeStates } from "@/lib/features/colleges/types";
import { recognitionLevels } from "@/lib/features/organizations/types";
import { addressWith, knownSearch, type RawSearch } from "@/lib/kernel/address";
import { TakeTable } from "../_sections/take-table";

type Props = { params: Promise<{ alliance: string }>; searchParams: Promise<RawSearch> };

export async function generateMetadata() {
  return { title: (await getTranslations("colleges"))("title") };
}

export default async function CollegesPage({ params, searchParams }: Props) {
  const { alliance } = await params;
  const search = knownSearch(listCollegesInput, await searchParams);
  const [t, list] = await Promise.all([
    getTranslations("colleges"),
    loadColleges(alliance, search),
  ]);
  const base = `/a/${alliance}/colleges`;
  const href = (changes: Record<string, string | undefined>) => addressWith(base, search, changes);
  const propose = list.mayPropose && (
    <ButtonLink variant="primary" href={`${base}/new`}>
      {t("propose")}
    </ButtonLink>
  );
  const choice = <V extends string>(values: readonly V[], word: (value: V) => string) =>
    values.map((value) => ({ value, label: word(value) }));
  const counts = { all: list.total, ...list.counts };
  return (
    <>
      <PageHeader title={t("title")} description={t("description")} actions={propose} />
      <div className="mb-4 grid grid-cols-2 gap-3 md:grid-cols-4">
        {(["all", "entity", "nominal", "provincial"] as const).map((key) => (
          <Stat
            key={key}
            label={t(`count.${key}`)}
            value={String(counts[key])}
            unit={t("countUnit")}
          />
        ))}
      </div>
      <FilterBar action={base} keep={{ sort: search.sort, organization: search.organization }}>
        <FilterText
          name="q"
          label={t("filter.q")}
          placeholder={t("filter.qHint")}
          defaultValue={search.q}
        />
        <FilterSelect
          name="kind"
          label={t("field.kind")}
          defaultValue={search.kind}
          options={choice(collegeKinds, (value) => t(`kind.${value}`))}
        />
        <FilterSelect
          name="state"
          label={t("field.state")}
          defaultValue={search.state}
          options={choice(collegeStates, (value) => t(`state.${value}`))}
        />
        <FilterSelect
          name="mode"
          label={t("field.mode")}
          defaultValue={search.mode}
          options={choice(collegeModes, (value) => t(`mode.${value}`))}
        />
        <FilterSelect
          name="level"
          label={t("field.level")}
          defaultValue={search.level}
          options={choice(recognitionLevels, (value) => t(`level.${value}`))}
        />
      </FilterBar>
      <div className="mt-3">
        <CollegeTable
          rows={list.items}
          base={base}
          sort={search.sort ?? "name"}
          href={href}
          empty={<EmptyState title={t("empty")} hint={t("emptyHint")} action={propose} />}
        />
      </div>
      <Pagination of={list} href={(page) => href({ page: String(page) })}>
        <TakeTable alliance={alliance} table="colleges" search={search} own />
      </Pagination>
    </>
  );
}
