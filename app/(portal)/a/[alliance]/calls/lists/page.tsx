import { getTranslations } from "next-intl/server";
import { ListTable } from "@/components/calls/list-table";
import { ClientMessages } from "@/components/layout/client-messages";
import { PageHeader } from "@/components/layout/page-header";
import { ButtonLink, DownloadLink } from "@/components/ui/button";
import { EmptyState } from "@/components/ui/empty-state";
import { FilterBar, FilterSelect, FilterText } from "@/components/ui/filter-bar";
import { Pagination } from "@/components/ui/pagination";
import { TabLinks } from "@/components/ui/tabs";
import { loadListItems } from "@/lib/features/calls/loaders";
import { listItemsInput } from "@/lib/features/calls/schema/lists";
import { listKinds } from "@/lib/features/calls/types";
import { addressWith, knownSearch, type RawSearch } from "@/lib/kernel/address";

type Props = { params: Promise<{ alliance: string }>; searchParams: Promise<RawSearch> };

export async function generateMetadata() {
  return { title: (await getTranslations("calls"))("lists.title") };
}

const shows = ["current", "expired", "ended"] as const;

export default async function ListsPage({ params, searchParams }: Props) {
  const { alliance } = await params;
  const search = knownSearch(listItemsInput, await searchParams);
  const [t, list] = await Promise.all([
    getTranslations("calls.lists"),
    loadListItems(alliance, search),
  ]);
  const base = `/a/${alliance}/calls/lists`;
  const kind = listKinds.find((one) => one === search.kind) ?? "technology";
  const href = (changes: Record<string, string | undefined>) => addressWith(base, search, changes);
  const filtered = Boolean(search.q || search.show);
  return (
    <ClientMessages namespaces={["calls", "organizations"]}>
      <PageHeader
        title={t("title")}
        description={t("description")}
        actions={
          <>
            <DownloadLink href={`/api/exports/lists/${alliance}?kind=${kind}`}>
              {t("export")}
            </DownloadLink>
            {list.mayAdd && (
              <ButtonLink variant="primary" href={`${base}/new?kind=${kind}`}>
                {t("add")}
              </ButtonLink>
            )}
          </>
        }
      />
      <TabLinks
        label={t("title")}
        items={listKinds.map((one) => ({
          href: `${base}?kind=${one}`,
          label: t("count", { name: t(`kind.${one}`), count: list.counts[one] }),
          current: one === kind,
        }))}
      />
      <div className="my-3">
        <FilterBar action={base} keep={{ kind, sort: search.sort }}>
          <FilterText name="q" label={t("q")} defaultValue={search.q} />
          <FilterSelect
            name="show"
            label={t("show.label")}
            defaultValue={search.show}
            options={shows.map((value) => ({ value, label: t(`show.${value}`) }))}
          />
        </FilterBar>
      </div>
      <ListTable
        tenant={alliance}
        rows={list.items}
        sort={search.sort ?? "-new"}
        href={href}
        empty={
          <EmptyState
            title={t(filtered ? "emptyFiltered" : "empty")}
            {...(!filtered && { hint: t("emptyHint") })}
          />
        }
      />
      <Pagination of={list} href={(page) => href({ page: String(page) })} />
    </ClientMessages>
  );
}
