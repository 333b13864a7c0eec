import { getTranslations } from "next-intl/server";
import { ClientMessages } from "@/components/layout/client-messages";
import { PageHeader } from "@/components/layout/page-header";
import { EmptyState } from "@/components/ui/empty-state";
import { Fold } from "@/components/ui/fold";
import { Pagination } from "@/components/ui/pagination";
import { Panel } from "@/components/ui/panel";
import { VisitForm } from "@/components/verification/visit-form";
import { VisitList } from "@/components/verification/visit-list";
import { loadOutcome } from "@/lib/features/outcomes/loaders";
import { loadVisits } from "@/lib/features/verification/loaders";
import { listVisitsSchema } from "@/lib/features/verification/schema/visits";
import { addressWith, knownSearch, type RawSearch } from "@/lib/kernel/address";
import { TakeTable } from "../../_sections/take-table";

type Props = { params: Promise<{ alliance: string }>; searchParams: Promise<RawSearch> };

export async function generateMetadata() {
  return { title: (await getTranslations("verification.visit"))("title") };
}

export default async function VisitsPage({ params, searchParams }: Props) {
  const { alliance } = await params;
  const search = knownSearch(listVisitsSchema, await searchParams);
  const [t, list, about] = await Promise.all([
    getTranslations("verification.visit"),
    loadVisits(alliance, search),
    search.record ? loadOutcome(alliance, { id: search.record }) : undefined,
  ]);
  const base = `/a/${alliance}/verification/visits`;
  return (
    <ClientMessages namespaces={["verification"]}>
      <PageHeader title={t("title")} description={t("description")} />
      <Fold label={t("record")} frame="boxed" open={about !== undefined}>
        <VisitForm tenant={alliance} about={about} />
      </Fold>
      <div className="mt-4">
        {list.total > 0 ? (
          <Panel>
            <VisitList tenant={alliance} visits={list.items} />
          </Panel>
        ) : (
          <EmptyState title={t("empty")} hint={t("description")} />
        )}
        <Pagination of={list} href={(page) => addressWith(base, search, { page: String(page) })}>
          <TakeTable alliance={alliance} table="visits" search={search} />
        </Pagination>
      </div>
    </ClientMessages>
  );
}
