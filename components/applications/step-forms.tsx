"use client";

import { useTranslations } from "next-intl";
import { ActionForm } from "@/components/forms/action-form";
import { SelectField, TextAreaField } from "@/components/forms/fields";
import type { Option } from "@/components/forms/types";
import {
  admitApplicationAction,
  askForSupplementAction,
  lapseApplicationAction,
  recommendApplicationAction,
  renewCaseLinkAction,
  takeApplicationAction,
} from "@/lib/features/applications/actions";

type Props = { tenant: string; applicationId: string; version: number };

export function TakeForm({ tenant, ...hidden }: Props) {
  const t = useTranslations("applications.step");
  return (
    <ActionForm
      action={takeApplicationAction}
      tenant={tenant}
      hidden={hidden}
      submitLabel={t("take")}
      successMessage={t("took")}
    />
  );
}

export function AskForm({ tenant, ...hidden }: Props) {
  const t = useTranslations("applications");
  return (
    <ActionForm
      action={askForSupplementAction}
      tenant={tenant}
      hidden={hidden}
      submitLabel={t("step.ask")}
      submitVariant="secondary"
      successMessage={t("step.asked")}
      draftKey={`ask-${hidden.applicationId}`}
    >
      <TextAreaField
        name="text"
        label={t("field.question")}
        hint={t("field.questionHint")}
        required
        rows={3}
        maxLength={1000}
      />
    </ActionForm>
  );
}

export function RecommendForm({ tenant, ...hidden }: Props) {
  const t = useTranslations("applications.step");
  return (
    <ActionForm
      action={recommendApplicationAction}
      tenant={tenant}
      hidden={hidden}
      submitLabel={t("recommend")}
      successMessage={t("recommended")}
    />
  );
}

export function LapseForm({ tenant, ...hidden }: Props) {
  const t = useTranslations("applications.step");
  return (
    <ActionForm
      action={lapseApplicationAction}
      tenant={tenant}
      hidden={hidden}
      submitLabel={t("lapse")}
      submitVariant="danger"
      successMessage={t("lapsed")}
      confirmLabel={t("lapseConfirm")}
    />
  );
}

/** The new link is shown on the case page itself, whose address is what the applicant gets. */
export function RenewLinkForm({ tenant, ...hidden }: Props) {
  const t = useTranslations("applications.detail");
  return (
    <ActionForm
      action={renewCaseLinkAction}
      tenant={tenant}
      hidden={hidden}
      submitLabel={t("renew")}
      submitVariant="secondary"
      successMessage={t("renewed")}
      successHref={`/a/${tenant}/apply/{token}`}
      confirmLabel={t("renewConfirm")}
    />
  );
}

/** The admission takes effect from the resolution; stands on the application and on the meeting. */
export function AdmitForm({
  tenant,
  code,
  day,
  positions,
  requested,
  ...hidden
}: Props & {
  resolutionId: string;
  code: string;
  day: string;
  positions?: readonly Option[];
  requested?: string;
}) {
  const t = useTranslations("applications.step");
  return (
    <ActionForm
      action={admitApplicationAction}
      tenant={tenant}
      hidden={hidden}
      submitLabel={t("admit")}
      successMessage={t("admitted")}
      confirmLabel={t("admitConfirm", { code, day })}
    >
      {positions && (
        <SelectField
          name="position"
          label={t("position")}
          required
          defaultValue={requested}
          options={positions}
        />
      )}
    </ActionForm>
  );
}
