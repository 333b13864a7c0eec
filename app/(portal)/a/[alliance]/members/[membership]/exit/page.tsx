import { getTranslations } from "next-intl/server";
import { ClientMessages } from "@/components/layout/client-messages";
import { PageHeader } from "@/components/layout/page-header";
import { CorrectionPanels, ExitPanel } from "@/components/memberships/exit-panels";
import { Badge } from "@/components/ui/badge";
import { ButtonLink } from "@/components/ui/button";
import { loadExit } from "@/lib/features/memberships/loaders";

type Props = { params: Promise<{ alliance: string; membership: string }> };

export async function generateMetadata() {
  return { title: (await getTranslations("memberships.exit"))("title") };
}

export default async function ExitPage({ params }: Props) {
  const { alliance, membership: membershipId } = await params;
  const [t, m, view] = await Promise.all([
    getTranslations("memberships.exit"),
    getTranslations("memberships"),
    loadExit(alliance, { membershipId }),
  ]);
  const { membership } = view;
  return (
    <>
      <PageHeader
        title={t("of", { name: membership.name })}
        description={t("description")}
        badge={<Badge>{m(`status.${membership.status}`)}</Badge>}
        breadcrumbs={[
          { href: `/a/${alliance}/members`, label: m("register.title") },
          { href: `/organizations/${membership.organizationId}`, label: membership.name },
        ]}
        actions={
          <ButtonLink href={`/a/${alliance}/members/${membershipId}/certificate`}>
            {m("certificate.title")}
          </ButtonLink>
        }
      />
      <ClientMessages namespaces={["memberships"]}>
        <div className="flex flex-col gap-4">
          <ExitPanel tenant={alliance} view={view} />
          <CorrectionPanels tenant={alliance} view={view} />
        </div>
      </ClientMessages>
    </>
  );
}
