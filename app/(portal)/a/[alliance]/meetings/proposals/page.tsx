import { notFound } from "next/navigation";
import { getLocale, getTranslations } from "next-intl/server";
import { ClientMessages } from "@/components/layout/client-messages";
import { PageHeader } from "@/components/layout/page-header";
import { bodyName } from "@/components/meetings/body-name";
import { ProposalList, ProposeForm } from "@/components/meetings/proposals";
import { MeetingTabs } from "@/components/meetings/tabs";
import { EmptyState } from "@/components/ui/empty-state";
import { Pagination } from "@/components/ui/pagination";
import { Panel } from "@/components/ui/panel";
import { loadBodies } from "@/lib/features/bodies/loaders";
import { loadMeetings, loadProposals } from "@/lib/features/meetings/loaders";
import { mayPrepare, mayPropose } from "@/lib/features/meetings/policy";
import { isComing } from "@/lib/features/meetings/rules/edges";
import { listProposalsInput } from "@/lib/features/meetings/schema/prepare";
import { addressWith, knownSearch, type RawSearch } from "@/lib/kernel/address";
import { currentActor } from "@/lib/platform/auth/session";
import { TakeTable } from "../../_sections/take-table";

type Props = { params: Promise<{ alliance: string }>; searchParams: Promise<RawSearch> };

export async function generateMetadata() {
  return { title: (await getTranslations("meetings.proposals"))("title") };
}

/** 议题征集 */
export default async function ProposalsPage({ params, searchParams }: Props) {
  const { alliance } = await params;
  const search = knownSearch(listProposalsInput, await searchParams);
  const [t, locale, bodies, actor] = await Promise.all([
    getTranslations("meetings"),
    getLocale(),
    loadBodies(alliance, {}),
    currentActor(),
  ]);
  if (!mayPropose(actor, bodies.allianceId)) notFound();
  const prepares = mayPrepare(actor, bodies.allianceId);
  const [list, meetings] = await Promise.all([
    loadProposals(alliance, search),
    prepares ? loadMeetings(alliance, { pageSize: 100 }) : { items: [] },
  ]);
  const base = `/a/${alliance}/meetings`;
  const seated = bodies.items.filter((one) => one.votingSeats > 0);
  return (
    <ClientMessages namespaces={["meetings"]}>
      <PageHeader
        title={t("proposals.title")}
        description={t("proposals.description")}
        breadcrumbs={[{ href: base, label: t("title") }, { label: t("proposals.title") }]}
      />
      <MeetingTabs base={base} here="proposals" proposes />
      <div className="grid items-start gap-4 lg:grid-cols-3">
        <div className="flex min-w-0 flex-col gap-4 lg:col-span-2">
          {list.items.length === 0 ? (
            <EmptyState title={t("proposals.empty")} hint={t("proposals.emptyHint")} />
          ) : (
            <ProposalList
              tenant={alliance}
              rows={list.items}
              decides={prepares}
              meetings={meetings.items
                .filter((one) => isComing(one.state))
                .map((one) => ({ value: one.id, label: one.title, body: one.body.id }))}
            />
          )}
          <Pagination
            of={list}
            href={(page) => addressWith(`${base}/proposals`, search, { page: String(page) })}
          >
            <TakeTable alliance={alliance} table="proposals" search={search} own />
          </Pagination>
        </div>
        <Panel title={t("proposals.new")}>
          <ProposeForm
            tenant={alliance}
            bodies={seated.map((body) => ({ value: body.id, label: bodyName(body, locale) }))}
          />
        </Panel>
      </div>
    </ClientMessages>
  );
}
