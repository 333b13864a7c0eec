"use client";

import { useTranslations } from "next-intl";
import { ActionForm } from "@/components/forms/action-form";
import { DateField, FileField, SelectField, TextField } from "@/components/forms/fields";
import type { Option } from "@/components/forms/types";
import { amendOutcomeAction, reportOutcomeAction } from "@/lib/features/outcomes/actions";
import type { Outcome } from "@/lib/features/outcomes/schema";

function ResultFields({ tenant, given }: { tenant: string; given?: Outcome }) {
  const t = useTranslations("outcomes.field");
  return (
    <>
      <TextField
        name="title"
        label={t("title")}
        hint={t("titleHint")}
        required
        maxLength={200}
        defaultValue={given?.title}
      />
      <DateField
        name="occurredOn"
        label={t("occurredOn")}
        hint={t("occurredOnHint")}
        required
        defaultValue={given?.occurredOn}
      />
      <TextField
        name="quantity"
        label={t("quantity")}
        hint={t("quantityHint")}
        required
        inputMode="decimal"
        defaultValue={given?.quantity.replace(/\.00$/, "")}
      />
      <TextField
        name="naturalKey"
        label={t("key")}
        hint={t("keyHint")}
        maxLength={120}
        defaultValue={given?.naturalKey}
      />
      <FileField
        name="fileId"
        label={t("file")}
        tenant={tenant}
        hint={given?.file ? t("fileKept", { name: given.file.name }) : t("fileHint")}
      />
    </>
  );
}

/** A member reports one result. */
export function ReportForm({
  tenant,
  organizations,
  metrics,
}: {
  tenant: string;
  organizations: readonly Option[];
  /** Value is the metric's code; the label carries its unit. */
  metrics: readonly Option[];
}) {
  const t = useTranslations("outcomes");
  const only = organizations.length === 1 ? organizations[0] : undefined;
  return (
    <ActionForm
      action={reportOutcomeAction}
      tenant={tenant}
      {...(only && { hidden: { organizationId: only.value } })}
      submitLabel={t("submit")}
      successMessage={t("submitted")}
      successHref={`/a/${tenant}/outcomes/{id}`}
      draftKey={`outcome-${tenant}`}
    >
      {!only && (
        <SelectField
          name="organizationId"
          label={t("field.organization")}
          required
          options={organizations}
        />
      )}
      <SelectField
        name="metricCode"
        label={t("field.metric")}
        hint={t("field.metricHint")}
        required
        options={metrics}
      />
      <ResultFields tenant={tenant} />
    </ActionForm>
  );
}

/** The reporter corrects a returned result; the evidence stays unless a new file replaces it. */
export function AmendForm({ tenant, outcome }: { tenant: string; outcome: Outcome }) {
  const t = useTranslations("outcomes");
  return (
    <ActionForm
      action={amendOutcomeAction}
      tenant={tenant}
      hidden={{
        id: outcome.id,
        version: outcome.version,
        ...(outcome.file && { fileId: outcome.file.id }),
        ...(outcome.projectId && { projectId: outcome.projectId }),
      }}
      submitLabel={t("resubmit")}
      successMessage={t("submitted")}
      draftKey={`outcome-${outcome.id}`}
    >
      <ResultFields tenant={tenant} given={outcome} />
    </ActionForm>
  );
}
