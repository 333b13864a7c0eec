"use client";

import { useTranslations } from "next-intl";
import { declareSeatAction, scoreSubjectAction } from "@/lib/features/evaluations/actions";
import type { SeatView } from "@/lib/features/evaluations/schema/rounds";
import { ActionForm } from "../forms/action-form";
import { RadioField, TextAreaField, TextField } from "../forms/fields";
import { StepForm } from "../forms/step-form";
import { plain } from "./use-sentence";

type Props = { tenant: string; seat: SeatView };

export function DeclareForm({ tenant, seat }: Props) {
  const t = useTranslations("evaluations.desk");
  return (
    <ActionForm
      action={declareSeatAction}
      tenant={tenant}
      hidden={{ seatId: seat.seatId }}
      submitLabel={t("declareSubmit")}
      successMessage={t("declared")}
    >
      <RadioField
        name="answer"
        label={t("declareHint", { name: seat.subject.name })}
        required
        options={[
          { value: "clear", label: t("clear") },
          { value: "conflict", label: t("conflict") },
        ]}
      />
      <TextField name="reason" label={t("reason")} maxLength={300} />
    </ActionForm>
  );
}

/** A conflict that comes to light after the declaration, before the sheet is given. */
export function RecuseForm({ tenant, seat }: Props) {
  const t = useTranslations("evaluations.desk");
  return (
    <StepForm
      label={t("conflict")}
      action={declareSeatAction}
      tenant={tenant}
      hidden={{ seatId: seat.seatId, answer: "conflict" }}
      done={t("declared")}
      variant="secondary"
    >
      <TextField name="reason" label={t("reason")} required maxLength={300} />
    </StepForm>
  );
}

export function ScoreForm({ tenant, seat }: Props) {
  const t = useTranslations("evaluations.desk");
  return (
    <ActionForm
      action={scoreSubjectAction}
      tenant={tenant}
      hidden={{ seatId: seat.seatId }}
      submitLabel={t("submit")}
      confirmLabel={t("confirm")}
      successMessage={t("done")}
      draftKey={`marks-${seat.seatId}`}
    >
      {seat.sheet.map(({ indicatorId, code, name, weight }, place) => (
        <div key={indicatorId}>
          <input type="hidden" name={`marks.${place}.indicatorId`} defaultValue={indicatorId} />
          <TextField
            name={`marks.${place}.points`}
            label={t("mark", { code, name, weight: plain(weight) })}
            required
            inputMode="numeric"
          />
        </div>
      ))}
      <TextAreaField name="comment" label={t("comment")} required rows={3} maxLength={1000} />
    </ActionForm>
  );
}
