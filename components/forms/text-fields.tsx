"use client";

import { useLocale, useTranslations } from "next-intl";
import { type ReactNode, useState } from "react";
import { formatMoney } from "@/lib/i18n/format";
import { controlClass } from "../ui/control";
import { cx } from "../ui/cx";
import { readAmount } from "./amount";
import { useField } from "./context";
import { Field } from "./field";

export type TextProps = {
  /** Dotted: "contact.email", "parties.0.duty". */
  name: string;
  label: string;
  required?: boolean;
  hint?: ReactNode;
  maxLength?: number;
  defaultValue?: string | number | null | undefined;
  placeholder?: string;
};

type FieldPart = ReturnType<typeof useField>;

/** What every control of text gets. The length is checked when sending: a browser would cut a pasted text silently. */
const common = (field: FieldPart, props: TextProps) => ({
  id: field.id,
  name: props.name,
  required: props.required,
  placeholder: props.placeholder,
  defaultValue: startOf(field, props.defaultValue),
  "data-label": props.label,
  "data-max": props.maxLength,
  ...field.aria,
});

const startOf = (field: FieldPart, given: TextProps["defaultValue"]): string =>
  typeof field.kept?.value === "string" ? field.kept.value : String(given ?? "");

export function TextField({
  type = "text",
  inputMode,
  autoComplete,
  ...props
}: TextProps & {
  type?: "text" | "email" | "tel" | "url" | "password" | "search" | "number";
  inputMode?: "text" | "decimal" | "numeric" | "tel" | "email" | "url";
  autoComplete?: string;
}) {
  const field = useField(props.name, props.hint);
  return (
    <Field {...props} id={field.id} fault={field.fault}>
      <input
        {...common(field, props)}
        type={type}
        inputMode={inputMode}
        autoComplete={autoComplete}
        className={controlClass}
      />
    </Field>
  );
}

export function TextAreaField({ rows = 4, ...props }: TextProps & { rows?: number }) {
  const field = useField(props.name, props.hint);
  const t = useTranslations("common.form");
  const [count, setCount] = useState(startOf(field, props.defaultValue).length);
  return (
    <Field {...props} id={field.id} fault={field.fault}>
      <textarea
        {...common(field, props)}
        rows={rows}
        className={controlClass}
        onChange={(event) => setCount(event.target.value.length)}
      />
      {props.maxLength && count > props.maxLength * 0.8 && (
        <p className={cx("text-sm", count > props.maxLength ? "text-problem" : "text-muted")}>
          {t("count", { count, max: props.maxLength })}
        </p>
      )}
    </Field>
  );
}

/** A day, "YYYY-MM-DD". */
export function DateField({ min, max, ...props }: TextProps & { min?: string; max?: string }) {
  const field = useField(props.name, props.hint);
  return (
    <Field {...props} id={field.id} fault={field.fault}>
      <input
        {...common(field, props)}
        type="date"
        min={min}
        max={max}
        className={cx(controlClass, "max-w-48 tabular-nums")}
      />
    </Field>
  );
}

/** Yuan; pasted separators, 万 and 亿 are understood, and large amounts are read back in 万元 or 亿元. */
export function MoneyField({
  onTyped,
  ...props
}: TextProps & { onTyped?: (typed: string) => void }) {
  const field = useField(props.name, props.hint);
  const locale = useLocale();
  const t = useTranslations("common.form");
  const [typed, setTyped] = useState(startOf(field, props.defaultValue));
  const type = (text: string) => {
    setTyped(text);
    onTyped?.(text);
  };
  const shown = formatMoney(readAmount(typed), locale);
  const large = shown.text !== "—" && !["元", "RMB"].includes(shown.unit);
  return (
    <Field {...props} id={field.id} fault={field.fault}>
      <div className="flex flex-wrap items-center gap-x-3 gap-y-1">
        <span className="flex max-w-64 flex-1 items-center gap-2">
          <input
            {...common(field, props)}
            data-kind="money"
            inputMode="decimal"
            autoComplete="off"
            className={cx(controlClass, "text-right tabular-nums")}
            onChange={(event) => type(event.target.value)}
            onBlur={(event) => {
              event.target.value = readAmount(event.target.value);
              type(event.target.value);
            }}
          />
          <span>{t("yuan")}</span>
        </span>
        {large && (
          <output htmlFor={field.id} className="text-sm text-muted">
            {t("reading", { text: shown.text, unit: shown.unit })}
          </output>
        )}
      </div>
    </Field>
  );
}
