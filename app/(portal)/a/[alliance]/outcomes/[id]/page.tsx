import { getLocale, getTranslations } from "next-intl/server";
import { ClientMessages } from "@/components/layout/client-messages";
import { PageHeader } from "@/components/layout/page-header";
import { DecisionForms } from "@/components/outcomes/decision-forms";
import { Evidence, OutcomeFacts } from "@/components/outcomes/outcome-facts";
import { AmendForm } from "@/components/outcomes/report-form";
import { OutcomeStateBadge } from "@/components/outcomes/state-badge";
import { Notice } from "@/components/ui/notice";
import { Panel } from "@/components/ui/panel";
import { loadOutcome } from "@/lib/features/outcomes/loaders";
import { isApproved, waitsFor } from "@/lib/features/outcomes/rules";
import { formatInstant } from "@/lib/i18n/format";
import { CorrectionHistory } from "./_sections/history";

type Props = { params: Promise<{ alliance: string; id: string }> };

export default async function OutcomePage({ params }: Props) {
  const { alliance, id } = await params;
  const [t, locale, outcome] = await Promise.all([
    getTranslations("outcomes"),
    getLocale(),
    loadOutcome(alliance, { id }),
  ]);
  const since = formatInstant(new Date(outcome.stateSince), locale);
  const waits = waitsFor(outcome.state);
  return (
    <ClientMessages namespaces={["outcomes"]}>
      <PageHeader
        title={outcome.title}
        badge={<OutcomeStateBadge state={outcome.state} />}
        breadcrumbs={[
          { href: `/a/${alliance}/outcomes`, label: t("title") },
          { label: outcome.title },
        ]}
        description={outcome.synthetic ? t("synthetic") : undefined}
        waitingFor={
          waits &&
          (waits.organization
            ? t("waitReporter", { organization: outcome.organizationName, since })
            : t("waitSecretariat", { since }))
        }
      />
      {outcome.state === "returned" && outcome.returnReason && (
        <Notice tone="problem" title={t("field.reason")}>
          {outcome.returnReason}
        </Notice>
      )}
      <div className="mt-4 grid gap-4 lg:grid-cols-[2fr_1fr]">
        <Panel title={t("facts")}>
          <OutcomeFacts tenant={alliance} outcome={outcome} />
        </Panel>
        <Panel title={t("evidence")}>
          <Evidence tenant={alliance} outcome={outcome} />
        </Panel>
      </div>
      {outcome.state === "submitted" && (
        <div className="mt-4">
          <Panel title={t("decision")}>
            {outcome.may.decide ? (
              <DecisionForms tenant={alliance} id={outcome.id} version={outcome.version} />
            ) : (
              <p className="text-sm text-muted">{t("whyNotDecide")}</p>
            )}
          </Panel>
        </div>
      )}
      {(isApproved(outcome.state) || outcome.state === "superseded") && (
        <div className="mt-4">
          <CorrectionHistory tenant={alliance} recordId={outcome.id} />
        </div>
      )}
      {outcome.may.amend && (
        <div className="mt-4">
          <Panel title={t("amendTitle")}>
            <AmendForm tenant={alliance} outcome={outcome} />
          </Panel>
        </div>
      )}
    </ClientMessages>
  );
}
