import Link from "next/link";
import { notFound } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { ClientMessages } from "@/components/layout/client-messages";
import { PageHeader } from "@/components/layout/page-header";
import { ChangeDetails, ChangeStateBadge } from "@/components/organizations/change-view";
import { EmptyState } from "@/components/ui/empty-state";
import { Pagination } from "@/components/ui/pagination";
import { Panel } from "@/components/ui/panel";
import { reachOf } from "@/lib/features/access/policy";
import { loadAlliance } from "@/lib/features/alliances/loaders";
import { loadChanges } from "@/lib/features/organizations/loaders";
import { listChangesInput } from "@/lib/features/organizations/schema/changes";
import { addressWith, knownSearch, type RawSearch } from "@/lib/kernel/address";
import { currentActor } from "@/lib/platform/auth/session";
import { TakeTable } from "../../_sections/take-table";

type Props = { params: Promise<{ alliance: string }>; searchParams: Promise<RawSearch> };

export async function generateMetadata() {
  return { title: (await getTranslations("organizations.change"))("title") };
}

export default async function ChangesPage({ params, searchParams }: Props) {
  const { alliance: slug } = await params;
  const search = knownSearch(listChangesInput, await searchParams);
  const [t, m, alliance, actor] = await Promise.all([
    getTranslations("organizations.change"),
    getTranslations("memberships.register"),
    loadAlliance(slug, {}),
    currentActor(),
  ]);
  if (!reachOf("organization.answer_change", actor.roles, alliance.id)?.whole) notFound();
  const list = await loadChanges(slug, search);
  const base = `/a/${slug}/members`;
  return (
    <>
      <PageHeader
        title={t("title")}
        description={t("lead")}
        breadcrumbs={[{ href: base, label: m("title") }, { label: t("title") }]}
      />
      <ClientMessages namespaces={["organizations"]}>
        <div className="flex flex-col gap-4">
          {list.items.map((change) => (
            <Panel
              key={change.id}
              title={
                <Link
                  href={addressWith(`/organizations/${change.organization.id}`, { alliance: slug })}
                >
                  {change.organization.name}
                </Link>
              }
              actions={<ChangeStateBadge state={change.state} />}
            >
              <ChangeDetails change={change} tenant={slug} />
            </Panel>
          ))}
          {list.total === 0 && <EmptyState title={t("none")} hint={t("noneHint")} />}
        </div>
      </ClientMessages>
      {list.total > 0 && (
        <Pagination
          of={list}
          href={(page) => addressWith(`${base}/changes`, search, { page: String(page) })}
        >
          <TakeTable alliance={slug} table="changes" search={search} />
        </Pagination>
      )}
    </>
  );
}
