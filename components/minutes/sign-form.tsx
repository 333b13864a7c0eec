"use client";

import { useTranslations } from "next-intl";
import { ActionForm } from "@/components/forms/action-form";
import { RadioField, TextAreaField } from "@/components/forms/fields";
import { signMinutesAction } from "@/lib/features/minutes/actions";

type Props = { tenant: string; minutesId: string; version: number };

export function SignForm({ tenant, minutesId, version }: Props) {
  const t = useTranslations("minutes.signature");
  return (
    <ActionForm
      action={signMinutesAction}
      tenant={tenant}
      hidden={{ minutesId, version }}
      submitLabel={t("submit")}
      successMessage={t("done")}
      confirmLabel={t("confirm")}
    >
      <RadioField
        name="answer"
        label={t("answer")}
        required
        options={[
          { value: "signed", label: t("sign") },
          { value: "refused", label: t("refuse") },
        ]}
      />
      <TextAreaField name="reason" label={t("reason")} rows={2} maxLength={500} />
    </ActionForm>
  );
}
