"use client";

import { useTranslations } from "next-intl";
import { askToJoinAction } from "@/lib/features/projects/actions";
import { partnerRoles } from "@/lib/features/projects/types";
import { ActionForm } from "../forms/action-form";
import { SelectField, TextAreaField } from "../forms/fields";

type Props = { tenant: string; id: string; joinFor: readonly { id: string; name: string }[] };

/** Asks the lead to be taken in, instead of registering the same project again. */
export function JoinForm({ tenant, id, joinFor }: Props) {
  const t = useTranslations("projects");
  return (
    <ActionForm
      action={askToJoinAction}
      tenant={tenant}
      hidden={{ id }}
      submitLabel={t("join.title")}
      submitVariant="secondary"
      successMessage={t("join.done")}
    >
      <p className="text-sm text-muted">{t("join.hint")}</p>
      <SelectField
        name="organizationId"
        label={t("change.organization")}
        required
        defaultValue={joinFor[0]?.id}
        options={joinFor.map((one) => ({ value: one.id, label: one.name }))}
      />
      <SelectField
        name="role"
        label={t("form.role")}
        defaultValue="co_builder"
        options={partnerRoles.map((value) => ({ value, label: t(`role.${value}`) }))}
      />
      <TextAreaField name="reason" label={t("join.reason")} required rows={2} maxLength={1000} />
    </ActionForm>
  );
}
