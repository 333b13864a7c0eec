"use client";

import { useTranslations } from "next-intl";
import { type ComponentProps, useState } from "react";
import { useField } from "../forms/context";
import { CheckboxField, MoneyField } from "../forms/fields";
import { asksAgain } from "./asks-again";

/** An amount; that it is right although it is unusual is asked only of whoever was told so. */
export function SureAmountField(props: ComponentProps<typeof MoneyField>) {
  const t = useTranslations("calls");
  const { code, kept } = useField(props.name);
  const sure = useField("amountIsRight");
  const [typed, setTyped] = useState(
    typeof kept?.value === "string" ? kept.value : String(props.defaultValue ?? ""),
  );
  return (
    <>
      <MoneyField {...props} onTyped={setTyped} />
      {asksAgain({ typed, code, ticked: sure.kept?.value === true }) && (
        <CheckboxField name="amountIsRight" label={t("amountIsRight")} />
      )}
    </>
  );
}
