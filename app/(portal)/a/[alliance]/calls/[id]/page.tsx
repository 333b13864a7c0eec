import { notFound } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { CallHistory } from "@/components/calls/call-history";
import { CallStateBadge } from "@/components/calls/state-badge";
import { WaitingLine } from "@/components/calls/waiting-line";
import { ClientMessages } from "@/components/layout/client-messages";
import { PageHeader } from "@/components/layout/page-header";
import { ButtonLink } from "@/components/ui/button";
import { Notice } from "@/components/ui/notice";
import { Panel } from "@/components/ui/panel";
import { TabLinks } from "@/components/ui/tabs";
import { loadCall } from "@/lib/features/calls/loaders";
import { getCallInput } from "@/lib/features/calls/schema/view";
import { addressWith, type RawSearch } from "@/lib/kernel/address";
import { JudgingView } from "./_sections/judging";
import { OverviewView } from "./_sections/overview";
import { ReviewView } from "./_sections/review";

type Props = {
  params: Promise<{ alliance: string; id: string }>;
  searchParams: Promise<RawSearch>;
};

const views = ["overview", "bids", "history"] as const;

const load = async (params: Props["params"]) => {
  const { alliance, id } = await params;
  const input = getCallInput.safeParse({ id });
  if (!input.success) notFound();
  return { alliance, call: await loadCall(alliance, input.data) };
};

export async function generateMetadata({ params }: Props) {
  return { title: (await load(params)).call.title };
}

export default async function CallPage({ params, searchParams }: Props) {
  const wanted = (await searchParams).view;
  const [t, { alliance, call }] = await Promise.all([getTranslations("calls"), load(params)]);
  const base = `/a/${alliance}/calls`;
  const view = (call.inside && views.find((one) => one === wanted)) || "overview";
  const inside = call.inside;
  return (
    <ClientMessages namespaces={["calls", "projects"]}>
      <PageHeader
        title={call.title}
        badge={<CallStateBadge state={call.state} overdue={call.overdue} />}
        breadcrumbs={[
          { href: base, label: t("title") },
          { label: call.code ? t("code", { code: call.code }) : t("unnumbered") },
        ]}
        waitingFor={call.waiting && <WaitingLine waiting={call.waiting} />}
        actions={
          call.may.edit && (
            <ButtonLink href={`${base}/${call.id}/edit`}>{t("form.edit")}</ButtonLink>
          )
        }
      />
      {inside?.stateReason && (
        <div className="mb-4">
          <Notice tone="attention">{inside.stateReason}</Notice>
        </div>
      )}
      {inside && (
        <div className="mb-4">
          <TabLinks
            label={t("view.label")}
            items={views.map((one) => ({
              href: addressWith(`${base}/${call.id}`, {}, one === "overview" ? {} : { view: one }),
              label: t(`view.${one}`),
              current: one === view,
            }))}
          />
        </div>
      )}
      {view === "overview" && (
        <>
          <JudgingView alliance={alliance} call={call} />
          <OverviewView alliance={alliance} call={call} />
        </>
      )}
      {view === "bids" && inside && <ReviewView alliance={alliance} call={call} inside={inside} />}
      {view === "history" && inside && (
        <Panel title={t("view.history")}>
          <CallHistory events={inside.history} />
        </Panel>
      )}
    </ClientMessages>
  );
}
