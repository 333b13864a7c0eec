import { useTranslations } from "next-intl";
import { ClientMessages } from "@/components/layout/client-messages";
import { ChangeDetails, ChangeStateBadge } from "@/components/organizations/change-view";
import type { OrganizationView } from "@/components/organizations/profile-facts";
import { Panel } from "@/components/ui/panel";

/** A change that waits for the alliances of the organization stands above the profile that it is to change. */
export function OpenChanges({ organization }: { organization: OrganizationView }) {
  const t = useTranslations("organizations.change");
  return organization.changes.map((change) => (
    <Panel key={change.id} title={t("panel")} actions={<ChangeStateBadge state={change.state} />}>
      <ClientMessages namespaces={["organizations"]}>
        <ChangeDetails change={change} />
      </ClientMessages>
    </Panel>
  ));
}
