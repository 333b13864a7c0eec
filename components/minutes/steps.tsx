"use client";

import { useTranslations } from "next-intl";
import { ActionForm } from "@/components/forms/action-form";
import { SelectField, TextAreaField } from "@/components/forms/fields";
import type { Option } from "@/components/forms/types";
import {
  circulateMinutesAction,
  confirmMinutesAction,
  draftMinutesAction,
  giveBackMinutesAction,
  publishMinutesAction,
  redraftMinutesAction,
  submitMinutesAction,
} from "@/lib/features/minutes/actions";
import type { MinutesView } from "@/lib/features/minutes/schema";

export function DraftForm({ tenant, meetingId }: { tenant: string; meetingId: string }) {
  const t = useTranslations("minutes");
  return (
    <ActionForm
      action={draftMinutesAction}
      tenant={tenant}
      hidden={{ meetingId }}
      submitLabel={t("step.draft")}
      successMessage={t("stepDone")}
    />
  );
}

type Props = { tenant: string; minutes: MinutesView; resolutions: readonly Option[] };

/** The next step of the minutes, for whoever may take it. */
export function MinutesSteps({ tenant, minutes, resolutions }: Props) {
  const t = useTranslations("minutes");
  const { state, may } = minutes;
  const common = {
    tenant,
    hidden: { minutesId: minutes.id, version: minutes.version },
    successMessage: t("stepDone"),
  };
  if (state === "draft" && may.draft) {
    return (
      <>
        <ActionForm {...common} action={submitMinutesAction} submitLabel={t("step.submit")} />
        <ActionForm
          {...common}
          action={redraftMinutesAction}
          submitLabel={t("step.redraft")}
          submitVariant="secondary"
          confirmLabel={t("redraftConfirm")}
        />
      </>
    );
  }
  if (state === "chair_review" && may.review) {
    return (
      <>
        <ActionForm {...common} action={circulateMinutesAction} submitLabel={t("step.circulate")} />
        <ActionForm
          {...common}
          action={giveBackMinutesAction}
          submitLabel={t("step.give_back")}
          submitVariant="secondary"
        >
          <TextAreaField name="reason" label={t("reason")} required rows={2} maxLength={500} />
        </ActionForm>
      </>
    );
  }
  if (state === "circulated" && may.confirm) {
    return (
      <ActionForm
        {...common}
        action={confirmMinutesAction}
        submitLabel={t("step.confirm")}
        confirmLabel={t("confirmConfirm")}
      >
        {minutes.confirm === "next_meeting" && (
          <SelectField
            name="resolutionId"
            label={t("confirmResolution")}
            required
            options={resolutions}
          />
        )}
      </ActionForm>
    );
  }
  return state === "confirmed" && may.draft ? (
    <ActionForm
      {...common}
      action={publishMinutesAction}
      submitLabel={t("step.publish")}
      confirmLabel={t("publishConfirm")}
    />
  ) : null;
}
