import { getLocale, getTranslations } from "next-intl/server";
import type { z } from "zod";
import { ClientMessages } from "@/components/layout/client-messages";
import { PageHeader } from "@/components/layout/page-header";
import { bodyName } from "@/components/meetings/body-name";
import { ChooseSitting } from "@/components/meetings/choose-sitting";
import { RecordForm } from "@/components/meetings/record-form";
import { EmptyState } from "@/components/ui/empty-state";
import { Notice } from "@/components/ui/notice";
import { Panel } from "@/components/ui/panel";
import { loadApplications } from "@/lib/features/applications/loaders";
import { loadBodies, loadRoster } from "@/lib/features/bodies/loaders";
import { getRosterInput } from "@/lib/features/bodies/schema/roster";
import { loadLive } from "@/lib/features/meetings/loaders";
import { liveInput } from "@/lib/features/meetings/schema/live";
import { knownSearch, type RawSearch } from "@/lib/kernel/address";

type Props = { params: Promise<{ alliance: string }>; searchParams: Promise<RawSearch> };

export async function generateMetadata() {
  return { title: (await getTranslations("meetings"))("recordTitle") };
}

type Chosen = {
  alliance: string;
  from: string | undefined;
  chosen: z.output<typeof getRosterInput>;
};

async function Record({ alliance, chosen, from }: Chosen) {
  const [t, locale, roster, applications, noticed] = await Promise.all([
    getTranslations("meetings"),
    getLocale(),
    loadRoster(alliance, chosen),
    loadApplications(alliance, { state: "recommended", sort: "number", pageSize: 100 }),
    from ? loadLive(alliance, { meetingId: from }) : undefined,
  ]);
  if (roster.holders.length === 0) {
    return <EmptyState title={t("roster.nobody")} hint={t("roster.nobodyHint")} />;
  }
  return (
    <ClientMessages namespaces={["meetings", "bodies"]}>
      {roster.rules.length === 0 && <Notice tone="attention">{t("roster.noRules")}</Notice>}
      <RecordForm
        key={`${roster.body.id}-${roster.day}`}
        tenant={alliance}
        roster={roster}
        bodyName={bodyName(roster.body, locale)}
        noticed={noticed && { ...noticed, items: noticed.items.map((item) => item.title) }}
        applications={applications.items.map((one) => ({
          value: one.id,
          label: `${one.number} ${one.organizationName}`,
        }))}
      />
    </ClientMessages>
  );
}

export default async function RecordMeetingPage({ params, searchParams }: Props) {
  const { alliance } = await params;
  const { body, from, ...search } = await searchParams;
  const noticed = liveInput.safeParse({ meetingId: from });
  const known = knownSearch(getRosterInput, { bodyId: body, ...search });
  const chosen = getRosterInput.safeParse(known);
  const t = await getTranslations("meetings");
  const { items, today } = await loadBodies(alliance, { dissolved: "included" });
  const base = `/a/${alliance}/meetings`;
  const seated = items.filter((one) => one.votingSeats > 0);
  return (
    <>
      <PageHeader
        title={t("recordTitle")}
        description={t("recordHint")}
        breadcrumbs={[{ href: base, label: t("title") }, { label: t("recordTitle") }]}
      />
      {seated.length === 0 ? (
        <EmptyState title={t("choose.noBodies")} hint={t("choose.noBodiesHint")} />
      ) : (
        <div className="flex flex-col gap-4">
          <Panel title={t("choose.title")} description={t("choose.hint")}>
            <ChooseSitting
              key={`${known.bodyId}-${known.day}`}
              action={`${base}/record`}
              bodies={seated}
              today={today}
              body={known.bodyId}
              day={known.day}
            />
          </Panel>
          {chosen.success && (
            <Panel>
              <Record
                alliance={alliance}
                chosen={chosen.data}
                from={noticed.success ? noticed.data.meetingId : undefined}
              />
            </Panel>
          )}
        </div>
      )}
    </>
  );
}
