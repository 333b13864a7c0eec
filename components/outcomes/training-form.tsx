"use client";

import { useTranslations } from "next-intl";
import { ActionForm } from "@/components/forms/action-form";
import { SelectField, TextAreaField } from "@/components/forms/fields";
import type { Option } from "@/components/forms/types";
import {
  amendTrainingAction,
  attendTrainingAction,
  reportTrainingAction,
} from "@/lib/features/outcomes/actions";
import type { Training } from "@/lib/features/outcomes/schema/batches";
import { allOpen, KeyFields, NumberFields, RestFields } from "./training-fields";

/** A member enters one training; who reports for one member only is not asked for which. */
export function TrainingForm({
  tenant,
  organizations,
}: {
  tenant: string;
  organizations: readonly Option[];
}) {
  const t = useTranslations("trainings");
  const [only, second] = organizations;
  const alone = only && !second;
  return (
    <ActionForm
      action={reportTrainingAction}
      tenant={tenant}
      hidden={alone ? { organizationId: only.value } : {}}
      submitLabel={t("submit")}
      successMessage={t("submitted")}
      successHref={`/a/${tenant}/outcomes/trainings/{id}`}
      draftKey={`training-${tenant}`}
    >
      {!alone && (
        <SelectField
          name="organizationId"
          label={t("field.organization")}
          required
          options={organizations}
        />
      )}
      <KeyFields />
      <NumberFields open={allOpen} />
      <RestFields tenant={tenant} />
    </ActionForm>
  );
}

/** What is closed goes back as it was. */
function closedParts(training: Training) {
  const { form } = training;
  if (!form) return {};
  const { open } = form;
  return {
    ...(!open.facts && {
      course: training.course,
      place: training.place,
      startsOn: training.startsOn,
      endsOn: training.endsOn,
    }),
    ...(!open.persons && form.persons !== null && { persons: form.persons }),
    ...(!open.personTimes && form.personTimes !== null && { personTimes: form.personTimes }),
    ...(!open.personDays && {
      publicBenefit: training.publicBenefit,
      ...(form.personDays !== null && { personDays: form.personDays }),
    }),
  };
}

/** The same form again, with what was returned of it open. */
export function AmendTrainingForm({ tenant, training }: { tenant: string; training: Training }) {
  const t = useTranslations("trainings");
  const open = training.form?.open ?? allOpen;
  return (
    <ActionForm
      action={amendTrainingAction}
      tenant={tenant}
      hidden={{ id: training.id, version: training.version, ...closedParts(training) }}
      submitLabel={t("resubmit")}
      successMessage={t("submitted")}
      draftKey={`training-${training.id}`}
    >
      {open.facts && <KeyFields given={training} />}
      <NumberFields given={training} open={open} />
      <RestFields tenant={tenant} given={training} />
    </ActionForm>
  );
}

/** Who was there. What is pasted is kept nowhere, also not as a draft in this browser. */
export function AttendeesForm({ tenant, training }: { tenant: string; training: Training }) {
  const t = useTranslations("trainings");
  return (
    <ActionForm
      action={attendTrainingAction}
      tenant={tenant}
      hidden={{ id: training.id, version: training.version }}
      submitLabel={t("submitList")}
      submitVariant="secondary"
      successMessage={t("listSaved")}
    >
      <TextAreaField
        name="numbers"
        label={t("numbers")}
        hint={t("numbersHint")}
        required
        rows={6}
      />
    </ActionForm>
  );
}
