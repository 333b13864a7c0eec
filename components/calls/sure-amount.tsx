"use client";

import { useTranslations } from "next-intl";
import { useField } from "../forms/context";
import { CheckboxField } from "../forms/fields";

/** That an amount is right although it is unusual: asked only of whoever was told so. */
export function SureAmount({ of }: { of: string }) {
  const t = useTranslations("calls");
  const { fault } = useField(of);
  const { kept } = useField("amountIsRight");
  return fault || kept ? <CheckboxField name="amountIsRight" label={t("amountIsRight")} /> : null;
}
