"use client";

import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { controlClass } from "../ui/control";
import { useField } from "./context";
import { Fault, Field, Hint, LabelWords } from "./field";
import type { Option } from "./types";

type ChoiceProps = {
  name: string;
  label: string;
  required?: boolean;
  hint?: ReactNode;
  options: readonly Option[];
  defaultValue?: string | null | undefined;
};

const startOf = (kept: unknown, given: string | null | undefined): string =>
  typeof kept === "string" ? kept : (given ?? "");

export function SelectField(props: ChoiceProps) {
  const { name, label, required, options } = props;
  const field = useField(name, props.hint);
  const t = useTranslations("common.form");
  return (
    <Field {...props} id={field.id} fault={field.fault}>
      <select
        id={field.id}
        name={name}
        required={required}
        defaultValue={startOf(field.kept?.value, props.defaultValue)}
        data-label={label}
        {...field.aria}
        className={controlClass}
      >
        <option value="">{t("choose")}</option>
        {options.map((option) => (
          <option key={option.value} value={option.value}>
            {option.label}
          </option>
        ))}
      </select>
    </Field>
  );
}

/** One of a few, all of them visible. */
export function RadioField(props: ChoiceProps) {
  const { name, label, required, hint, options } = props;
  const field = useField(name, hint);
  const start = startOf(field.kept?.value, props.defaultValue);
  return (
    <fieldset aria-describedby={field.aria["aria-describedby"]} className="flex flex-col gap-1">
      <legend className="mb-1 font-medium">
        <LabelWords label={label} required={required} />
      </legend>
      {hint && <Hint id={field.id}>{hint}</Hint>}
      {options.map((option, place) => (
        <label key={option.value} className="flex min-h-8 items-center gap-2">
          <input
            id={place === 0 ? field.id : undefined}
            type="radio"
            name={name}
            value={option.value}
            required={required}
            defaultChecked={option.value === start}
            data-label={label}
            className="size-5 shrink-0 accent-accent"
          />
          {option.label}
        </label>
      ))}
      {field.fault && <Fault id={field.id}>{field.fault}</Fault>}
    </fieldset>
  );
}

/** True or false; several boxes whose name ends in "[]" give the list of the values ticked. */
export function CheckboxField({
  name,
  label,
  required,
  hint,
  value,
  defaultChecked,
}: {
  name: string;
  label: string;
  /** Must be ticked (a consent). */
  required?: boolean;
  hint?: ReactNode;
  value?: string;
  defaultChecked?: boolean;
}) {
  const field = useField(name, hint);
  const kept = field.kept?.value;
  const start = Array.isArray(kept) ? kept.includes(value ?? "") : kept;
  return (
    <div className="flex flex-col gap-1">
      <label className="flex min-h-8 items-center gap-2">
        <input
          id={field.id}
          type="checkbox"
          name={name}
          value={value}
          required={required}
          defaultChecked={typeof start === "boolean" ? start : defaultChecked}
          data-label={label}
          {...field.aria}
          className="size-5 shrink-0 accent-accent"
        />
        {label}
      </label>
      {hint && <Hint id={field.id}>{hint}</Hint>}
      {field.fault && <Fault id={field.id}>{field.fault}</Fault>}
    </div>
  );
}
