import { getTranslations } from "next-intl/server";
import { PageHeader } from "@/components/layout/page-header";
import { PlatformTable } from "@/components/platforms/platform-table";
import { ButtonLink } from "@/components/ui/button";
import { EmptyState } from "@/components/ui/empty-state";
import { FilterBar, FilterSelect, FilterText } from "@/components/ui/filter-bar";
import { Pagination } from "@/components/ui/pagination";
import { platformKinds } from "@/lib/features/alliances/types";
import { recognitionLevels } from "@/lib/features/organizations/types";
import { loadPlatforms } from "@/lib/features/platforms/loaders";
import { listPlatformsInput } from "@/lib/features/platforms/schema/platforms";
import { platformStates } from "@/lib/features/platforms/types";
import { addressWith, knownSearch, type RawSearch } from "@/lib/kernel/address";
import { TakeTable } from "../_sections/take-table";
import { RegisterTabs } from "./_sections/register-tabs";

type Props = { params: Promise<{ alliance: string }>; searchParams: Promise<RawSearch> };

export async function generateMetadata() {
  return { title: (await getTranslations("platforms"))("title") };
}

export default async function PlatformsPage({ params, searchParams }: Props) {
  const { alliance } = await params;
  const search = knownSearch(listPlatformsInput, await searchParams);
  const [t, list] = await Promise.all([
    getTranslations("platforms"),
    loadPlatforms(alliance, search),
  ]);
  const base = `/a/${alliance}/platforms`;
  const href = (changes: Record<string, string | undefined>) => addressWith(base, search, changes);
  const create = list.mayWrite && (
    <ButtonLink variant="primary" href={`${base}/new`}>
      {t("create")}
    </ButtonLink>
  );
  const choice = <V extends string>(values: readonly V[], word: (value: V) => string) =>
    values.map((value) => ({ value, label: word(value) }));
  const counts = list.levels
    .map(({ level, count }) => `${t(`level.${level ?? "none"}`)} ${count}`)
    .join(" · ");
  return (
    <>
      <PageHeader title={t("title")} description={t("description")} actions={create} />
      <RegisterTabs alliance={alliance} current="platforms" />
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
          options={choice(platformKinds, (value) => t(`kind.${value}`))}
        />
        <FilterSelect
          name="level"
          label={t("field.level")}
          defaultValue={search.level}
          options={choice(recognitionLevels, (value) => t(`level.${value}`))}
        />
        <FilterSelect
          name="state"
          label={t("field.state")}
          defaultValue={search.state}
          options={choice(platformStates, (value) => t(`state.${value}`))}
        />
        <FilterSelect
          name="shared"
          label={t("filter.shared")}
          defaultValue={search.shared}
          options={[
            { value: "true", label: t("filter.sharedYes") },
            { value: "false", label: t("filter.sharedNo") },
          ]}
        />
      </FilterBar>
      <p className="mt-3 text-sm text-muted" title={t("counts")}>
        {counts}
      </p>
      <div className="mt-2">
        <PlatformTable
          rows={list.items}
          base={base}
          sort={search.sort ?? "level"}
          href={href}
          empty={<EmptyState title={t("empty")} hint={t("emptyHint")} action={create} />}
        />
      </div>
      <Pagination of={list} href={(page) => href({ page: String(page) })}>
        <TakeTable alliance={alliance} table="platforms" search={search} own />
      </Pagination>
    </>
  );
}
