"use client";

import { createContext, use, useId } from "react";

/** What a draft keeps of a field: its value, and the words shown for it where the value is an id. */
export type Kept = { value: string | boolean | string[]; shown?: string };

export type FormState = {
  tenant: string;
  /** Why the last submission was not done: a refusal, an error code, or "malformed". */
  code: string | undefined;
  /** Words of the fault of a field, by the name of its element. */
  faults: ReadonlyMap<string, string>;
  /** What a draft or an earlier answer put back, by name. */
  kept: ReadonlyMap<string, Kept>;
};

const outside: FormState = { tenant: "", code: undefined, faults: new Map(), kept: new Map() };

export const FormContext = createContext<FormState>(outside);

/**
 * A field's part in the form around it: ids for label, hint and fault, the fault's words, and what a draft kept.
 * Every field of the portal, also those that know a noun, is built on it.
 */
export function useField(name: string, hint?: unknown) {
  const id = useId();
  const { code, faults, kept, tenant } = use(FormContext);
  const fault = faults.get(name);
  const described = [hint && `${id}-hint`, fault && `${id}-fault`].filter(Boolean).join(" ");
  return {
    id,
    tenant,
    fault,
    code: fault && code,
    kept: kept.get(name),
    /** For the control itself. */
    aria: {
      "aria-invalid": fault ? (true as const) : undefined,
      "aria-describedby": described || undefined,
    },
  };
}
