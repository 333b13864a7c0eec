"use client";

import { useTranslations } from "next-intl";
import {
  renewAgreementAction,
  sealAgreementAction,
  stepAgreementAction,
} from "@/lib/features/agreements/actions";
import type { AgreementView } from "@/lib/features/agreements/schema";
import { ActionForm } from "../forms/action-form";
import { DateField, RadioField, TextField } from "../forms/fields";

type OneProps = { tenant: string; agreement: AgreementView };

/** The moves that the reader may make now. */
export function StepAgreementForm({ tenant, agreement }: OneProps) {
  const t = useTranslations("agreements");
  const { id, version, may, today } = agreement;
  return (
    <ActionForm
      action={stepAgreementAction}
      tenant={tenant}
      hidden={{ agreementId: id, version }}
      submitLabel={t("next")}
      successMessage={t("moveDone")}
    >
      <RadioField
        name="move"
        label={t("next")}
        required
        defaultValue={may.moves[0]}
        options={may.moves.map((value) => ({ value, label: t(`move.${value}`) }))}
      />
      <TextField name="note" label={t("note")} maxLength={500} />
      {may.moves.includes("end") && <DateField name="on" label={t("endOn")} max={today} />}
    </ActionForm>
  );
}

export function SealForms({ tenant, agreement }: OneProps) {
  const t = useTranslations("agreements");
  return agreement.may.sealFor.map(({ id, name }) => (
    <ActionForm
      key={id}
      action={sealAgreementAction}
      tenant={tenant}
      hidden={{ agreementId: agreement.id, organizationId: id }}
      submitLabel={t("sealFor", { name })}
      submitVariant="secondary"
      successMessage={t("sealDone")}
    >
      <DateField
        name="on"
        label={t("sealOn")}
        required
        max={agreement.today}
        defaultValue={agreement.today}
      />
    </ActionForm>
  ));
}

export function RenewForm({ tenant, agreement }: OneProps) {
  const t = useTranslations("agreements");
  return (
    <ActionForm
      action={renewAgreementAction}
      tenant={tenant}
      hidden={{ agreementId: agreement.id, version: agreement.version }}
      submitLabel={t("renew")}
      submitVariant="secondary"
      successMessage={t("renewDone")}
      successHref={`/a/${tenant}/agreements/{id}`}
    >
      <p className="text-sm text-muted">{t("renewHint")}</p>
      <DateField name="validFrom" label={t("field.validFrom")} required />
      <DateField name="validTo" label={t("field.validTo")} />
    </ActionForm>
  );
}
