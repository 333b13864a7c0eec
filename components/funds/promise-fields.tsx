"use client";

import { useTranslations } from "next-intl";
import { resourceKinds } from "@/lib/features/funds/types";
import { DateField, MoneyField, SelectField, TextField } from "../forms/fields";

/** The fields of one promise; `prefix` places them inside of another form, where all of them may stay blank. */
export function PromiseFields({ prefix = "" }: { prefix?: string }) {
  const t = useTranslations("funds");
  const required = prefix === "";
  return (
    <>
      <SelectField
        name={`${prefix}kind`}
        label={t("pledge.kind")}
        required={required}
        options={resourceKinds.map((value) => ({ value, label: t(`kind.${value}`) }))}
      />
      <MoneyField
        name={`${prefix}amount`}
        label={t("pledge.amount")}
        hint={t("pledge.amountHint")}
        required={required}
      />
      <TextField
        name={`${prefix}valuation`}
        label={t("pledge.valuation")}
        hint={t("pledge.valuationHint")}
        maxLength={200}
      />
      <TextField
        name={`${prefix}condition`}
        label={t("pledge.condition")}
        hint={t("pledge.conditionHint")}
        maxLength={500}
      />
      <DateField name={`${prefix}dueOn`} label={t("pledge.dueOn")} />
    </>
  );
}
