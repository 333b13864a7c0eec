import { getLocale, getTranslations } from "next-intl/server";
import { CertificateFacts, RestingRecords } from "@/components/certificates/certificate-facts";
import { CertificateStateBadge } from "@/components/certificates/state-badge";
import { waitingWords } from "@/components/certificates/waiting-words";
import { ClientMessages } from "@/components/layout/client-messages";
import { PageHeader } from "@/components/layout/page-header";
import { ButtonLink } from "@/components/ui/button";
import { Notice } from "@/components/ui/notice";
import { Panel } from "@/components/ui/panel";
import { loadCertificate } from "@/lib/features/certificates/loaders";
import { formatCount } from "@/lib/i18n/format";
import { CertificateSteps } from "../_sections/steps";

type Props = { params: Promise<{ alliance: string; id: string }> };

export default async function CertificatePage({ params }: Props) {
  const { alliance, id } = await params;
  const [t, locale, certificate] = await Promise.all([
    getTranslations("certificates"),
    getLocale(),
    loadCertificate(alliance, { id }),
  ]);
  const { enterprise, year, state, left } = certificate;
  const base = `/a/${alliance}/certificates`;
  const title = t("one", { enterprise: enterprise.name, year: String(year) });
  const waiting = waitingWords(certificate, locale);
  const count = (value: string) => formatCount(Number(value), locale);
  return (
    <ClientMessages namespaces={["certificates", "organizations"]}>
      <PageHeader
        title={title}
        badge={<CertificateStateBadge state={state} />}
        breadcrumbs={[{ href: base, label: t("title") }, { label: title }]}
        description={certificate.synthetic ? t("synthetic") : undefined}
        waitingFor={waiting && t(waiting.key, waiting.values)}
        actions={<ButtonLink href={`${base}/${id}/print`}>{t("print")}</ButtonLink>}
      />
      {state === "withdrawn" && (
        <Notice tone="attention" title={t("state.withdrawn")}>
          {certificate.reason ?? t("mergedReason")}
        </Notice>
      )}
      <div className="mt-4 flex flex-col gap-4">
        <Panel title={t("facts")}>
          <CertificateFacts tenant={alliance} certificate={certificate} />
        </Panel>
        <CertificateSteps tenant={alliance} certificate={certificate} />
        <Panel
          title={t("records")}
          description={
            state === "sealed"
              ? t("left", { benefit: count(left.benefit), output: count(left.output) })
              : undefined
          }
        >
          <RestingRecords tenant={alliance} certificate={certificate} />
        </Panel>
      </div>
    </ClientMessages>
  );
}
