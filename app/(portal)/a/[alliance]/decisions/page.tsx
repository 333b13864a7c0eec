import { getLocale, getTranslations } from "next-intl/server";
import { PageHeader } from "@/components/layout/page-header";
import { bodyName } from "@/components/meetings/body-name";
import { ResolutionTable } from "@/components/resolutions/resolution-table";
import { EmptyState } from "@/components/ui/empty-state";
import { FilterBar, FilterSelect, FilterText } from "@/components/ui/filter-bar";
import { Pagination } from "@/components/ui/pagination";
import { loadBodies } from "@/lib/features/bodies/loaders";
import { matters } from "@/lib/features/bodies/types";
import { loadResolutions } from "@/lib/features/resolutions/loaders";
import { listResolutionsInput } from "@/lib/features/resolutions/schema";
import { resolutionStates } from "@/lib/features/resolutions/types";
import { addressWith, knownSearch, type RawSearch } from "@/lib/kernel/address";
import { TakeTable } from "../_sections/take-table";

type Props = { params: Promise<{ alliance: string }>; searchParams: Promise<RawSearch> };

export async function generateMetadata() {
  return { title: (await getTranslations("resolutions"))("title") };
}

export default async function DecisionsPage({ params, searchParams }: Props) {
  const { alliance } = await params;
  const search = knownSearch(listResolutionsInput, await searchParams);
  const [t, m, b, locale, list, bodies] = await Promise.all([
    getTranslations("resolutions"),
    getTranslations("meetings"),
    getTranslations("bodies"),
    getLocale(),
    loadResolutions(alliance, search),
    loadBodies(alliance, { dissolved: "included" }),
  ]);
  const base = `/a/${alliance}/decisions`;
  const href = (changes: Record<string, string | undefined>) => addressWith(base, search, changes);
  const filtered = Object.keys(search).some((name) => name !== "sort" && name !== "page");
  return (
    <>
      <PageHeader title={t("title")} description={t("description")} />
      <div className="mb-3">
        <FilterBar action={base} keep={{ sort: search.sort, from: search.from, to: search.to }}>
          <FilterText name="q" label={t("search")} defaultValue={search.q} />
          <FilterSelect
            name="body"
            label={m("field.body")}
            defaultValue={search.body}
            options={bodies.items.map((body) => ({
              value: body.id,
              label: bodyName(body, locale),
            }))}
          />
          <FilterSelect
            name="matter"
            label={m("column.matter")}
            defaultValue={search.matter}
            options={matters.map((value) => ({ value, label: b(`matter.${value}`) }))}
          />
          <FilterSelect
            name="state"
            label={t("show")}
            defaultValue={search.state}
            options={[
              { value: "no_task", label: t("noTask") },
              { value: "under_review", label: t("underReview") },
              ...resolutionStates.map((value) => ({ value, label: t(`state.${value}`) })),
            ]}
          />
          <FilterText
            name="year"
            label={m("field.year")}
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
            <EmptyState title={t("emptyFiltered")} />
          ) : (
            <EmptyState title={t("empty")} hint={t("emptyHint")} />
          )
        }
      />
      <Pagination of={list} href={(page) => href({ page: String(page) })}>
        <TakeTable alliance={alliance} table="resolutions" search={search} />
      </Pagination>
    </>
  );
}
