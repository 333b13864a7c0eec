"use client";

import { useTranslations } from "next-intl";
import { useId, useState } from "react";
import { ActionForm } from "@/components/forms/action-form";
import { TextField } from "@/components/forms/fields";
import { controlClass } from "@/components/ui/control";
import { disableUserAction, proposeAdministratorAction } from "@/lib/features/access/actions";
import { ProposeRoleForm } from "./role-forms";

export function DisableForm({ id }: { id: string }) {
  const t = useTranslations("access");
  return (
    <ActionForm
      action={disableUserAction}
      hidden={{ id }}
      submitLabel={t("user.disable")}
      submitVariant="danger"
      confirmLabel={t("user.disableQuestion")}
      successMessage={t("user.disabled")}
    >
      <TextField name="reason" label={t("roles.reason")} required maxLength={500} />
    </ActionForm>
  );
}

export function AdministratorForm({ id }: { id: string }) {
  const t = useTranslations("access");
  return (
    <ActionForm
      action={proposeAdministratorAction}
      hidden={{ id }}
      submitLabel={t("user.administrator")}
      successMessage={t("roles.proposed")}
    >
      <TextField name="reason" label={t("roles.reason")} required maxLength={500} />
    </ActionForm>
  );
}

/** The alliance is the tenant of the call and no field of the form, hence chosen outside of it. */
export function AllianceRoleForm({
  userId,
  alliances,
}: {
  userId: string;
  alliances: readonly { slug: string; name: string }[];
}) {
  const t = useTranslations("access.user");
  const [slug, setSlug] = useState(alliances[0]?.slug ?? "");
  const id = useId();
  return (
    <div className="flex flex-col gap-5">
      <div className="flex max-w-xl flex-col gap-1">
        <label htmlFor={id}>{t("alliance")}</label>
        <select
          id={id}
          value={slug}
          onChange={(event) => setSlug(event.target.value)}
          className={controlClass}
        >
          {alliances.map((alliance) => (
            <option key={alliance.slug} value={alliance.slug}>
              {alliance.name}
            </option>
          ))}
        </select>
      </div>
      <ProposeRoleForm key={slug} tenant={slug} userId={userId} />
    </div>
  );
}
