"use client";

import { useTranslations } from "next-intl";
import { endEvidenceAction } from "@/lib/features/verification/actions";
import { evidenceEndKinds } from "@/lib/features/verification/types";
import { ActionForm } from "../forms/action-form";
import { DateField, SelectField, TextAreaField } from "../forms/fields";

/** A paper was withdrawn, or has a last day. */
export function EndEvidenceForm({ tenant, id }: { tenant: string; id: string }) {
  const t = useTranslations("verification.end");
  return (
    <details>
      <summary className="min-h-8 cursor-pointer">{t("title")}</summary>
      <p className="mb-3 text-sm text-muted">{t("hint")}</p>
      <ActionForm
        action={endEvidenceAction}
        tenant={tenant}
        hidden={{ id }}
        submitLabel={t("submit")}
        submitVariant="secondary"
        successMessage={t("done")}
      >
        <SelectField
          name="kind"
          label={t("kind")}
          required
          options={evidenceEndKinds.map((value) => ({ value, label: t(value) }))}
        />
        <DateField name="endsOn" label={t("endsOn")} required />
        <TextAreaField name="reason" label={t("reason")} required rows={2} maxLength={500} />
      </ActionForm>
    </details>
  );
}
