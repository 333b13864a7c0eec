import { getTranslations } from "next-intl/server";
import type { ComponentProps } from "react";
import {
  AdministratorForm,
  AllianceRoleForm,
  DisableForm,
  EnableForm,
  LinkForm,
} from "@/components/access/account-forms";
import { Panel } from "@/components/ui/panel";
import type { loadUser } from "@/lib/features/access/loaders";

type Props = {
  user: Awaited<ReturnType<typeof loadUser>>;
  alliances: ComponentProps<typeof AllianceRoleForm>["alliances"];
};

/** What may be done with an account: roles and its end while it is open, and its reopening after. */
export async function AccountSteps({ user, alliances }: Props) {
  const t = await getTranslations("access");
  const open = !user.disabledAt && !user.own;
  const administers = user.grants.some(({ role, holds }) => role === "platform_admin" && holds);
  return (
    <>
      {user.disabledAt && (
        <Panel title={t("user.enableTitle")} description={t("user.enableHint")}>
          <EnableForm id={user.id} />
        </Panel>
      )}
      {open && (
        <div className="grid items-start gap-4 lg:grid-cols-2">
          <Panel title={t("user.allianceTitle")} description={t("user.allianceHint")}>
            <AllianceRoleForm userId={user.id} alliances={alliances} />
          </Panel>
          <div className="flex flex-col gap-4">
            {!administers && (
              <Panel title={t("user.administratorTitle")} description={t("user.administratorHint")}>
                <AdministratorForm id={user.id} />
              </Panel>
            )}
            <Panel title={t("user.linkTitle")} description={t("user.linkHint")}>
              <LinkForm id={user.id} />
            </Panel>
            <Panel title={t("user.disableTitle")} description={t("user.disableHint")}>
              <DisableForm id={user.id} />
            </Panel>
          </div>
        </div>
      )}
    </>
  );
}
