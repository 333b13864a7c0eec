"use client";

import type { ReactNode } from "react";
import { ActionForm } from "@/components/forms/action-form";
import type { SubmitAction } from "@/components/forms/types";
import type { ButtonVariant } from "@/components/ui/button";

type Props<I, T> = {
  action: SubmitAction<I, T>;
  tenant: string;
  hidden: Record<string, unknown>;
  label: string;
  variant?: ButtonVariant;
  confirm?: string;
  href?: string;
  children?: ReactNode;
};

/** One step of a meeting: a button, or a short form before it. */
export function Step<I, T>({
  action,
  tenant,
  hidden,
  label,
  variant,
  confirm,
  href,
  children,
}: Props<I, T>) {
  return (
    <ActionForm
      action={action}
      tenant={tenant}
      hidden={hidden}
      submitLabel={label}
      submitVariant={variant ?? "secondary"}
      {...(confirm && { confirmLabel: confirm })}
      {...(href && { successHref: href })}
    >
      {children}
    </ActionForm>
  );
}
