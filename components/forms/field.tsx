"use client";

import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { ToneMark } from "../ui/tone";

/** The words under a field that say what is wrong with it. */
export function Fault({ id, children }: { id: string; children: ReactNode }) {
  return (
    <p id={`${id}-fault`} className="flex items-center gap-1.5 text-sm font-medium text-problem">
      <ToneMark tone="problem" />
      {children}
    </p>
  );
}

export function Hint({ id, children }: { id: string; children: ReactNode }) {
  return (
    <p id={`${id}-hint`} className="text-sm text-muted">
      {children}
    </p>
  );
}

/** The label's words; a field that may stay blank says so, since most may not. */
export function LabelWords({
  label,
  required,
}: {
  label: ReactNode;
  required: boolean | undefined;
}) {
  const t = useTranslations("common.form");
  return (
    <>
      {label}
      {!required && <span className="font-normal text-muted">{t("optional")}</span>}
    </>
  );
}

/** Label above, hint, the control, what is wrong: the order in which they are read. */
export function Field({
  id,
  label,
  required,
  hint,
  fault,
  children,
}: {
  id: string;
  label: ReactNode;
  required?: boolean | undefined;
  hint?: ReactNode;
  fault?: string | undefined;
  children: ReactNode;
}) {
  return (
    <div className="flex max-w-xl min-w-0 flex-col gap-1">
      <label htmlFor={id} className="font-medium">
        <LabelWords label={label} required={required} />
      </label>
      {hint && <Hint id={id}>{hint}</Hint>}
      {children}
      {fault && <Fault id={id}>{fault}</Fault>}
    </div>
  );
}
