"use client";

import { useTranslations } from "next-intl";
import { judgeDoubleAction, scanDoublesAction } from "@/lib/features/outcomes/actions";
import { judgements } from "@/lib/features/outcomes/types";
import { ActionForm } from "../forms/action-form";
import { SelectField, TextAreaField, TextField } from "../forms/fields";
import type { Option } from "../forms/types";

/** Three judgements, each with its reason. Things that count singly are never the same in part. */
export function JudgeForms({
  tenant,
  id,
  version,
  keyed,
}: {
  tenant: string;
  id: string;
  version: number;
  keyed: boolean;
}) {
  const t = useTranslations("outcomes.doubles");
  return (
    <div className="grid gap-4 md:grid-cols-3">
      {judgements
        .filter((judgement) => judgement !== "partly" || !keyed)
        .map((judgement) => (
          <ActionForm
            key={judgement}
            action={judgeDoubleAction}
            tenant={tenant}
            hidden={{ id, version, judgement }}
            submitLabel={t(judgement)}
            submitVariant={judgement === "same" ? "primary" : "secondary"}
            successMessage={t("judged")}
            draftKey={`pair-${judgement}-${id}`}
            {...(judgement === "same" && { confirmLabel: t("sameConfirm") })}
          >
            {judgement === "partly" && (
              <TextField name="amount" label={t("amount")} required inputMode="decimal" />
            )}
            <TextAreaField name="reason" label={t("reason")} required rows={2} />
          </ActionForm>
        ))}
    </div>
  );
}

export function ScanForm({ tenant, metrics }: { tenant: string; metrics: readonly Option[] }) {
  const t = useTranslations("outcomes");
  return (
    <ActionForm
      action={scanDoublesAction}
      tenant={tenant}
      submitLabel={t("doubles.scan")}
      submitVariant="secondary"
      successMessage={t("doubles.scanned")}
    >
      <SelectField name="metricCode" label={t("field.metric")} required options={metrics} />
      <TextField name="year" label={t("doubles.year")} required inputMode="numeric" />
    </ActionForm>
  );
}
