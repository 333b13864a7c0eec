"use client";

import { useTranslations } from "next-intl";
import { answerObjectionAction, objectAction } from "@/lib/features/evaluations/actions";
import { isMeasured } from "@/lib/features/evaluations/rules/columns";
import type { SubjectView } from "@/lib/features/evaluations/schema/rounds";
import { ActionForm } from "../forms/action-form";
import { RadioField, SelectField, TextAreaField, TextField } from "../forms/fields";

type Props = { tenant: string; subject: SubjectView };

export function ObjectForm({ tenant, subject }: Props) {
  const t = useTranslations("evaluations.subject");
  return (
    <ActionForm
      key={subject.objections.length}
      action={objectAction}
      tenant={tenant}
      hidden={{ subjectId: subject.id }}
      submitLabel={t("object")}
      submitVariant="secondary"
      successMessage={t("objected")}
      draftKey={`objection-${subject.id}`}
    >
      <TextAreaField name="text" label={t("objectText")} required rows={4} maxLength={2000} />
    </ActionForm>
  );
}

export function AnswerForm({ tenant, subject, objectionId }: Props & { objectionId: string }) {
  const t = useTranslations("evaluations.subject");
  return (
    <ActionForm
      action={answerObjectionAction}
      tenant={tenant}
      hidden={{ objectionId }}
      submitLabel={t("answer")}
      successMessage={t("answered")}
      draftKey={`answer-${objectionId}`}
    >
      <RadioField
        name="upheld"
        label={t("decision")}
        required
        options={[
          { value: "false", label: t("rejected") },
          { value: "true", label: t("upheld") },
        ]}
      />
      <TextAreaField name="answer" label={t("answerText")} required rows={3} maxLength={2000} />
      <SelectField
        name="indicatorId"
        label={t("correctIndicator")}
        options={subject.lines
          .filter(({ kind }) => isMeasured(kind))
          .map(({ indicatorId, code, name }) => ({ value: indicatorId, label: `${code} ${name}` }))}
      />
      <TextField
        name="value"
        label={t("correctValue")}
        hint={t("correctHint")}
        inputMode="decimal"
      />
    </ActionForm>
  );
}
