"use client";

import { useTranslations } from "next-intl";
import { useId, useState } from "react";
import { ActionForm } from "@/components/forms/action-form";
import { SelectField, TextField } from "@/components/forms/fields";
import { controlClass } from "@/components/ui/control";
import {
  disableUserAction,
  enableUserAction,
  inviteUserAction,
  proposeAdministratorAction,
  sendLinkAction,
} from "@/lib/features/access/actions";
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

export function EnableForm({ id }: { id: string }) {
  const t = useTranslations("access");
  return (
    <ActionForm
      action={enableUserAction}
      hidden={{ id }}
      submitLabel={t("user.enable")}
      successMessage={t("user.enabled")}
    >
      <TextField name="reason" label={t("roles.reason")} required maxLength={500} />
    </ActionForm>
  );
}

export function LinkForm({ id }: { id: string }) {
  const t = useTranslations("access.user");
  return (
    <ActionForm
      action={sendLinkAction}
      hidden={{ id }}
      submitLabel={t("link")}
      submitVariant="secondary"
      successMessage={t("linkSent")}
    />
  );
}

/** The password is chosen by the owner of the mailbox: this form never sees one. */
export function InviteForm() {
  const t = useTranslations("access.user.invite");
  return (
    <ActionForm
      action={inviteUserAction}
      submitLabel={t("submit")}
      successMessage={t("done")}
      successHref="/admin/users/{id}"
      draftKey="invite"
    >
      <TextField name="name" label={t("name")} required maxLength={100} autoComplete="off" />
      <TextField
        name="email"
        label={t("email")}
        type="email"
        required
        maxLength={254}
        autoComplete="off"
      />
      <SelectField
        name="locale"
        label={t("locale")}
        required
        defaultValue="zh-CN"
        options={[
          { value: "zh-CN", label: t("zh") },
          { value: "en", label: t("en") },
        ]}
      />
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
