import { notFound } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { ClientMessages } from "@/components/layout/client-messages";
import { PageHeader } from "@/components/layout/page-header";
import { EndRepresentative } from "@/components/memberships/end-representative";
import { HandoverList } from "@/components/memberships/handover-list";
import { RepresentativeForm } from "@/components/memberships/representative-form";
import { Panel } from "@/components/ui/panel";
import { loadHandover, loadOrganization } from "@/lib/features/memberships/loaders";
import { addressWith, type RawSearch } from "@/lib/kernel/address";
import { today } from "@/lib/platform/clock";

type Props = { params: Promise<{ organizationId: string }>; searchParams: Promise<RawSearch> };

export async function generateMetadata() {
  return { title: (await getTranslations("memberships.change"))("title") };
}

/** A new representative, or with `person` the end of one; either with the list of what is to be handed over. */
export default async function RepresentativesPage({ params, searchParams }: Props) {
  const { organizationId } = await params;
  const raw = await searchParams;
  const organization = await loadOrganization("", { organizationId });
  const membership = organization.memberships.find(
    ({ allianceSlug, status, changesPeople }) =>
      allianceSlug === raw.alliance && status !== "ended" && changesPeople,
  );
  if (!membership) notFound();
  const { allianceSlug: tenant, membershipId } = membership;
  const { people } = await loadHandover(tenant, { membershipId });
  const leaving = raw.person
    ? (people.find(({ representativeId }) => representativeId === raw.person) ?? notFound())
    : undefined;
  // Only these are replaced by a new one; contacts and reporters may be several.
  const replaced = people.filter(({ kind }) => kind === "authorised" || kind === "legal");
  const listed = leaving ? [leaving] : replaced.filter(({ items }) => items.length > 0);
  const t = await getTranslations("memberships");
  const title = leaving ? t("change.endTitle", { name: leaving.name }) : t("change.title");
  const back = addressWith(`/organizations/${organization.id}`, { alliance: tenant });
  return (
    <>
      <PageHeader
        title={title}
        description={membership.allianceName}
        breadcrumbs={[{ href: back, label: organization.name }, { label: title }]}
      />
      <ClientMessages namespaces={["memberships"]}>
        <div className="flex flex-col gap-4">
          {listed.length > 0 && (
            <Panel title={t("handover.title")} description={t("handover.hint")}>
              <div className="flex flex-col gap-4">
                {listed.map((person) => (
                  <HandoverList key={person.representativeId} slug={tenant} person={person} />
                ))}
              </div>
            </Panel>
          )}
          <Panel>
            {leaving ? (
              <EndRepresentative person={leaving} slug={tenant} today={today()} backHref={back} />
            ) : (
              <RepresentativeForm
                tenant={tenant}
                membershipId={membershipId}
                today={today()}
                backHref={back}
                asksHandover={listed.length > 0}
              />
            )}
          </Panel>
        </div>
      </ClientMessages>
    </>
  );
}
