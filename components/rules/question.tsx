"use client";

import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { RadioField, SelectField, TextField } from "../forms/fields";

/** One question of the wizard with what belongs to it. */
export function Question({ title, children }: { title: string; children: ReactNode }) {
  return (
    <fieldset className="flex flex-col gap-3 border-t border-line pt-4">
      <legend className="float-left mb-1 w-full font-semibold">{title}</legend>
      <div className="clear-both flex flex-col gap-3">{children}</div>
    </fieldset>
  );
}

const usual = ["1/3", "1/2", "3/5", "2/3", "3/4", "4/5", "1/1"];

/** A share and whether exactly that is enough: 以上 or 过. */
export function ShareFields({
  name,
  label,
  exactLabel,
  given,
  required = true,
}: {
  name: string;
  label: string;
  exactLabel: string;
  given: { share: string; exact: "yes" | "no" } | undefined;
  required?: boolean;
}) {
  const t = useTranslations("bodies.wizard");
  const shares = given && !usual.includes(given.share) ? [...usual, given.share] : usual;
  return (
    <div className="grid gap-3 sm:grid-cols-2">
      <SelectField
        name={`${name}.share`}
        label={label}
        required={required}
        defaultValue={given?.share}
        options={shares.map((value) => ({ value, label: value }))}
      />
      <RadioField
        name={`${name}.exact`}
        label={exactLabel}
        required={required}
        defaultValue={given?.exact}
        options={[
          { value: "yes", label: t("yesEnough") },
          { value: "no", label: t("noEnough") },
        ]}
      />
    </div>
  );
}

export function NumberField(props: {
  name: string;
  label: string;
  defaultValue: number | undefined;
  required?: boolean;
}) {
  return <TextField inputMode="numeric" required {...props} />;
}
