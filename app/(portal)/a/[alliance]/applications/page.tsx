import { getTranslations } from "next-intl/server";
import { ApplicationTable } from "@/components/applications/application-table";
import { PageHeader } from "@/components/layout/page-header";
import { ButtonLink } from "@/components/ui/button";
import { EmptyState } from "@/components/ui/empty-state";
import { FilterBar, FilterSelect, FilterText } from "@/components/ui/filter-bar";
import { Pagination } from "@/components/ui/pagination";
import { TabLinks } from "@/components/ui/tabs";
import { loadApplications } from "@/lib/features/applications/loaders";
import { listInput } from "@/lib/features/applications/schema";
import { applicationStates, openStates } from "@/lib/features/applications/types";
import { addressWith, knownSearch, type RawSearch } from "@/lib/kernel/address";
import { env } from "@/lib/platform/env";
import { TakeTable } from "../_sections/take-table";

type Props = { params: Promise<{ alliance: string }>; searchParams: Promise<RawSearch> };

export async function generateMetadata() {
  return { title: (await getTranslations("applications"))("title") };
}

export default async function ApplicationsPage({ params, searchParams }: Props) {
  const { alliance } = await params;
  const search = knownSearch(listInput, await searchParams);
  const [t, list] = await Promise.all([
    getTranslations("applications"),
    loadApplications(alliance, search),
  ]);
  const base = `/a/${alliance}/applications`;
  const href = (changes: Record<string, string | undefined>) => addressWith(base, search, changes);
  const open = openStates.reduce((sum, state) => sum + (list.counts[state] ?? 0), 0);
  const publicForm = `/a/${alliance}/apply`;
  const tabs = [
    { state: undefined, label: t("state.all") },
    { state: "open", label: `${t("state.open")} ${open}` },
  ];
  return (
    <>
      <PageHeader
        title={t("title")}
        description={t("description")}
        actions={<ButtonLink href={publicForm}>{t("publicForm")}</ButtonLink>}
      />
      <TabLinks
        label={t("stateFilter")}
        items={tabs.map(({ state, label }) => ({
          href: href({ state, page: undefined }),
          label,
          current: search.state === state,
        }))}
      />
      <div className="my-3">
        <FilterBar action={base} keep={{ sort: search.sort }}>
          <FilterText name="q" label={t("search")} defaultValue={search.q} />
          <FilterSelect
            name="state"
            label={t("stateFilter")}
            defaultValue={search.state}
            options={["open" as const, ...applicationStates].map((value) => ({
              value,
              label: t(`state.${value}`),
            }))}
          />
        </FilterBar>
      </div>
      <ApplicationTable
        rows={list.items}
        base={base}
        sort={search.sort ?? "waiting"}
        href={href}
        empty={
          search.q || search.state ? (
            <EmptyState title={t("emptyFiltered")} />
          ) : (
            <EmptyState
              title={t("empty")}
              hint={t("emptyHint", { address: new URL(publicForm, env().APP_URL).href })}
            />
          )
        }
      />
      <Pagination of={list} href={(page) => href({ page: String(page) })}>
        <TakeTable alliance={alliance} table="applications" search={search} />
      </Pagination>
    </>
  );
}
