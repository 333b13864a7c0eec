import { getTranslations } from "next-intl/server";
import { ClientMessages } from "@/components/layout/client-messages";
import { PageHeader } from "@/components/layout/page-header";
import { CoClaimCard } from "@/components/outcomes/co-claim-card";
import { EmptyState } from "@/components/ui/empty-state";
import { Pagination } from "@/components/ui/pagination";
import { TabLinks } from "@/components/ui/tabs";
import { loadCoClaims } from "@/lib/features/outcomes/loaders";
import { coClaimBoxes, listCoClaimsSchema } from "@/lib/features/outcomes/schema/claims";
import { addressWith, knownSearch, type RawSearch } from "@/lib/kernel/address";
import { TakeTable } from "../../_sections/take-table";

type Props = { params: Promise<{ alliance: string }>; searchParams: Promise<RawSearch> };

export async function generateMetadata() {
  return { title: (await getTranslations("outcomes"))("share.listTitle") };
}

export default async function CoClaimsPage({ params, searchParams }: Props) {
  const { alliance } = await params;
  const search = knownSearch(listCoClaimsSchema, await searchParams);
  const [t, list] = await Promise.all([
    getTranslations("outcomes"),
    loadCoClaims(alliance, search),
  ]);
  const base = `/a/${alliance}/outcomes/co-claims`;
  const href = (changes: Record<string, string | undefined>) => addressWith(base, search, changes);
  const box = search.box ?? "waiting";
  return (
    <ClientMessages namespaces={["outcomes"]}>
      <PageHeader
        title={t("share.listTitle")}
        description={t("share.listDescription")}
        breadcrumbs={[
          { href: `/a/${alliance}/outcomes`, label: t("title") },
          { label: t("share.listTitle") },
        ]}
      />
      <TabLinks
        items={coClaimBoxes.map((value) => ({
          href: href({ box: value === "waiting" ? undefined : value, page: undefined }),
          label: t(`share.box.${value}`),
          current: box === value,
        }))}
      />
      <div className="mt-4 flex flex-col gap-4">
        {list.items.map((claim) => (
          <CoClaimCard key={claim.id} tenant={alliance} claim={claim} />
        ))}
        {list.items.length === 0 && (
          <EmptyState title={t("share.empty")} hint={t("share.emptyHint")} />
        )}
      </div>
      <Pagination of={list} href={(page) => href({ page: String(page) })}>
        <TakeTable alliance={alliance} table="co-claims" search={search} own />
      </Pagination>
    </ClientMessages>
  );
}
