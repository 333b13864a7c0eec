"use client";

import { useTranslations } from "next-intl";
import {
  bookReceiptAction,
  confirmCommitmentAction,
  discardReceiptAction,
  reverseReceiptAction,
} from "@/lib/features/funds/actions";
import { ActionForm } from "../forms/action-form";
import { TextAreaField, TextField } from "../forms/fields";

type Props = { tenant: string; id: string; successHref?: string };

const common = ({ tenant, id, successHref }: Props) => ({
  tenant,
  hidden: { id },
  ...(successHref && { successHref }),
});

export function ConfirmForm(props: Props) {
  const t = useTranslations("funds.entry");
  return (
    <ActionForm
      {...common(props)}
      action={confirmCommitmentAction}
      submitLabel={t("confirm")}
      successMessage={t("confirmed")}
      draftKey={`confirm-${props.id}`}
    >
      <TextField name="proof" label={t("proof")} hint={t("proofHint")} required maxLength={300} />
    </ActionForm>
  );
}

export function BookForm(props: Props) {
  const t = useTranslations("funds.entry");
  return (
    <ActionForm
      {...common(props)}
      action={bookReceiptAction}
      submitLabel={t("book")}
      confirmLabel={t("bookQuestion")}
      successMessage={t("booked")}
    />
  );
}

const undo = {
  reverse: { action: reverseReceiptAction, done: "reversed", hint: "reverseHint" },
  discard: { action: discardReceiptAction, done: "discarded", hint: "discardHint" },
} as const;

/** What takes an entry back, before or after it was booked; both want the reason. */
export function UndoForm({ verb, ...props }: Props & { verb: keyof typeof undo }) {
  const t = useTranslations("funds.entry");
  const { action, done, hint } = undo[verb];
  return (
    <ActionForm
      {...common(props)}
      action={action}
      submitLabel={t(verb)}
      submitVariant="danger"
      successMessage={t(done)}
      draftKey={`${verb}-${props.id}`}
    >
      <TextAreaField
        name="reason"
        label={t("reason")}
        hint={t(hint)}
        required
        rows={2}
        maxLength={500}
      />
    </ActionForm>
  );
}
