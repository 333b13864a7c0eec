import { notFound } from "next/navigation";
import { getTranslations } from "next-intl/server";
import {
  AgreementFacts,
  AgreementHistory,
  PartySeals,
} from "@/components/agreements/agreement-facts";
import { EditAgreementForm } from "@/components/agreements/agreement-forms";
import { RenewForm, SealForms, StepAgreementForm } from "@/components/agreements/agreement-steps";
import { AgreementBadge } from "@/components/agreements/agreement-table";
import { WaitingLine } from "@/components/agreements/waiting-line";
import { ClientMessages } from "@/components/layout/client-messages";
import { PageHeader } from "@/components/layout/page-header";
import { Notice } from "@/components/ui/notice";
import { Panel } from "@/components/ui/panel";
import { loadAgreement } from "@/lib/features/agreements/loaders";
import { getAgreementInput } from "@/lib/features/agreements/schema";
import { loadTargets } from "../_sections/targets";

type Props = { params: Promise<{ alliance: string; agreementId: string }> };

const load = async (params: Props["params"]) => {
  const { alliance, agreementId } = await params;
  const input = getAgreementInput.safeParse({ agreementId });
  if (!input.success) notFound();
  return { alliance, agreement: await loadAgreement(alliance, input.data) };
};

export async function generateMetadata({ params }: Props) {
  return { title: (await load(params)).agreement.title };
}

export default async function AgreementPage({ params }: Props) {
  const [t, { alliance, agreement }] = await Promise.all([
    getTranslations("agreements"),
    load(params),
  ]);
  const base = `/a/${alliance}`;
  const { may } = agreement;
  const targets = may.edit ? await loadTargets(alliance) : undefined;
  return (
    <ClientMessages namespaces={["agreements"]}>
      <PageHeader
        title={agreement.title}
        breadcrumbs={[
          { href: `${base}/agreements`, label: t("title") },
          { label: agreement.title },
        ]}
        badge={<AgreementBadge phase={agreement.phase} />}
        waitingFor={agreement.waiting !== "nobody" && <WaitingLine agreement={agreement} />}
      />
      <div className="grid items-start gap-4 lg:grid-cols-[1fr_22rem]">
        <div className="flex min-w-0 flex-col gap-4">
          <Panel>
            <AgreementFacts agreement={agreement} base={base} />
          </Panel>
          <Panel title={t("field.parties")} description={t(`seal.${agreement.seal}`)}>
            <PartySeals agreement={agreement} />
          </Panel>
          {targets && (
            <Panel title={t("edit")}>
              <EditAgreementForm
                key={agreement.version}
                tenant={alliance}
                agreement={agreement}
                targets={targets}
              />
            </Panel>
          )}
          <Panel title={t("history")}>
            <AgreementHistory events={agreement.events} />
          </Panel>
        </div>
        <div className="flex flex-col gap-4">
          {may.clearBlocked && <Notice tone="attention">{t("clearBlocked")}</Notice>}
          {may.moves.length > 0 && (
            <Panel title={t("next")}>
              <StepAgreementForm key={agreement.version} tenant={alliance} agreement={agreement} />
            </Panel>
          )}
          {may.sealFor.length > 0 && (
            <Panel title={t("field.seal")}>
              <SealForms tenant={alliance} agreement={agreement} />
            </Panel>
          )}
          {may.renew && (
            <Panel title={t("renew")}>
              <RenewForm tenant={alliance} agreement={agreement} />
            </Panel>
          )}
        </div>
      </div>
    </ClientMessages>
  );
}
