"use client";

import { useTranslations } from "next-intl";
import { editEntryAction } from "@/lib/features/funds/actions";
import type { Entry } from "@/lib/features/funds/schema/entries";
import { ActionForm } from "../forms/action-form";
import { DateField, TextField } from "../forms/fields";
import type { Option } from "../forms/types";
import { AmountFields, SpendingFields, VoucherFields } from "./entry-fields";

/** The entry with what may be typed anew; its sign follows from its type. */
export function EditEntryForm({
  tenant,
  entry,
  lines,
}: {
  tenant: string;
  entry: Entry;
  lines: readonly Option[];
}) {
  const t = useTranslations("funds");
  const isOut = entry.flow === "spending" || entry.flow === "recovery";
  const kept = {
    ...(entry.file && { fileId: entry.file.id }),
    ...(entry.payeeOrganizationId && { payeeOrganizationId: entry.payeeOrganizationId }),
  };
  return (
    <ActionForm
      action={editEntryAction}
      tenant={tenant}
      hidden={{ ...kept, id: entry.id, version: entry.version }}
      submitLabel={t("entry.edit")}
      successMessage={t("entry.edited")}
      draftKey={`edit-${entry.id}`}
    >
      <p className="text-sm text-muted">{t("entry.editHint")}</p>
      <AmountFields defaultValue={entry.amount.replace("-", "")} />
      <DateField
        name="happenedOn"
        label={t("receipt.receivedOn")}
        required
        defaultValue={entry.happenedOn}
      />
      {isOut ? (
        <SpendingFields
          tenant={tenant}
          lines={lines}
          given={{
            payee: entry.payee ?? "",
            lineId: entry.line?.id ?? "",
            overReason: entry.overReason ?? "",
            purpose: entry.purpose ?? "",
          }}
        />
      ) : (
        <TextField
          name="valuation"
          label={t("receipt.valuation")}
          maxLength={200}
          defaultValue={entry.valuation ?? ""}
        />
      )}
      <VoucherFields tenant={tenant} voucherNo={entry.voucherNo} account={entry.account} />
    </ActionForm>
  );
}
