import { getTranslations } from "next-intl/server";
import { ClientMessages } from "@/components/layout/client-messages";
import { PageHeader } from "@/components/layout/page-header";
import { ApplyForm, MovePlacement, OpenCallForm } from "@/components/platforms/park-forms";
import { CallList, PlacementTable } from "@/components/platforms/park-tables";
import { EmptyState } from "@/components/ui/empty-state";
import { FilterBar, FilterSelect } from "@/components/ui/filter-bar";
import { Pagination } from "@/components/ui/pagination";
import { Panel } from "@/components/ui/panel";
import { loadPlacements } from "@/lib/features/platforms/loaders";
import { listPlacementsInput } from "@/lib/features/platforms/schema/parks";
import { placementStates } from "@/lib/features/platforms/types";
import { addressWith, knownSearch, type RawSearch } from "@/lib/kernel/address";
import { TakeTable } from "../../_sections/take-table";
import { RegisterTabs } from "../_sections/register-tabs";

type Props = { params: Promise<{ alliance: string }>; searchParams: Promise<RawSearch> };

export async function generateMetadata() {
  return { title: (await getTranslations("platforms.placements"))("title") };
}

export default async function PlacementsPage({ params, searchParams }: Props) {
  const { alliance } = await params;
  const search = knownSearch(listPlacementsInput, await searchParams);
  const [t, page] = await Promise.all([
    getTranslations("platforms.placements"),
    loadPlacements(alliance, search),
  ]);
  const base = `/a/${alliance}/platforms/placements`;
  const href = (changes: Record<string, string | undefined>) => addressWith(base, search, changes);
  const applies = page.may.applyFor.length > 0 && page.calls.some(({ open }) => open);
  return (
    <ClientMessages namespaces={["platforms"]}>
      <PageHeader title={t("title")} description={t("description")} />
      <RegisterTabs alliance={alliance} current="placements" />
      <div className="grid items-start gap-4 lg:grid-cols-[1fr_22rem]">
        <div className="min-w-0">
          <FilterBar action={base}>
            <FilterSelect
              name="state"
              label={t("filterState")}
              defaultValue={search.state}
              options={placementStates.map((value) => ({ value, label: t(`stateOf.${value}`) }))}
            />
          </FilterBar>
          <div className="mt-3">
            <PlacementTable
              rows={page.items}
              empty={<EmptyState title={t("empty")} hint={t("emptyHint")} />}
              move={(row) => <MovePlacement tenant={alliance} row={row} today={page.today} />}
            />
          </div>
          <Pagination of={page} href={(number) => href({ page: String(number) })}>
            <TakeTable alliance={alliance} table="placements" search={search} own />
          </Pagination>
        </div>
        <div className="flex flex-col gap-4">
          <CallList calls={page.calls} />
          {applies && (
            <Panel title={t("apply")}>
              <ApplyForm key={page.total} tenant={alliance} page={page} />
            </Panel>
          )}
          {page.may.manage && (
            <details>
              <summary className="cursor-pointer pb-3 text-accent">{t("openCall")}</summary>
              <Panel>
                <OpenCallForm key={page.calls.length} tenant={alliance} today={page.today} />
              </Panel>
            </details>
          )}
        </div>
      </div>
    </ClientMessages>
  );
}
