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

/** A form that is asked for: folded until then. */
export function Fold({
  label,
  children,
  open,
}: {
  label: string;
  children: ReactNode;
  open?: boolean;
}) {
  return (
    <details open={open} className="rounded border border-line">
      <summary className="min-h-9 cursor-pointer px-3 py-1.5 text-sm font-medium text-accent">
        {label}
      </summary>
      <div className="border-t border-line p-3">{children}</div>
    </details>
  );
}
