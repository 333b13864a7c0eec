"use client";

import { useTranslations } from "next-intl";
import { ActionForm } from "@/components/forms/action-form";
import { SelectField, TextAreaField, TextField } from "@/components/forms/fields";
import type { Option } from "@/components/forms/types";
import { OrganizationField } from "@/components/organizations/organization-field";
import {
  adoptTargetAction,
  agreeTargetAction,
  declineTargetAction,
  setTargetAction,
  withdrawTargetAction,
} from "@/lib/features/targets/actions";

/** A number for the chair: the metric, the year, for whom, and where it comes from. */
export function SetTargetForm({
  tenant,
  metrics,
  given,
}: {
  tenant: string;
  metrics: readonly Option[];
  given: { metric?: string | undefined; year: string };
}) {
  const t = useTranslations("targets");
  return (
    <ActionForm
      action={setTargetAction}
      tenant={tenant}
      submitLabel={t("set")}
      successMessage={t("setDone")}
    >
      <SelectField
        name="metricCode"
        label={t("field.metric")}
        required
        options={metrics}
        defaultValue={given.metric}
      />
      <TextField
        name="year"
        label={t("field.year")}
        required
        inputMode="numeric"
        defaultValue={given.year}
      />
      <OrganizationField
        name="organizationId"
        label={t("field.organization")}
        hint={t("field.organizationHint")}
        tenant={tenant}
        membersOnly
      />
      <TextField name="value" label={t("field.value")} required inputMode="decimal" />
      <TextField
        name="basis"
        label={t("field.basis")}
        hint={t("field.basisHint")}
        required
        maxLength={300}
      />
    </ActionForm>
  );
}

type At = { tenant: string; targetId: string; version: number };

export function DecideForms({ tenant, targetId, version }: At) {
  const t = useTranslations("targets");
  const hidden = { targetId, version };
  return (
    <div className="flex flex-col gap-3">
      <ActionForm
        action={agreeTargetAction}
        tenant={tenant}
        hidden={hidden}
        submitLabel={t("agree")}
        successMessage={t("agreed")}
        confirmLabel={t("agreeConfirm")}
      />
      <ActionForm
        action={declineTargetAction}
        tenant={tenant}
        hidden={hidden}
        submitLabel={t("decline")}
        submitVariant="secondary"
        successMessage={t("declined")}
      >
        <TextAreaField name="reason" label={t("field.reason")} required rows={2} maxLength={500} />
      </ActionForm>
    </div>
  );
}

export function OfficeForms({
  tenant,
  targetId,
  version,
  resolutions,
}: At & { resolutions: readonly Option[] }) {
  const t = useTranslations("targets");
  const hidden = { targetId, version };
  return (
    <div className="flex flex-col gap-3">
      {resolutions.length > 0 && (
        <ActionForm
          action={adoptTargetAction}
          tenant={tenant}
          hidden={hidden}
          submitLabel={t("adopt")}
          submitVariant="secondary"
          successMessage={t("agreed")}
        >
          <SelectField
            name="resolutionId"
            label={t("field.resolution")}
            required
            options={resolutions}
          />
        </ActionForm>
      )}
      <ActionForm
        action={withdrawTargetAction}
        tenant={tenant}
        hidden={hidden}
        submitLabel={t("withdraw")}
        submitVariant="quiet"
        confirmLabel={t("withdrawConfirm")}
      />
    </div>
  );
}
