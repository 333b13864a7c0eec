import { getTranslations } from "next-intl/server";
import { PageHeader } from "@/components/layout/page-header";
import { Certificate } from "@/components/memberships/certificate";
import { Notice } from "@/components/ui/notice";
import { loadCertificate } from "@/lib/features/memberships/loaders";

type Props = { params: Promise<{ alliance: string; membership: string }> };

export async function generateMetadata() {
  return { title: (await getTranslations("memberships.certificate"))("title") };
}

/** Nobody prints a certificate of a membership that is over or has not begun. */
export default async function CertificatePage({ params }: Props) {
  const { alliance, membership: membershipId } = await params;
  const [t, m, certificate] = await Promise.all([
    getTranslations("memberships.certificate"),
    getTranslations("memberships"),
    loadCertificate(alliance, { membershipId }),
  ]);
  const valid = certificate.status !== "ended" && certificate.status !== "pending";
  return (
    <>
      <div className="print:hidden">
        <PageHeader
          title={t("title")}
          description={t("print")}
          breadcrumbs={[
            { href: `/a/${alliance}/members`, label: m("register.title") },
            {
              href: `/a/${alliance}/members/${membershipId}/exit`,
              label: certificate.organizationName,
            },
          ]}
        />
      </div>
      {valid ? (
        <Certificate certificate={certificate} />
      ) : (
        <Notice tone="attention">
          {t("notValid", { status: m(`status.${certificate.status}`) })}
        </Notice>
      )}
    </>
  );
}
