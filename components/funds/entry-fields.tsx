"use client";

import { useTranslations } from "next-intl";
import { CheckboxField, FileField, MoneyField, SelectField, TextField } from "../forms/fields";
import type { Option } from "../forms/types";
import { OrganizationField } from "../organizations/organization-field";

/** Amount first, with the word that it is right although it is unusual. */
export function AmountFields({ defaultValue }: { defaultValue?: string }) {
  const t = useTranslations("funds.receipt");
  return (
    <>
      <MoneyField name="amount" label={t("amount")} required defaultValue={defaultValue} />
      <CheckboxField name="amountIsRight" label={t("amountIsRight")} />
    </>
  );
}

export function VoucherFields({
  tenant,
  voucherNo,
  account,
}: {
  tenant: string;
  voucherNo?: string;
  account?: string;
}) {
  const t = useTranslations("funds.receipt");
  return (
    <>
      <TextField
        name="voucherNo"
        label={t("voucher")}
        hint={t("voucherHint")}
        required
        maxLength={60}
        autoComplete="off"
        defaultValue={voucherNo}
      />
      <TextField
        name="account"
        label={t("account")}
        hint={t("accountHint")}
        required
        maxLength={60}
        defaultValue={account ?? "main"}
      />
      <FileField name="fileId" label={t("file")} tenant={tenant} />
    </>
  );
}

/** Who gets it, from which line, and why where the line is passed. */
export function SpendingFields({
  tenant,
  lines,
  given = {},
}: {
  tenant: string;
  lines: readonly Option[];
  given?: { payee?: string; lineId?: string; overReason?: string; purpose?: string };
}) {
  const t = useTranslations("funds.receipt");
  return (
    <>
      <TextField
        name="payee"
        label={t("payee")}
        required
        maxLength={100}
        defaultValue={given.payee}
      />
      <OrganizationField
        name="payeeOrganizationId"
        label={t("payeeOrganization")}
        hint={t("payeeOrganizationHint")}
        tenant={tenant}
      />
      {lines.length > 0 && (
        <SelectField
          name="lineId"
          label={t("line")}
          hint={t("lineHint")}
          options={lines}
          defaultValue={given.lineId}
        />
      )}
      <TextField
        name="overReason"
        label={t("overReason")}
        hint={t("overReasonHint")}
        maxLength={300}
        defaultValue={given.overReason}
      />
      <TextField name="purpose" label={t("purpose")} maxLength={300} defaultValue={given.purpose} />
    </>
  );
}
