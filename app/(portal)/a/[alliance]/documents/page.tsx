import { getTranslations } from "next-intl/server";
import { LibraryTabs } from "@/app/_sections/library-tabs";
import { DocumentTable } from "@/components/documents/document-table";
import { PageHeader } from "@/components/layout/page-header";
import { ButtonLink } from "@/components/ui/button";
import { EmptyState } from "@/components/ui/empty-state";
import { FilterBar, FilterSelect, FilterText } from "@/components/ui/filter-bar";
import { Pagination } from "@/components/ui/pagination";
import { reachOf } from "@/lib/features/access/policy";
import { loadFrame } from "@/lib/features/alliances/loaders";
import { loadDocuments } from "@/lib/features/documents/loaders";
import { listDocumentsInput } from "@/lib/features/documents/schema";
import { documentKinds, documentStates } from "@/lib/features/documents/types";
import { addressWith, knownSearch, type RawSearch } from "@/lib/kernel/address";
import { currentActor } from "@/lib/platform/auth/session";
import { TakeTable } from "../_sections/take-table";

type Props = { params: Promise<{ alliance: string }>; searchParams: Promise<RawSearch> };

export async function generateMetadata() {
  return { title: (await getTranslations("documents"))("title") };
}

export default async function DocumentsPage({ params, searchParams }: Props) {
  const { alliance } = await params;
  const search = knownSearch(listDocumentsInput, await searchParams);
  const [t, list, frame, actor] = await Promise.all([
    getTranslations("documents"),
    loadDocuments(alliance, search),
    loadFrame(alliance, {}),
    currentActor(),
  ]);
  const base = `/a/${alliance}/documents`;
  const href = (changes: Record<string, string | undefined>) => addressWith(base, search, changes);
  const filtered = Boolean(search.q || search.kind || search.state);
  const writes = reachOf("document.write", actor.roles, frame.id) !== undefined;
  const create = writes && (
    <ButtonLink href={`${base}/new`} variant="primary">
      {t("create")}
    </ButtonLink>
  );
  return (
    <>
      <PageHeader title={t("title")} description={t("description")} actions={create} />
      <LibraryTabs alliance={alliance} current="list" />
      <div className="mb-3">
        <FilterBar action={base} keep={{ sort: search.sort }}>
          <FilterText name="q" label={t("search")} defaultValue={search.q} />
          <FilterSelect
            name="kind"
            label={t("column.kind")}
            defaultValue={search.kind}
            options={documentKinds.map((value) => ({ value, label: t(`kind.${value}`) }))}
          />
          <FilterSelect
            name="state"
            label={t("column.state")}
            defaultValue={search.state}
            options={documentStates.map((value) => ({ value, label: t(`state.${value}`) }))}
          />
        </FilterBar>
      </div>
      <DocumentTable
        rows={list.items}
        base={base}
        sort={search.sort ?? "kind"}
        href={href}
        empty={
          filtered ? (
            <EmptyState title={t("emptyFiltered")} />
          ) : (
            <EmptyState title={t("empty")} hint={t("emptyHint")} action={create} />
          )
        }
      />
      <Pagination of={list} href={(page) => href({ page: String(page) })}>
        <TakeTable alliance={alliance} table="documents" search={search} />
      </Pagination>
    </>
  );
}
