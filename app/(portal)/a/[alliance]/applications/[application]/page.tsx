import { notFound } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { ApplicationFacts, ContactFacts } from "@/components/applications/application-facts";
import { Checklist } from "@/components/applications/checklist";
import { Conversation } from "@/components/applications/conversation";
import { Decisions, FormerMemberships } from "@/components/applications/decisions";
import { NextStep } from "@/components/applications/next-step";
import { RegisterLink } from "@/components/applications/register-link";
import { ApplicationStateBadge } from "@/components/applications/state-badge";
import { RenewLinkForm } from "@/components/applications/step-forms";
import { Waiting } from "@/components/applications/waiting";
import { ClientMessages } from "@/components/layout/client-messages";
import { PageHeader } from "@/components/layout/page-header";
import { Badge } from "@/components/ui/badge";
import { Panel } from "@/components/ui/panel";
import { loadApplication } from "@/lib/features/applications/loaders";
import { waitsFor } from "@/lib/features/applications/rules";
import { getInput } from "@/lib/features/applications/schema";
import { ApplicationThreads } from "./_sections/application-threads";

type Props = { params: Promise<{ alliance: string; application: string }> };

const load = async (params: Props["params"]) => {
  const { alliance, application } = await params;
  const input = getInput.safeParse({ applicationId: application });
  if (!input.success) notFound();
  return { alliance, application: await loadApplication(alliance, input.data) };
};

export async function generateMetadata({ params }: Props) {
  return { title: (await load(params)).application.organizationName };
}

export default async function ApplicationPage({ params }: Props) {
  const [t, { alliance, application }] = await Promise.all([
    getTranslations("applications"),
    load(params),
  ]);
  const base = `/a/${alliance}`;
  const open = waitsFor(application.state) !== "nobody";
  const step = { tenant: alliance, applicationId: application.id, version: application.version };
  return (
    <ClientMessages namespaces={["applications"]}>
      <PageHeader
        title={application.organizationName}
        breadcrumbs={[
          { href: `${base}/applications`, label: t("title") },
          { label: application.number },
        ]}
        badge={
          <>
            <ApplicationStateBadge state={application.state} />
            {application.lapseDue && <Badge tone="problem">{t("lapseDue")}</Badge>}
          </>
        }
        waitingFor={open && <Waiting state={application.state} since={application.stateSince} />}
      />
      <div className="grid items-start gap-4 lg:grid-cols-[2fr_1fr]">
        <div className="flex min-w-0 flex-col gap-4">
          <FormerMemberships memberships={application.formerMemberships} />
          <Panel title={t("detail.decide")}>
            <NextStep {...step} application={application} />
          </Panel>
          {open && (
            <Panel title={t("detail.register")}>
              <RegisterLink {...step} application={application} />
            </Panel>
          )}
          <Panel title={t("detail.conversation")}>
            <Conversation messages={application.messages} empty={t("case.noConversation")} />
          </Panel>
          <Panel title={t("detail.facts")}>
            <ApplicationFacts application={application} />
          </Panel>
        </div>
        <div className="flex min-w-0 flex-col gap-4">
          <Panel title={t("detail.checklist")}>
            <Checklist application={application} />
          </Panel>
          <Panel title={t("detail.decisions")}>
            <Decisions base={base} application={application} />
          </Panel>
          <ApplicationThreads alliance={alliance} applicationId={application.id} />
          <Panel title={t("detail.contact")}>
            <ContactFacts application={application} />
          </Panel>
          {open && (
            <Panel title={t("detail.renew")} description={t("detail.renewHint")}>
              <RenewLinkForm {...step} />
            </Panel>
          )}
        </div>
      </div>
    </ClientMessages>
  );
}
