"use client";

import { useTranslations } from "next-intl";
import { createEditionAction } from "@/lib/features/reports/actions";
import { ActionForm } from "../forms/action-form";
import { DateField, TextField } from "../forms/fields";

export function CreateEditionForm({ tenant, alliance }: { tenant: string; alliance: string }) {
  const t = useTranslations("reports");
  return (
    <ActionForm
      action={createEditionAction}
      tenant={tenant}
      submitLabel={t("create")}
      successMessage={t("created")}
      successHref={`/a/${tenant}/reports/{id}`}
      draftKey={`reports.new.${tenant}`}
    >
      <TextField name="year" label={t("field.year")} required inputMode="numeric" />
      <TextField
        name="title"
        label={t("field.title")}
        hint={t("field.titleHint", { alliance })}
        required
        maxLength={200}
      />
      <TextField name="authority" label={t("field.authority")} maxLength={200} />
      <DateField name="sectionsDueOn" label={t("field.sectionsDueOn")} required />
      <DateField name="dueOn" label={t("field.dueOn")} hint={t("field.dueHint")} required />
    </ActionForm>
  );
}
