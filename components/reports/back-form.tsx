"use client";

import { ActionForm } from "../forms/action-form";
import { TextAreaField } from "../forms/fields";
import type { SubmitAction } from "../forms/types";

type Props<I, T> = {
  action: SubmitAction<I, T>;
  tenant: string;
  hidden: Record<string, unknown>;
  label: string;
  done: string;
  reason: string;
};

/** Back to who wrote it, never without the reason: a case, a chapter, the whole report. */
export function BackForm<I, T>({ label, done, reason, ...form }: Props<I, T>) {
  return (
    <ActionForm {...form} submitLabel={label} submitVariant="secondary" successMessage={done}>
      <TextAreaField name="reason" label={reason} required maxLength={500} rows={3} />
    </ActionForm>
  );
}
