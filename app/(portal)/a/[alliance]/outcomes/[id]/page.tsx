import Link from "next/link";
import { getLocale, getTranslations } from "next-intl/server";
import { ClientMessages } from "@/components/layout/client-messages";
import { PageHeader } from "@/components/layout/page-header";
import { AdjustmentsPanel, ChainPanel, SharesPanel } from "@/components/outcomes/claim-panels";
import { CoClaimCard } from "@/components/outcomes/co-claim-card";
import { EvidenceGone } from "@/components/outcomes/evidence-gone";
import { AmendForm } from "@/components/outcomes/report-form";
import { OutcomeStateBadge } from "@/components/outcomes/state-badge";
import { Notice } from "@/components/ui/notice";
import { Panel } from "@/components/ui/panel";
import { loadOutcome } from "@/lib/features/outcomes/loaders";
import { openOwnership } from "@/lib/features/outcomes/rules/co-claims";
import { isApproved, waitsFor } from "@/lib/features/outcomes/rules/states";
import { formatInstant } from "@/lib/i18n/format";
import { certificateOptions } from "../_sections/certificates";
import { Decision } from "./_sections/decision";
import { CorrectionHistory } from "./_sections/history";
import { OutcomeRecord } from "./_sections/record";

type Props = { params: Promise<{ alliance: string; id: string }> };

export default async function OutcomePage({ params }: Props) {
  const { alliance, id } = await params;
  const [t, trainings, locale, outcome] = await Promise.all([
    getTranslations("outcomes"),
    getTranslations("trainings"),
    getLocale(),
    loadOutcome(alliance, { id }),
  ]);
  const since = formatInstant(new Date(outcome.stateSince), locale);
  const waits = waitsFor(outcome.state);
  const ownership = openOwnership(outcome);
  const certificates = await certificateOptions(alliance, outcome.may.amend ? outcome : undefined);
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
      <EvidenceGone gone={outcome.evidenceGone} />
      {ownership && <Notice tone="attention" title={t(`share.${ownership}`)} />}
      <OutcomeRecord tenant={alliance} outcome={outcome}>
        <SharesPanel tenant={alliance} outcome={outcome} />
        {outcome.coClaims.map((claim) => (
          <CoClaimCard key={claim.id} tenant={alliance} claim={claim} />
        ))}
        {outcome.chain.length > 0 && <ChainPanel tenant={alliance} outcome={outcome} />}
        {outcome.adjustments.length > 0 && <AdjustmentsPanel tenant={alliance} outcome={outcome} />}
      </OutcomeRecord>
      {outcome.state === "submitted" && !outcome.provisional && (
        <div className="mt-4">
          <Decision tenant={alliance} outcome={outcome} />
        </div>
      )}
      {(isApproved(outcome.state) || outcome.state === "superseded") && (
        <div className="mt-4">
          <CorrectionHistory tenant={alliance} recordId={outcome.id} />
        </div>
      )}
      {outcome.training && outcome.state === "returned" && (
        <p className="mt-4 text-sm">
          {trainings("ofRecordHint")}{" "}
          <Link href={`/a/${alliance}/outcomes/trainings/${outcome.training.id}`}>
            {outcome.training.course}
          </Link>
        </p>
      )}
      {outcome.may.amend && (
        <div className="mt-4">
          <Panel title={t("amendTitle")}>
            <AmendForm tenant={alliance} outcome={outcome} certificates={certificates} />
          </Panel>
        </div>
      )}
    </ClientMessages>
  );
}
