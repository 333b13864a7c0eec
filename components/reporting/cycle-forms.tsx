"use client";

import { useLocale, useTranslations } from "next-intl";
import { Fold } from "@/components/ui/fold";
import {
  approveCycleAction,
  createCycleAction,
  syncCycleAction,
  unapproveCycleAction,
} from "@/lib/features/reporting/actions";
import type { CycleRow } from "@/lib/features/reporting/schema/cycles";
import { periodKinds } from "@/lib/features/reporting/types";
import { ActionForm } from "../forms/action-form";
import { CheckboxField, DateField, SelectField, TextAreaField, TextField } from "../forms/fields";

type SetChoice = { id: string; nameZh: string; nameEn: string | null };

export function CreateCycleForm({ tenant, sets }: { tenant: string; sets: readonly SetChoice[] }) {
  const t = useTranslations("reporting");
  const locale = useLocale();
  return (
    <ActionForm
      action={createCycleAction}
      tenant={tenant}
      submitLabel={t("create")}
      successMessage={t("created")}
    >
      <SelectField
        name="setId"
        label={t("field.set")}
        required
        options={sets.map((set) => ({
          value: set.id,
          label: (locale === "en" && set.nameEn) || set.nameZh,
        }))}
      />
      <TextField name="name" label={t("field.name")} required maxLength={100} />
      <SelectField
        name="periodKind"
        label={t("field.periodKind")}
        required
        options={periodKinds.map((value) => ({ value, label: t(`period.${value}`) }))}
      />
      <DateField name="periodFrom" label={t("field.periodFrom")} required />
      <DateField name="opensOn" label={t("field.opensOn")} required />
      <DateField name="dueOn" label={t("field.dueOn")} required />
      <DateField name="verifyBy" label={t("field.verifyBy")} required />
      <DateField name="closesOn" label={t("field.closesOn")} hint={t("createHint")} required />
      <CheckboxField name="proRata" label={t("field.proRata")} />
    </ActionForm>
  );
}

/** Following the members, and the approval above theirs. */
export function CycleSteps({ tenant, cycle }: { tenant: string; cycle: CycleRow }) {
  const t = useTranslations("reporting");
  const hidden = { cycleId: cycle.id, version: cycle.version };
  if (cycle.approvedAt) {
    return (
      <Fold label={t("unapproveCycle")}>
        <ActionForm
          action={unapproveCycleAction}
          tenant={tenant}
          hidden={hidden}
          submitLabel={t("unapproveCycle")}
          submitVariant="danger"
          successMessage={t("unapproved")}
        >
          <TextAreaField
            name="reason"
            label={t("field.reason")}
            rows={2}
            maxLength={500}
            required
          />
        </ActionForm>
      </Fold>
    );
  }
  return (
    <div className="mt-3 flex flex-wrap gap-4">
      <ActionForm
        action={syncCycleAction}
        tenant={tenant}
        hidden={{ cycleId: cycle.id }}
        submitLabel={t("sync")}
        submitVariant="secondary"
        successMessage={t("synced")}
      />
      <ActionForm
        action={approveCycleAction}
        tenant={tenant}
        hidden={hidden}
        submitLabel={t("approveCycle")}
        submitVariant="secondary"
        confirmLabel={t("approveCycleConfirm")}
        successMessage={t("cycleApproved")}
      />
    </div>
  );
}
