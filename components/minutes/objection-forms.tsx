"use client";

import { useTranslations } from "next-intl";
import { ActionForm } from "@/components/forms/action-form";
import { SelectField, TextAreaField } from "@/components/forms/fields";
import { answerObjectionAction, objectAction } from "@/lib/features/minutes/actions";
import { objectionAnswers } from "@/lib/features/minutes/types";

export function ObjectionForm({ tenant, paragraphId }: { tenant: string; paragraphId: string }) {
  const t = useTranslations("minutes.objection");
  return (
    <details className="mt-2 print:hidden">
      <summary className="min-h-6 cursor-pointer text-sm">{t("submit")}</summary>
      <div className="mt-2">
        <ActionForm
          action={objectAction}
          tenant={tenant}
          hidden={{ paragraphId }}
          submitLabel={t("submit")}
          successMessage={t("sent")}
        >
          <TextAreaField name="text" label={t("text")} required rows={3} maxLength={2000} />
        </ActionForm>
      </div>
    </details>
  );
}

type AnswerProps = { tenant: string; objectionId: string; text: string };

export function AnswerForm({ tenant, objectionId, text }: AnswerProps) {
  const t = useTranslations("minutes.objection");
  return (
    <details className="mt-2 print:hidden" open>
      <summary className="min-h-6 cursor-pointer">{t("answer")}</summary>
      <div className="mt-2">
        <ActionForm
          action={answerObjectionAction}
          tenant={tenant}
          hidden={{ objectionId }}
          submitLabel={t("answer")}
          successMessage={t("answered")}
        >
          <SelectField
            name="answer"
            label={t("answer")}
            required
            options={objectionAnswers.map((value) => ({ value, label: t(`answerKind.${value}`) }))}
          />
          <TextAreaField name="text" label={t("answerText")} required rows={2} maxLength={1000} />
          <TextAreaField
            name="newText"
            label={t("newText")}
            rows={4}
            maxLength={8000}
            defaultValue={text}
          />
        </ActionForm>
      </div>
    </details>
  );
}
