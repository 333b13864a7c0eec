"use client";

import { useTranslations } from "next-intl";
import { recordVisitAction } from "@/lib/features/verification/actions";
import { ActionForm } from "../forms/action-form";
import { DateField, FileField, TextAreaField, TextField } from "../forms/fields";
import { OrganizationField } from "../organizations/organization-field";

type Props = {
  tenant: string;
  /** The result that the visit is about, where it is about one. */
  about:
    | { id: string; title: string; organizationId: string; organizationName: string }
    | undefined;
};

/** Who went where, and what was found there. */
export function VisitForm({ tenant, about }: Props) {
  const t = useTranslations("verification.visit");
  return (
    <ActionForm
      action={recordVisitAction}
      tenant={tenant}
      hidden={about ? { recordIds: [about.id], organizationId: about.organizationId } : {}}
      submitLabel={t("submit")}
      successMessage={t("done")}
    >
      {about ? (
        <p>
          {t("about")}: {about.title} ({about.organizationName})
        </p>
      ) : (
        <OrganizationField
          name="organizationId"
          label={t("organization")}
          tenant={tenant}
          required
          membersOnly
        />
      )}
      <DateField name="visitedOn" label={t("visitedOn")} required />
      <TextField name="place" label={t("place")} required maxLength={200} />
      <TextField
        name="visitors"
        label={t("visitors")}
        hint={t("visitorsHint")}
        required
        maxLength={300}
      />
      <TextAreaField name="findings" label={t("findings")} required rows={4} maxLength={2000} />
      <FileField name="fileIds.0" label={t("file")} tenant={tenant} />
    </ActionForm>
  );
}
