import { getLocale, getTranslations } from "next-intl/server";
import { ClientMessages } from "@/components/layout/client-messages";
import { MembershipPanel } from "@/components/memberships/membership-panel";
import { positionWords } from "@/components/memberships/position-words";
import type { OrganizationView } from "@/components/organizations/profile-facts";
import { EmptyState } from "@/components/ui/empty-state";
import { loadAlliance } from "@/lib/features/alliances/loaders";
import { addressWith } from "@/lib/kernel/address";

/** All memberships that the reader may know of, each in the words of its alliance. */
export async function MembershipPanels({ organization }: { organization: OrganizationView }) {
  const [t, o, locale, alliances] = await Promise.all([
    getTranslations("memberships"),
    getTranslations("organizations.page"),
    getLocale(),
    Promise.all(organization.memberships.map(({ allianceSlug }) => loadAlliance(allianceSlug, {}))),
  ]);
  if (organization.memberships.length === 0) return <EmptyState title={o("none")} />;
  return (
    <ClientMessages namespaces={["memberships"]}>
      <div className="flex flex-col gap-4">
        {organization.memberships.map((membership, place) => (
          <MembershipPanel
            key={membership.membershipId}
            membership={membership}
            organizationId={organization.id}
            changeHref={addressWith(`/organizations/${organization.id}/representatives`, {
              alliance: membership.allianceSlug,
            })}
            positionWord={positionWords(
              alliances[place]?.positionLabels ?? [],
              locale,
              (position) => t(`position.${position}`),
            )}
          />
        ))}
      </div>
    </ClientMessages>
  );
}
