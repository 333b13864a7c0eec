"use client";

import { useTranslations } from "next-intl";
import { ActionForm } from "@/components/forms/action-form";
import { DateField, SelectField, TextField } from "@/components/forms/fields";
import { OrganizationField } from "@/components/organizations/organization-field";
import { declareInterestAction, endInterestAction } from "@/lib/features/interests/actions";
import { interestKinds } from "@/lib/features/interests/types";

/** The own person's tie to an organization; the secretariat declares for a member. */
export function DeclareInterestForm({
  tenant,
  forOrganization,
}: {
  tenant: string;
  forOrganization: boolean;
}) {
  const t = useTranslations("interests");
  return (
    <ActionForm
      action={declareInterestAction}
      tenant={tenant}
      submitLabel={t("declare")}
      successMessage={t("declared")}
    >
      {forOrganization && (
        <OrganizationField
          name="organizationId"
          label={t("field.organization")}
          tenant={tenant}
          required
          membersOnly
        />
      )}
      <SelectField
        name="kind"
        label={t("field.kind")}
        required
        options={interestKinds.map((kind) => ({ value: kind, label: t(`kind.${kind}`) }))}
      />
      <OrganizationField
        name="counterpartId"
        label={t("field.counterpart")}
        tenant={tenant}
        required
      />
      <TextField name="note" label={t("field.note")} hint={t("field.noteHint")} maxLength={300} />
      <DateField name="validFrom" label={t("field.validFrom")} hint={t("field.validFromHint")} />
    </ActionForm>
  );
}

export function EndInterestForm({
  tenant,
  interestId,
  today,
}: {
  tenant: string;
  interestId: string;
  today: string;
}) {
  const t = useTranslations("interests");
  return (
    <ActionForm
      action={endInterestAction}
      tenant={tenant}
      hidden={{ interestId, validTo: today }}
      submitLabel={t("end")}
      submitVariant="quiet"
      confirmLabel={t("endConfirm")}
    />
  );
}
