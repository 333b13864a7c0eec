import { notFound } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { ClientMessages } from "@/components/layout/client-messages";
import { PageHeader } from "@/components/layout/page-header";
import { RepresentativeForm } from "@/components/memberships/representative-form";
import { Panel } from "@/components/ui/panel";
import { loadOrganization } from "@/lib/features/memberships/loaders";
import { addressWith, type RawSearch } from "@/lib/kernel/address";
import { today } from "@/lib/platform/clock";

type Props = { params: Promise<{ organizationId: string }>; searchParams: Promise<RawSearch> };

export async function generateMetadata() {
  return { title: (await getTranslations("memberships.change"))("title") };
}

export default async function RepresentativesPage({ params, searchParams }: Props) {
  const { organizationId } = await params;
  const raw = await searchParams;
  const organization = await loadOrganization("", { organizationId });
  const membership = organization.memberships.find(
    ({ allianceSlug, status, changesPeople }) =>
      allianceSlug === raw.alliance && status !== "ended" && changesPeople,
  );
  if (!membership) notFound();
  const t = await getTranslations("memberships.change");
  const back = addressWith(`/organizations/${organization.id}`, {
    alliance: membership.allianceSlug,
  });
  return (
    <>
      <PageHeader
        title={t("title")}
        description={membership.allianceName}
        breadcrumbs={[{ href: back, label: organization.name }, { label: t("title") }]}
      />
      <ClientMessages namespaces={["memberships"]}>
        <Panel>
          <RepresentativeForm
            tenant={membership.allianceSlug}
            membershipId={membership.membershipId}
            today={today()}
            backHref={back}
          />
        </Panel>
      </ClientMessages>
    </>
  );
}
