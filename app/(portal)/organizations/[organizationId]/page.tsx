import { getLocale, getTranslations } from "next-intl/server";
import { PageHeader } from "@/components/layout/page-header";
import { History } from "@/components/organizations/history";
import { ChainPlaces, NamesOverTime, Titles } from "@/components/organizations/names-and-titles";
import { ProfileFacts } from "@/components/organizations/profile-facts";
import { Badge } from "@/components/ui/badge";
import { ButtonLink } from "@/components/ui/button";
import { Panel } from "@/components/ui/panel";
import { TabLinks } from "@/components/ui/tabs";
import { loadOrganization } from "@/lib/features/memberships/loaders";
import { addressWith, type RawSearch } from "@/lib/kernel/address";
import { today } from "@/lib/platform/clock";
import { MembershipPanels } from "./_sections/membership-panels";
import { OpenChanges } from "./_sections/open-changes";
import { Standing } from "./_sections/standing";

type Props = { params: Promise<{ organizationId: string }>; searchParams: Promise<RawSearch> };

export async function generateMetadata({ params }: Props) {
  const { organizationId } = await params;
  return { title: (await loadOrganization("", { organizationId })).name };
}

const tabs = ["overview", "history"] as const;
const text = (value: string | string[] | undefined) => (typeof value === "string" ? value : "");

export default async function OrganizationPage({ params, searchParams }: Props) {
  const { organizationId } = await params;
  const raw = await searchParams;
  const organization = await loadOrganization("", { organizationId });
  const t = await getTranslations("organizations");
  const m = await getTranslations("memberships.register");
  const english = (await getLocale()) === "en";
  const name = (english && organization.nameEn) || organization.name;
  const from = organization.memberships.find(({ allianceSlug }) => allianceSlug === raw.alliance);
  const slug = from?.allianceSlug ?? "";
  const shown = tabs.find((tab) => tab === text(raw.tab)) ?? "overview";
  const base = `/organizations/${organization.id}`;
  const editIn = organization.editableIn.find((own) => own === slug) ?? organization.editableIn[0];
  return (
    <>
      <PageHeader
        title={name}
        badge={organization.synthetic && <Badge>{t("page.synthetic")}</Badge>}
        breadcrumbs={
          from && [
            { href: `/a/${slug}`, label: (english && from.allianceNameEn) || from.allianceName },
            { href: `/a/${slug}/members`, label: m("title") },
            { label: name },
          ]
        }
        actions={
          editIn && (
            <>
              {organization.kind === "enterprise" && (
                <ButtonLink
                  href={addressWith(`/a/${editIn}/enterprise`, { organization: organization.id })}
                >
                  {t("page.standing")}
                </ButtonLink>
              )}
              <ButtonLink href={addressWith(`${base}/edit`, { alliance: editIn })}>
                {t("page.edit")}
              </ButtonLink>
            </>
          )
        }
      />
      <Standing organization={organization} />
      <TabLinks
        label={name}
        items={tabs.map((tab) => ({
          href: addressWith(base, { alliance: slug, tab: tab === "overview" ? "" : tab }),
          label: t(`page.${tab}`),
          current: tab === shown,
        }))}
      />
      {shown === "overview" && (
        <div className="grid items-start gap-4 pt-4 lg:grid-cols-[2fr_1fr]">
          <div className="flex min-w-0 flex-col gap-4">
            <OpenChanges organization={organization} />
            <Panel title={t("page.profile")}>
              <ProfileFacts organization={organization} />
            </Panel>
            <MembershipPanels organization={organization} />
          </div>
          <div className="flex min-w-0 flex-col gap-4">
            <Titles tags={organization.tags} today={today()} />
            <ChainPlaces nodes={organization.chainNodes} />
            <NamesOverTime names={organization.names} />
          </div>
        </div>
      )}
      {shown === "history" && (
        <div className="pt-4">
          <Panel title={t("page.history")}>
            <History entries={organization.timeline} />
          </Panel>
        </div>
      )}
    </>
  );
}
