import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { ChainPanel } from "@/components/audit/chain-panel";
import { EntryFilters } from "@/components/audit/entry-filters";
import { EntryTable } from "@/components/audit/entry-table";
import { PageHeader } from "@/components/layout/page-header";
import { ButtonLink } from "@/components/ui/button";
import { EmptyState } from "@/components/ui/empty-state";
import { loadChainState, loadEntries } from "@/lib/features/audit/loaders";
import { listEntriesInput } from "@/lib/features/audit/schema";
import { addressWith, knownSearch, type RawSearch } from "@/lib/kernel/address";

type Props = { params: Promise<{ alliance: string }>; searchParams: Promise<RawSearch> };

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("audit"))("title") };
}

export default async function AuditPage({ params, searchParams }: Props) {
  const { alliance } = await params;
  const raw = await searchParams;
  const search = knownSearch(listEntriesInput, raw);
  const base = `/a/${alliance}`;
  const here = `${base}/audit`;
  const [t, entries, state] = await Promise.all([
    getTranslations("audit"),
    loadEntries(alliance, search),
    raw.check === "1" ? loadChainState(alliance, {}) : undefined,
  ]);
  return (
    <>
      <PageHeader title={t("title")} description={t("description")} />
      <div className="flex flex-col gap-3">
        <ChainPanel base={base} state={state} />
        <EntryFilters base={base} search={search} />
        <EntryTable
          rows={entries.items}
          base={base}
          empty={<EmptyState title={t("empty")} hint={t("emptyHint")} />}
        />
        <div className="flex flex-wrap justify-between gap-2 print:hidden">
          {search.cursor ? (
            <ButtonLink href={addressWith(here, search, { cursor: undefined })} variant="quiet">
              {t("newest")}
            </ButtonLink>
          ) : (
            <span />
          )}
          {entries.next && (
            <ButtonLink href={addressWith(here, search, { cursor: entries.next })}>
              {t("older")}
            </ButtonLink>
          )}
        </div>
      </div>
    </>
  );
}
