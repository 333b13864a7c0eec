"use client";

import { useTranslations } from "next-intl";
import {
  dropSetAction,
  enforceSetAction,
  reviseSetAction,
  startSetAction,
} from "@/lib/features/indicators/actions";
import type { SetView } from "@/lib/features/indicators/schema";
import { setTemplates } from "@/lib/features/indicators/types";
import { ActionForm } from "../forms/action-form";
import { DateField, SelectField, TextField } from "../forms/fields";

export function StartSetForm({ tenant }: { tenant: string }) {
  const t = useTranslations("indicators");
  return (
    <ActionForm
      action={startSetAction}
      tenant={tenant}
      submitLabel={t("start")}
      successMessage={t("started")}
      successHref={`/a/${tenant}/indicators/{id}`}
    >
      <SelectField
        name="template"
        label={t("field.template")}
        hint={t("templateHint")}
        required
        options={setTemplates.map((value) => ({ value, label: t(`template.${value}`) }))}
      />
      <p className="text-sm text-muted">{t("blankHint")}</p>
      <TextField name="code" label={t("field.code")} maxLength={40} />
      <TextField name="nameZh" label={t("field.name")} maxLength={100} />
      <TextField name="nameEn" label={t("field.nameEn")} maxLength={150} />
      <TextField name="source" label={t("field.source")} maxLength={300} />
      <TextField name="sourceUrl" label={t("field.sourceUrl")} maxLength={300} />
    </ActionForm>
  );
}

/** The next version of what is in force. */
export function ReviseSetForm({ tenant, setId }: { tenant: string; setId: string }) {
  const t = useTranslations("indicators");
  return (
    <ActionForm
      action={reviseSetAction}
      tenant={tenant}
      hidden={{ setId }}
      submitLabel={t("revise")}
      submitVariant="secondary"
      successMessage={t("revised")}
      successHref={`/a/${tenant}/indicators/{id}`}
    />
  );
}

export function DraftSteps({ tenant, set }: { tenant: string; set: SetView }) {
  const t = useTranslations("indicators");
  const hidden = { setId: set.id, version: set.version };
  return (
    <div className="flex flex-col gap-4">
      {set.faults.length === 0 && (
        <ActionForm
          action={enforceSetAction}
          tenant={tenant}
          hidden={hidden}
          submitLabel={t("enforce")}
          confirmLabel={t("enforceConfirm")}
          successMessage={t("enforced")}
        >
          <DateField name="validFrom" label={t("field.validFrom")} required />
        </ActionForm>
      )}
      <ActionForm
        action={dropSetAction}
        tenant={tenant}
        hidden={hidden}
        submitLabel={t("drop")}
        submitVariant="danger"
        confirmLabel={t("dropConfirm")}
        successMessage={t("dropped")}
        successHref={`/a/${tenant}/indicators`}
      />
    </div>
  );
}
