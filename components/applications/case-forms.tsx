"use client";

import { useTranslations } from "next-intl";
import { ActionForm } from "@/components/forms/action-form";
import { TextAreaField } from "@/components/forms/fields";
import {
  answerQuestionAction,
  withdrawApplicationAction,
} from "@/lib/features/applications/actions";

type Props = { tenant: string; token: string; version: number };

/** What the applicant can do with a case link: answer, or withdraw. */
export function AnswerForm({ tenant, token, version }: Props) {
  const t = useTranslations("applications");
  return (
    <ActionForm
      action={answerQuestionAction}
      tenant={tenant}
      hidden={{ token, version }}
      submitLabel={t("case.answer")}
      successMessage={t("case.answered")}
      draftKey={`answer-${tenant}-${version}`}
    >
      <TextAreaField
        name="text"
        label={t("field.answer")}
        hint={t("field.answerHint")}
        required
        rows={5}
        maxLength={2000}
      />
    </ActionForm>
  );
}

export function WithdrawForm({ tenant, token, version }: Props) {
  const t = useTranslations("applications.case");
  return (
    <ActionForm
      action={withdrawApplicationAction}
      tenant={tenant}
      hidden={{ token, version }}
      submitLabel={t("withdraw")}
      submitVariant="danger"
      successMessage={t("withdrawn")}
      confirmLabel={t("withdrawConfirm")}
    />
  );
}
