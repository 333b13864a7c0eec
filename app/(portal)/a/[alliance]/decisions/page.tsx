import { getLocale, getTranslations } from "next-intl/server";
import { PageHeader } from "@/components/layout/page-header";
import { bodyName } from "@/components/meetings/meeting-table";
import { ResolutionTable } from "@/components/meetings/resolution-table";
import { EmptyState } from "@/components/ui/empty-state";
import { FilterBar, FilterSelect, FilterText } from "@/components/ui/filter-bar";
import { Pagination } from "@/components/ui/pagination";
import { loadBodies } from "@/lib/features/bodies/loaders";
import { matters } from "@/lib/features/bodies/types";
import { loadResolutions } from "@/lib/features/meetings/loaders";
import { listResolutionsInput } from "@/lib/features/meetings/schema";
import { addressWith, knownSearch, type RawSearch } from "@/lib/kernel/address";

type Props = { params: Promise<{ alliance: string }>; searchParams: Promise<RawSearch> };

export async function generateMetadata() {
  return { title: (await getTranslations("meetings"))("decisions.title") };
}

export default async function DecisionsPage({ params, searchParams }: Props) {
  const { alliance } = await params;
  const search = knownSearch(listResolutionsInput, await searchParams);
  const [t, b, locale, list, bodies] = await Promise.all([
    getTranslations("meetings"),
    getTranslations("bodies"),
    getLocale(),
    loadResolutions(alliance, search),
    loadBodies(alliance, {}),
  ]);
  const base = `/a/${alliance}/decisions`;
  const href = (changes: Record<string, string | undefined>) => addressWith(base, search, changes);
  const filtered = Boolean(search.q || search.body || search.year || search.matter);
  return (
    <>
      <PageHeader title={t("decisions.title")} description={t("decisions.description")} />
      <div className="mb-3">
        <FilterBar action={base} keep={{ sort: search.sort }}>
          <FilterText name="q" label={t("decisions.search")} defaultValue={search.q} />
          <FilterSelect
            name="body"
            label={t("field.body")}
            defaultValue={search.body}
            options={bodies.items.map((body) => ({
              value: body.id,
              label: bodyName(body, locale),
            }))}
          />
          <FilterSelect
            name="matter"
            label={t("column.matter")}
            defaultValue={search.matter}
            options={matters.map((value) => ({ value, label: b(`matter.${value}`) }))}
          />
          <FilterText
            name="year"
            label={t("field.year")}
            inputMode="numeric"
            defaultValue={search.year}
          />
        </FilterBar>
      </div>
      <ResolutionTable
        rows={list.items}
        base={base}
        sort={search.sort ?? "-number"}
        href={href}
        empty={
          filtered ? (
            <EmptyState title={t("decisions.emptyFiltered")} />
          ) : (
            <EmptyState title={t("decisions.empty")} hint={t("decisions.emptyHint")} />
          )
        }
      />
      <Pagination
        page={list.page}
        pageSize={list.pageSize}
        total={list.total}
        href={(page) => href({ page: String(page) })}
      />
    </>
  );
}
