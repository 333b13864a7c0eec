import { getTranslations } from "next-intl/server";
import { ProgrammeTabs } from "@/app/_sections/programme-tabs";
import { TalentTabs } from "@/app/_sections/talent-tabs";
import { ClientMessages } from "@/components/layout/client-messages";
import { PageHeader } from "@/components/layout/page-header";
import { AddOfferingForm } from "@/components/programmes/add-offering-form";
import { OfferingTable } from "@/components/programmes/offering-table";
import { ProgrammeCounts } from "@/components/programmes/programme-counts";
import { EmptyState } from "@/components/ui/empty-state";
import { FilterBar, FilterSelect, FilterText } from "@/components/ui/filter-bar";
import { Pagination } from "@/components/ui/pagination";
import { Panel } from "@/components/ui/panel";
import { programmeLevels } from "@/lib/features/alliances/types";
import {
  loadOfferings,
  loadProgrammeChoices,
  loadProgrammeOverview,
} from "@/lib/features/programmes/loaders";
import { listOfferingsInput } from "@/lib/features/programmes/schema";
import { offeringStatuses } from "@/lib/features/programmes/types";
import { addressWith, knownSearch, type RawSearch } from "@/lib/kernel/address";
import { TakeTable } from "../../_sections/take-table";

type Props = { params: Promise<{ alliance: string }>; searchParams: Promise<RawSearch> };

export async function generateMetadata() {
  return { title: (await getTranslations("programmes"))("title") };
}

export default async function ProgrammesPage({ params, searchParams }: Props) {
  const { alliance } = await params;
  const search = knownSearch(listOfferingsInput, await searchParams);
  const [t, list, overview] = await Promise.all([
    getTranslations("programmes"),
    loadOfferings(alliance, search),
    loadProgrammeOverview(alliance, {}),
  ]);
  const mine = list.mayAdd ? (await loadProgrammeChoices(alliance, {})).mine : [];
  const path = `/a/${alliance}/talent/programmes`;
  const href = (changes: Record<string, string | undefined>) => addressWith(path, search, changes);
  const filtered = Boolean(search.q || search.level || search.status || search.fit);
  return (
    <ClientMessages namespaces={["programmes"]}>
      <PageHeader title={t("title")} description={t("description")} />
      <TalentTabs alliance={alliance} current="programmes" />
      <ProgrammeTabs alliance={alliance} current="list" />
      <ProgrammeCounts overview={overview} />
      <div className="mb-3">
        <FilterBar action={path} keep={{ sort: search.sort }}>
          <FilterText name="q" label={t("field.search")} defaultValue={search.q} />
          <FilterSelect
            name="level"
            label={t("field.level")}
            defaultValue={search.level}
            options={programmeLevels.map((value) => ({ value, label: t(`level.${value}`) }))}
          />
          <FilterSelect
            name="fit"
            label={t("field.fit")}
            defaultValue={search.fit}
            options={(["key", "other"] as const).map((value) => ({ value, label: t(value) }))}
          />
          <FilterSelect
            name="status"
            label={t("field.status")}
            defaultValue={search.status}
            options={offeringStatuses.map((value) => ({ value, label: t(`status.${value}`) }))}
          />
        </FilterBar>
      </div>
      <OfferingTable
        rows={list.items}
        path={path}
        sort={search.sort ?? "school"}
        href={href}
        empty={
          <EmptyState
            title={filtered ? t("emptyFiltered") : t("empty")}
            {...(!filtered && { hint: t("emptyHint") })}
          />
        }
      />
      <Pagination of={list} href={(page) => href({ page: String(page) })}>
        <TakeTable alliance={alliance} table="offerings" search={search} own />
      </Pagination>
      {list.mayAdd && (
        <div className="mt-4">
          <Panel>
            <AddOfferingForm tenant={alliance} mine={mine} />
          </Panel>
        </div>
      )}
    </ClientMessages>
  );
}
