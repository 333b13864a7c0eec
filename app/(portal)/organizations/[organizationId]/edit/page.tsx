import { notFound } from "next/navigation";
import { getLocale, getTranslations } from "next-intl/server";
import { ClientMessages } from "@/components/layout/client-messages";
import { PageHeader } from "@/components/layout/page-header";
import { UpdateOrganizationForm } from "@/components/organizations/organization-form";
import { ChainForm, TitleForms } from "@/components/organizations/title-forms";
import { Notice } from "@/components/ui/notice";
import { Panel } from "@/components/ui/panel";
import { reachOf } from "@/lib/features/access/policy";
import { loadAlliance } from "@/lib/features/alliances/loaders";
import { loadOrganization } from "@/lib/features/memberships/loaders";
import { addressWith, type RawSearch } from "@/lib/kernel/address";
import { currentActor } from "@/lib/platform/auth/session";

type Props = { params: Promise<{ organizationId: string }>; searchParams: Promise<RawSearch> };

export async function generateMetadata() {
  return { title: (await getTranslations("organizations.edit"))("title") };
}

export default async function EditOrganizationPage({ params, searchParams }: Props) {
  const { organizationId } = await params;
  const raw = await searchParams;
  const organization = await loadOrganization("", { organizationId });
  const slug = organization.editableIn.find((own) => own === raw.alliance);
  if (!slug) notFound();
  const [t, locale, alliance, actor] = await Promise.all([
    getTranslations("organizations"),
    getLocale(),
    loadAlliance(slug, {}),
    currentActor(),
  ]);
  const others = organization.memberships.filter(
    ({ allianceSlug, status }) => allianceSlug !== slug && status !== "ended",
  );
  const keys = { tenant: slug, organizationId: organization.id };
  return (
    <>
      <PageHeader
        title={t("edit.title")}
        breadcrumbs={[
          {
            href: addressWith(`/organizations/${organization.id}`, { alliance: slug }),
            label: organization.name,
          },
          { label: t("edit.title") },
        ]}
      />
      <ClientMessages namespaces={["organizations"]}>
        <div className="grid items-start gap-4 lg:grid-cols-[3fr_2fr]">
          <Panel title={t("page.profile")}>
            {others.length > 0 && (
              <div className="pb-4">
                <Notice tone="attention">
                  {t("edit.sharedNote", {
                    alliances: others.map(({ allianceName }) => allianceName).join("、"),
                  })}
                </Notice>
              </div>
            )}
            <UpdateOrganizationForm
              {...keys}
              version={organization.version}
              given={organization}
              changesCode={reachOf("organization.update", actor.roles, alliance.id)?.whole === true}
            />
          </Panel>
          <div className="flex flex-col gap-4">
            <Panel title={t("edit.tagsTitle")}>
              <TitleForms {...keys} tags={organization.tags} />
            </Panel>
            <Panel title={t("edit.chainTitle")}>
              <ChainForm
                {...keys}
                nodes={alliance.chainNodes.map((node) => ({
                  ...node,
                  label: (locale === "en" && node.nameEn) || node.name,
                }))}
                chosen={organization.chainNodes
                  .filter(({ allianceSlug }) => allianceSlug === slug)
                  .map(({ id }) => id)}
              />
            </Panel>
          </div>
        </div>
      </ClientMessages>
    </>
  );
}
