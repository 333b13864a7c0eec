"use client";

import { useTranslations } from "next-intl";
import { enterReceiptAction } from "@/lib/features/funds/actions";
import { receiptSources, resourceKinds } from "@/lib/features/funds/types";
import { ActionForm } from "../forms/action-form";
import { CheckboxField, DateField, MoneyField, SelectField, TextField } from "../forms/fields";
import type { Option } from "../forms/types";

/** Enters what arrived for one project. The voucher is asked before what is seldom needed. */
export function ReceiptForm({
  tenant,
  projectId,
  commitments,
  organizations,
  today,
}: {
  tenant: string;
  projectId: string;
  commitments: readonly Option[];
  organizations: readonly Option[];
  today: string;
}) {
  const t = useTranslations("funds");
  return (
    <ActionForm
      action={enterReceiptAction}
      tenant={tenant}
      hidden={{ projectId }}
      submitLabel={t("receipt.submit")}
      successMessage={t("receipt.done")}
      successHref={`/a/${tenant}/projects/${projectId}?view=money`}
      draftKey={`receipt-${projectId}`}
    >
      {commitments.length > 0 && (
        <SelectField
          name="commitmentId"
          label={t("receipt.commitment")}
          hint={t("receipt.commitmentHint")}
          options={commitments}
        />
      )}
      <SelectField
        name="organizationId"
        label={t("receipt.organization")}
        hint={commitments.length > 0 ? t("receipt.organizationHint") : undefined}
        required={commitments.length === 0}
        options={organizations}
      />
      <SelectField
        name="kind"
        label={t("receipt.kind")}
        required
        defaultValue="cash"
        options={resourceKinds.map((value) => ({ value, label: t(`kind.${value}`) }))}
      />
      <SelectField
        name="source"
        label={t("receipt.source")}
        required
        options={receiptSources.map((value) => ({ value, label: t(`source.${value}`) }))}
      />
      <MoneyField name="amount" label={t("receipt.amount")} required />
      <DateField
        name="receivedOn"
        label={t("receipt.receivedOn")}
        required
        defaultValue={today}
        max={today}
      />
      <TextField
        name="voucherNo"
        label={t("receipt.voucher")}
        hint={t("receipt.voucherHint")}
        required
        maxLength={60}
        autoComplete="off"
      />
      <TextField
        name="valuation"
        label={t("receipt.valuation")}
        hint={t("receipt.valuationHint")}
        maxLength={200}
      />
      <CheckboxField name="aboveCommitment" label={t("receipt.above")} />
    </ActionForm>
  );
}
