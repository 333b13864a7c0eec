"use client";

import type { ReactNode } from "react";
import { ActionForm } from "../forms/action-form";
import type { SubmitAction } from "../forms/types";

type Props<I, T> = {
  label: string;
  action: SubmitAction<I, T>;
  tenant: string;
  hidden: Record<string, unknown>;
  done: string;
  submit?: string;
  variant?: "primary" | "secondary" | "danger";
  question?: string;
  draftKey?: string;
  children?: ReactNode;
};

/** A form folded behind its name: what is not the usual step stands back. */
export function StepForm<I, T>({ label, done, submit, variant, question, ...props }: Props<I, T>) {
  const { children, ...rest } = props;
  return (
    <details className="border-t border-line pt-2">
      <summary className="min-h-11 cursor-pointer py-2.5">{label}</summary>
      <div className="mt-1 mb-3">
        <ActionForm
          {...rest}
          submitLabel={submit ?? label}
          successMessage={done}
          {...(variant && { submitVariant: variant })}
          {...(question && { confirmLabel: question })}
        >
          {children}
        </ActionForm>
      </div>
    </details>
  );
}
