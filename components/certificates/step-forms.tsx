"use client";

import { useTranslations } from "next-intl";
import { ActionForm } from "@/components/forms/action-form";
import { FileField, RadioField, TextAreaField, TextField } from "@/components/forms/fields";
import {
  askCertificateAction,
  sealCertificateAction,
  withdrawCertificateAction,
} from "@/lib/features/certificates/actions";
import { sealWays } from "@/lib/features/certificates/types";

type At = { tenant: string; at: { id: string; version: number } };

export function AskForm({ tenant, at }: At) {
  const t = useTranslations("certificates");
  return (
    <ActionForm
      action={askCertificateAction}
      tenant={tenant}
      hidden={at}
      submitLabel={t("ask")}
      confirmLabel={t("askConfirm")}
      successMessage={t("asked")}
    />
  );
}

/** The enterprise's own word: by the sealed paper, or by name. */
export function SealForm({ tenant, at, name }: At & { name: string }) {
  const t = useTranslations("certificates");
  return (
    <ActionForm
      action={sealCertificateAction}
      tenant={tenant}
      hidden={at}
      submitLabel={t("seal")}
      confirmLabel={t("sealConfirm")}
      successMessage={t("sealed")}
    >
      <RadioField
        name="way"
        label={t("field.way")}
        required
        options={sealWays.map((way) => ({ value: way, label: t(`way.${way}`) }))}
      />
      <FileField name="fileId" label={t("field.file")} tenant={tenant} hint={t("field.fileHint")} />
      <TextField
        name="signatory"
        label={t("field.signatory")}
        required
        maxLength={60}
        defaultValue={name}
      />
    </ActionForm>
  );
}

export function WithdrawForm({ tenant, at }: At) {
  const t = useTranslations("certificates");
  return (
    <ActionForm
      action={withdrawCertificateAction}
      tenant={tenant}
      hidden={at}
      submitLabel={t("withdraw")}
      submitVariant="quiet"
      confirmLabel={t("withdrawConfirm")}
      successMessage={t("withdrawn")}
    >
      <TextAreaField
        name="reason"
        label={t("field.reason")}
        hint={t("field.reasonHint")}
        required
        rows={2}
        maxLength={500}
      />
    </ActionForm>
  );
}
