"use client";

import { useTranslations } from "next-intl";
import { useState } from "react";
import { judgeDoubleAction, scanDoublesAction } from "@/lib/features/outcomes/actions";
import { judgements } from "@/lib/features/outcomes/types";
import { ActionForm } from "../forms/action-form";
import { RadioField, SelectField, TextAreaField, TextField } from "../forms/fields";
import type { Option } from "../forms/types";

/** One judgement with its reason. Things that count singly are never the same in part. */
export function JudgeForm({
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
  const [judgement, setJudgement] = useState<string>();
  const choices = judgements.filter((one) => one !== "partly" || !keyed);
  return (
    <div
      className="max-w-xl"
      onChange={(event) => {
        const { target } = event;
        if (target instanceof HTMLInputElement && target.type === "radio") {
          setJudgement(target.value);
        }
      }}
    >
      <ActionForm
        action={judgeDoubleAction}
        tenant={tenant}
        hidden={{ id, version }}
        submitLabel={t("judge")}
        successMessage={t("judged")}
        draftKey={`pair-${id}`}
        {...(judgement === "same" && { confirmLabel: t("sameConfirm") })}
      >
        <RadioField
          name="judgement"
          label={t("judgement")}
          required
          options={choices.map((value) => ({ value, label: t(value) }))}
        />
        {judgement === "partly" && (
          <TextField name="amount" label={t("amount")} required inputMode="decimal" />
        )}
        <TextAreaField name="reason" label={t("reason")} required rows={2} />
      </ActionForm>
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
