import { getTranslations } from "next-intl/server";
import { TalentTabs } from "@/app/_sections/talent-tabs";
import { ClassCounts } from "@/components/classes/class-counts";
import { ClassTable } from "@/components/classes/class-table";
import { ClientMessages } from "@/components/layout/client-messages";
import { PageHeader } from "@/components/layout/page-header";
import { ButtonLink } from "@/components/ui/button";
import { EmptyState } from "@/components/ui/empty-state";
import { FilterBar, FilterSelect, FilterText } from "@/components/ui/filter-bar";
import { Pagination } from "@/components/ui/pagination";
import { loadClasses, loadClassSummary } from "@/lib/features/classes/loaders";
import { listClassesInput } from "@/lib/features/classes/schema";
import { classKinds } from "@/lib/features/classes/types";
import { addressWith, knownSearch, type RawSearch } from "@/lib/kernel/address";
import { TakeTable } from "../../_sections/take-table";

type Props = { params: Promise<{ alliance: string }>; searchParams: Promise<RawSearch> };

export async function generateMetadata() {
  return { title: (await getTranslations("classes"))("title") };
}

export default async function ClassesPage({ params, searchParams }: Props) {
  const { alliance } = await params;
  const search = knownSearch(listClassesInput, await searchParams);
  const [t, list, summary] = await Promise.all([
    getTranslations("classes"),
    loadClasses(alliance, search),
    loadClassSummary(alliance, {}),
  ]);
  const path = `/a/${alliance}/talent/classes`;
  const href = (changes: Record<string, string | undefined>) => addressWith(path, search, changes);
  const filtered = Boolean(search.q || search.kind || search.organization);
  return (
    <ClientMessages namespaces={["classes"]}>
      <PageHeader
        title={t("title")}
        description={t("description")}
        actions={
          list.mayCreate && (
            <ButtonLink href={`${path}/new`} variant="primary">
              {t("create")}
            </ButtonLink>
          )
        }
      />
      <TalentTabs alliance={alliance} current="classes" />
      <ClassCounts summary={summary} />
      <div className="mb-3">
        <FilterBar action={path} keep={{ sort: search.sort }}>
          <FilterText name="q" label={t("field.search")} defaultValue={search.q} />
          <FilterSelect
            name="kind"
            label={t("field.kind")}
            defaultValue={search.kind}
            options={classKinds.map((value) => ({ value, label: t(`kind.${value}`) }))}
          />
        </FilterBar>
      </div>
      <ClassTable
        rows={list.items}
        path={path}
        sort={search.sort ?? "-current"}
        href={href}
        empty={
          <EmptyState
            title={filtered ? t("emptyFiltered") : t("empty")}
            {...(!filtered && { hint: t("emptyHint") })}
          />
        }
      />
      <Pagination of={list} href={(page) => href({ page: String(page) })}>
        <TakeTable alliance={alliance} table="classes" search={search} own />
      </Pagination>
    </ClientMessages>
  );
}
