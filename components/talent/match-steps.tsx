"use client";

import { useTranslations } from "next-intl";
import {
  agreeMatchAction,
  contactMatchAction,
  dropMatchAction,
  recordResultAction,
} from "@/lib/features/talent/actions";
import type { DemandMatch } from "@/lib/features/talent/schema/demands";
import { matchForms } from "@/lib/features/talent/types";
import { ActionForm } from "../forms/action-form";
import { SelectField, TextAreaField, TextField } from "../forms/fields";
import { StepForm } from "../forms/step-form";

type Props = { tenant: string; match: DemandMatch };

/** The next step of one match for the side that takes it. */
export function MatchSteps({ tenant, match }: Props) {
  const t = useTranslations("talent.match");
  const { may } = match;
  const hidden = { matchId: match.id, version: match.version };
  return (
    <div className="flex flex-col gap-2">
      {may.contact && (
        <ActionForm
          action={contactMatchAction}
          tenant={tenant}
          hidden={hidden}
          submitLabel={t("contact")}
          submitVariant="secondary"
          successMessage={t("contacted")}
        />
      )}
      {may.agree && <AgreeForm tenant={tenant} match={match} />}
      {may.recordResult && (
        <StepForm
          label={t("recordResult")}
          action={recordResultAction}
          tenant={tenant}
          hidden={hidden}
          done={t("recorded")}
        >
          <TextField
            name="hired"
            label={t("field.hired")}
            required
            inputMode="numeric"
            defaultValue={match.quantity}
          />
          <TextAreaField name="text" label={t("field.text")} rows={2} maxLength={500} />
        </StepForm>
      )}
      {may.drop && (
        <StepForm
          label={t("drop")}
          action={dropMatchAction}
          tenant={tenant}
          hidden={hidden}
          done={t("dropped")}
          variant="danger"
        >
          <TextAreaField name="text" label={t("field.reason")} required rows={2} maxLength={500} />
        </StepForm>
      )}
    </div>
  );
}

function AgreeForm({ tenant, match }: Props) {
  const t = useTranslations("talent.match");
  return (
    <StepForm
      label={t("agree")}
      action={agreeMatchAction}
      tenant={tenant}
      hidden={{ matchId: match.id, version: match.version }}
      done={t("agreed")}
    >
      <TextField
        name="quantity"
        label={t("field.quantity")}
        required
        inputMode="numeric"
        defaultValue={match.quantity}
      />
      <SelectField
        name="form"
        label={t("field.form")}
        required
        defaultValue="recruitment"
        options={matchForms.map((value) => ({ value, label: t(`form.${value}`) }))}
      />
      <TextAreaField name="text" label={t("field.text")} rows={2} maxLength={500} />
    </StepForm>
  );
}
