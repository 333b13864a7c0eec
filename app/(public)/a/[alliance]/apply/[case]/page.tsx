import type { Metadata } from "next";
import { getLocale, getTranslations } from "next-intl/server";
import { ApplicationFacts } from "@/components/applications/application-facts";
import { AnswerForm, WithdrawForm } from "@/components/applications/case-forms";
import { CaseLink, CaseOutcome } from "@/components/applications/case-state";
import { Conversation } from "@/components/applications/conversation";
import { ApplicationStateBadge } from "@/components/applications/state-badge";
import { Waiting } from "@/components/applications/waiting";
import { ClientMessages } from "@/components/layout/client-messages";
import { PageHeader } from "@/components/layout/page-header";
import { Panel } from "@/components/ui/panel";
import { loadCase } from "@/lib/features/applications/loaders";
import { canStep, waitsFor } from "@/lib/features/applications/rules";
import { formatDay } from "@/lib/i18n/format";
import { env } from "@/lib/platform/env";

type Props = { params: Promise<{ alliance: string; case: string }> };

/** The address is the key: it is not indexed and not told to other sites. */
export async function generateMetadata(): Promise<Metadata> {
  return {
    title: (await getTranslations("applications"))("case.title"),
    robots: { index: false, follow: false },
    referrer: "no-referrer",
  };
}

export default async function CasePage({ params }: Props) {
  const { alliance, case: token } = await params;
  const [t, locale, application] = await Promise.all([
    getTranslations("applications"),
    getLocale(),
    loadCase(alliance, { token: token.slice(0, 200) }),
  ]);
  const { state, version } = application;
  const open = waitsFor(state) !== "nobody";
  const step = { tenant: alliance, token, version };
  return (
    <ClientMessages namespaces={["applications"]}>
      <PageHeader
        title={application.organizationName}
        description={`${t("case.number")} ${application.number}`}
        badge={<ApplicationStateBadge state={state} />}
        waitingFor={open && <Waiting state={state} since={application.stateSince} />}
      />
      <div className="flex flex-col gap-4">
        <CaseOutcome application={application} />
        {state === "supplement" && (
          <Panel
            title={t("case.answerTitle")}
            description={t("case.answerDue", { day: formatDay(application.lapsesOn, locale) })}
          >
            <div className="flex flex-col gap-4">
              <p className="border-l-2 border-attention pl-3 whitespace-pre-line">
                {application.messages.findLast((one) => one.kind === "question")?.text}
              </p>
              <AnswerForm {...step} />
            </div>
          </Panel>
        )}
        {open && (
          <CaseLink address={new URL(`/a/${alliance}/apply/${token}`, env().APP_URL).href} />
        )}
        <Panel title={t("case.conversation")}>
          <Conversation messages={application.messages} empty={t("case.noConversation")} />
        </Panel>
        <Panel title={t("case.yours")}>
          <ApplicationFacts application={application} />
        </Panel>
        {canStep(state, "withdraw") && (
          <Panel title={t("case.withdrawTitle")} description={t("case.withdrawHint")}>
            <WithdrawForm {...step} />
          </Panel>
        )}
      </div>
    </ClientMessages>
  );
}
