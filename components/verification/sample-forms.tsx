"use client";

import { useTranslations } from "next-intl";
import {
  closeSampleAction,
  drawSampleAction,
  findInSampleAction,
} from "@/lib/features/verification/actions";
import type { Sample, SampleItem } from "@/lib/features/verification/schema/samples";
import { sampleOutcomes } from "@/lib/features/verification/types";
import { ActionForm } from "../forms/action-form";
import { DateField, SelectField, TextAreaField, TextField } from "../forms/fields";

export function DrawForm({ tenant }: { tenant: string }) {
  const t = useTranslations("verification.sample");
  return (
    <ActionForm
      action={drawSampleAction}
      tenant={tenant}
      submitLabel={t("draw")}
      successMessage={t("drawn")}
      successHref={`/a/${tenant}/verification/samples/{id}`}
    >
      <div className="flex flex-wrap gap-4">
        <DateField name="periodFrom" label={t("periodFrom")} required />
        <DateField name="periodTo" label={t("periodTo")} required />
        <TextField
          name="percent"
          label={t("percent")}
          required
          inputMode="numeric"
          defaultValue="10"
        />
        <TextField
          name="atLeast"
          label={t("atLeast")}
          required
          inputMode="numeric"
          defaultValue="5"
        />
      </div>
      <TextField name="seed" label={t("seed")} hint={t("seedHint")} maxLength={64} />
    </ActionForm>
  );
}

export function FindForm({
  tenant,
  sampleId,
  item,
}: {
  tenant: string;
  sampleId: string;
  item: SampleItem;
}) {
  const t = useTranslations("verification.sample");
  return (
    <ActionForm
      action={findInSampleAction}
      tenant={tenant}
      hidden={{ id: sampleId, recordId: item.recordId, version: item.version }}
      submitLabel={t("find")}
      submitVariant="secondary"
      successMessage={t("found")}
    >
      <SelectField
        name="outcome"
        label={t("result")}
        required
        options={sampleOutcomes.map((value) => ({ value, label: t(`outcome.${value}`) }))}
      />
      <TextAreaField name="note" label={t("note")} rows={2} maxLength={500} />
    </ActionForm>
  );
}

export function CloseForm({
  tenant,
  sample,
}: {
  tenant: string;
  sample: Pick<Sample, "id" | "version">;
}) {
  const t = useTranslations("verification.sample");
  return (
    <ActionForm
      action={closeSampleAction}
      tenant={tenant}
      hidden={{ id: sample.id, version: sample.version }}
      submitLabel={t("close")}
      confirmLabel={t("closeConfirm")}
      successMessage={t("closed")}
    />
  );
}
