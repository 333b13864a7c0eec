"use client";

import type { ReactNode } from "react";
import { Fold } from "@/components/ui/fold";
import { ActionForm } from "./action-form";
import type { SubmitAction } from "./types";

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
    <Fold label={label} frame="line">
      <ActionForm
        {...rest}
        submitLabel={submit ?? label}
        successMessage={done}
        {...(variant && { submitVariant: variant })}
        {...(question && { confirmLabel: question })}
      >
        {children}
      </ActionForm>
    </Fold>
  );
}
