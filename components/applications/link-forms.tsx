"use client";

import { useTranslations } from "next-intl";
import { ActionForm } from "@/components/forms/action-form";
import { OrganizationField } from "@/components/organizations/organization-field";
import {
  createFromApplicationAction,
  linkOrganizationAction,
} from "@/lib/features/applications/actions";

type Props = { tenant: string; applicationId: string; version: number };

/** The register knows the code: one click. */
export function LinkSameForm({
  tenant,
  organizationId,
  ...rest
}: Props & { organizationId: string }) {
  const t = useTranslations("applications.detail");
  return (
    <ActionForm
      action={linkOrganizationAction}
      tenant={tenant}
      hidden={{ ...rest, organizationId }}
      submitLabel={t("linkSame")}
      successMessage={t("linkDone")}
    />
  );
}

/** The register may know the unit without its code: look for it. */
export function LinkForm({ tenant, ...hidden }: Props) {
  const t = useTranslations("applications");
  return (
    <ActionForm
      action={linkOrganizationAction}
      tenant={tenant}
      hidden={hidden}
      submitLabel={t("detail.link")}
      submitVariant="secondary"
      successMessage={t("detail.linkDone")}
    >
      <OrganizationField name="organizationId" label={t("field.organization")} required />
    </ActionForm>
  );
}

/** The register does not know the unit: enter it with what the application says. */
export function CreateForm({ tenant, ...hidden }: Props) {
  const t = useTranslations("applications.detail");
  return (
    <ActionForm
      action={createFromApplicationAction}
      tenant={tenant}
      hidden={hidden}
      submitLabel={t("create")}
      successMessage={t("created")}
      confirmLabel={t("createConfirm")}
    />
  );
}
