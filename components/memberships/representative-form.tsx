"use client";

import { useTranslations } from "next-intl";
import { changeRepresentativeAction } from "@/lib/features/memberships/actions";
import { representativeKinds } from "@/lib/features/memberships/types";
import { ActionForm } from "../forms/action-form";
import { CheckboxField, DateField, SelectField, TextField } from "../forms/fields";

/** The unit's letter, as it lies on the desk: who, as what, from when, valid until when. */
export function RepresentativeForm({
  tenant,
  membershipId,
  today,
  backHref,
  asksHandover,
}: {
  tenant: string;
  membershipId: string;
  today: string;
  backHref: string;
  /** The present representative has something in hand. */
  asksHandover: boolean;
}) {
  const t = useTranslations("memberships");
  return (
    <ActionForm
      action={changeRepresentativeAction}
      tenant={tenant}
      hidden={{ membershipId }}
      submitLabel={t("change.submit")}
      successMessage={t("change.saved")}
      successHref={backHref}
      draftKey={`representative.${membershipId}`}
    >
      <SelectField
        name="kind"
        label={t("change.kind")}
        hint={t("change.hint")}
        required
        defaultValue="authorised"
        options={representativeKinds.map((value) => ({
          value,
          label: t(`representative.${value}`),
        }))}
      />
      <TextField name="name" label={t("change.name")} required maxLength={100} autoComplete="off" />
      <TextField name="title" label={t("change.titleOf")} maxLength={100} autoComplete="off" />
      <TextField
        name="phone"
        label={t("change.phone")}
        hint={t("change.phoneHint")}
        type="tel"
        maxLength={40}
        autoComplete="off"
      />
      <DateField name="from" label={t("change.from")} required defaultValue={today} />
      <DateField name="letterUntil" label={t("change.letterUntil")} />
      {asksHandover && <CheckboxField name="handover" label={t("handover.confirm")} />}
    </ActionForm>
  );
}
