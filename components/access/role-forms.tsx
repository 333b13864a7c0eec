"use client";

import { useTranslations } from "next-intl";
import { ActionForm } from "@/components/forms/action-form";
import { DateField, SelectField, TextField } from "@/components/forms/fields";
import { OrganizationField } from "@/components/organizations/organization-field";
import { grantRoleAction, proposeRoleAction } from "@/lib/features/access/actions";
import { governanceRoles, memberRoles, type Role } from "@/lib/features/access/types";

function RoleFields({ roles }: { roles: readonly Role[] }) {
  const t = useTranslations("access.roles");
  const names = useTranslations("access.role");
  return (
    <>
      <SelectField
        name="role"
        label={t("role")}
        required
        options={roles.map((value) => ({ value, label: names(value) }))}
      />
      <OrganizationField
        name="organizationId"
        label={t("organization")}
        {...(roles === memberRoles && { hint: t("organizationHint") })}
        membersOnly
      />
      <DateField name="validTo" label={t("validTo")} hint={t("validToHint")} />
    </>
  );
}

function AccountField() {
  const t = useTranslations("access.roles");
  return (
    <TextField
      name="email"
      label={t("email")}
      hint={t("emailHint")}
      type="email"
      autoComplete="off"
      required
    />
  );
}

/** A member's right, given at once. */
export function GrantRoleForm({ tenant }: { tenant: string }) {
  const t = useTranslations("access.roles");
  return (
    <ActionForm
      action={grantRoleAction}
      tenant={tenant}
      submitLabel={t("grant")}
      successMessage={t("granted")}
    >
      <AccountField />
      <RoleFields roles={memberRoles} />
    </ActionForm>
  );
}

/** A right that governs: for a second person to agree to. */
export function ProposeRoleForm({ tenant, userId }: { tenant: string; userId?: string }) {
  const t = useTranslations("access.roles");
  return (
    <ActionForm
      action={proposeRoleAction}
      tenant={tenant}
      hidden={userId ? { userId } : {}}
      submitLabel={t("propose")}
      successMessage={t("proposed")}
    >
      {!userId && <AccountField />}
      <RoleFields roles={governanceRoles} />
      <TextField name="reason" label={t("reason")} required maxLength={500} />
    </ActionForm>
  );
}
