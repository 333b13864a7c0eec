"use client";

import { useTranslations } from "next-intl";
import { ActionForm } from "@/components/forms/action-form";
import { DateField, SelectField, TextAreaField } from "@/components/forms/fields";
import { returnOutcomeAction, verifyOutcomeAction } from "@/lib/features/outcomes/actions";

type Props = {
  tenant: string;
  id: string;
  version: number;
  /** Something was noticed that is passed over with a reason alone. */
  asksReason: boolean;
};

/** The secretariat's two answers to a submitted result. */
export function DecisionForms({ tenant, id, version, asksReason }: Props) {
  const t = useTranslations("outcomes");
  return (
    <div className="grid gap-6 md:grid-cols-2">
      <ActionForm
        action={verifyOutcomeAction}
        tenant={tenant}
        hidden={{ id, version }}
        submitLabel={t("verify")}
        successMessage={t("verified")}
        confirmLabel={t("verifyConfirm")}
      >
        <div className="flex flex-wrap gap-4">
          <DateField name="paperOn" label={t("reading.paperOn")} />
          <SelectField
            name="ownerNamed"
            label={t("reading.ownerNamed")}
            options={(["yes", "no"] as const).map((value) => ({
              value,
              label: t(`reading.${value}`),
            }))}
          />
        </div>
        <TextAreaField
          name="passOver"
          label={t("reading.passOver")}
          hint={t("reading.passOverHint")}
          required={asksReason}
          rows={2}
          maxLength={500}
        />
      </ActionForm>
      <ActionForm
        action={returnOutcomeAction}
        tenant={tenant}
        hidden={{ id, version }}
        submitLabel={t("return")}
        submitVariant="secondary"
        successMessage={t("returned")}
        draftKey={`return-${id}`}
      >
        <TextAreaField
          name="reason"
          label={t("field.reason")}
          hint={t("field.reasonHint")}
          required
          rows={3}
          maxLength={500}
        />
      </ActionForm>
    </div>
  );
}
