import { getTranslations } from "next-intl/server";
import { ChangeCertificateForm } from "@/components/certificates/content-form";
import { AskForm, SealForm, WithdrawForm } from "@/components/certificates/step-forms";
import { Panel } from "@/components/ui/panel";
import type { Certificate } from "@/lib/features/certificates/schema";
import { currentActor } from "@/lib/platform/auth/session";
import { projectOptions } from "./projects";

type Props = { tenant: string; certificate: Certificate };

/** What the reader may do with it now; empty where that is nothing. */
export async function CertificateSteps({ tenant, certificate }: Props) {
  const { id, version, year, may } = certificate;
  const at = { id, version };
  const [t, actor, projects] = await Promise.all([
    getTranslations("certificates"),
    currentActor(),
    may.change ? projectOptions(tenant, certificate) : [],
  ]);
  return (
    <>
      {may.seal && (
        <Panel title={t("sealTitle")} description={t("sealNote")} id="seal">
          <SealForm tenant={tenant} at={at} name={actor.name ?? ""} />
        </Panel>
      )}
      {may.ask && (
        <Panel title={t("ask")}>
          <AskForm tenant={tenant} at={at} />
        </Panel>
      )}
      {may.change && (
        <Panel title={t("changeTitle")}>
          <ChangeCertificateForm
            tenant={tenant}
            projects={projects}
            started={{ year: String(year) }}
            given={certificate}
          />
        </Panel>
      )}
      {may.withdraw && (
        <Panel title={t("withdrawTitle")} description={t("withdrawNote")}>
          <WithdrawForm tenant={tenant} at={at} />
        </Panel>
      )}
    </>
  );
}
