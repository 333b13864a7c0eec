"use client";

import { useTranslations } from "next-intl";
import { createEntryAction, requestSpendingAction } from "@/lib/features/funds/actions";
import { receiptSources, resourceKinds } from "@/lib/features/funds/types";
import { ActionForm } from "../forms/action-form";
import { CheckboxField, DateField, SelectField, TextField } from "../forms/fields";
import type { Option } from "../forms/types";
import { AmountFields, SpendingFields, VoucherFields } from "./entry-fields";
import { ForeignFields } from "./pledge-more";

export type EntryWay = "in" | "out" | "back";

type Props = {
  tenant: string;
  projectId: string;
  commitments: readonly Option[];
  instalments: readonly Option[];
  organizations: readonly Option[];
  lines: readonly Option[];
  settles: readonly Option[];
  today: string;
  /** What is known of it before anybody types: the instalment that arrives. */
  given?: Given;
};

type Given = {
  flow: "receipt" | "delivery";
  kind: (typeof resourceKinds)[number];
  commitmentId: string;
  instalmentId: string;
  amount: string;
};

const flowsOf: Record<
  EntryWay,
  readonly ("receipt" | "delivery" | "spending" | "refund" | "withdrawal" | "recovery")[]
> = {
  in: ["receipt", "delivery"],
  out: ["spending"],
  back: ["refund", "withdrawal", "recovery"],
};

function KindField({ kind = "cash" }: { kind?: (typeof resourceKinds)[number] }) {
  const t = useTranslations("funds");
  return (
    <SelectField
      name="kind"
      label={t("receipt.kind")}
      required
      defaultValue={kind}
      options={resourceKinds.map((value) => ({ value, label: t(`kind.${value}`) }))}
    />
  );
}

function ReceiptFields({ commitments, instalments, organizations, lines, given }: Props) {
  const t = useTranslations("funds");
  return (
    <>
      {commitments.length > 0 && (
        <SelectField
          name="commitmentId"
          label={t("receipt.commitment")}
          hint={t("receipt.commitmentHint")}
          options={commitments}
          defaultValue={given?.commitmentId}
        />
      )}
      {instalments.length > 0 && (
        <SelectField
          name="instalmentId"
          label={t("receipt.instalment")}
          options={instalments}
          defaultValue={given?.instalmentId}
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
        name="source"
        label={t("receipt.source")}
        required
        options={receiptSources.map((value) => ({ value, label: t(`source.${value}`) }))}
      />
      {lines.length > 0 && <SelectField name="lineId" label={t("receipt.line")} options={lines} />}
      <TextField
        name="valuation"
        label={t("receipt.valuation")}
        hint={t("receipt.valuationHint")}
        maxLength={200}
      />
      <CheckboxField name="aboveCommitment" label={t("receipt.above")} />
      <ForeignFields />
    </>
  );
}

/** Enters what arrived, what was spent, or what was taken back, for one project. */
export function EntryForm({ way, ...props }: Props & { way: EntryWay }) {
  const t = useTranslations("funds");
  const { tenant, projectId, today, given } = props;
  const flows = flowsOf[way];
  return (
    <ActionForm
      action={createEntryAction}
      tenant={tenant}
      hidden={{ projectId, ...(way === "out" && { flow: "spending" }) }}
      submitLabel={t("receipt.submit")}
      successMessage={t("receipt.done")}
      successHref={`/a/${tenant}/funds/entries/{id}`}
      draftKey={`entry-${way}-${given?.instalmentId ?? projectId}`}
    >
      {way !== "out" && (
        <SelectField
          name="flow"
          label={t("receipt.flow")}
          required
          defaultValue={given?.flow ?? flows[0]}
          options={flows.map((value) => ({ value, label: t(`flow.${value}`) }))}
        />
      )}
      <KindField kind={given?.kind} />
      {way === "back" && (
        <SelectField
          name="settlesId"
          label={t("receipt.settles")}
          hint={t("receipt.settlesHint")}
          required
          options={props.settles}
        />
      )}
      {way === "in" && <ReceiptFields {...props} />}
      {way === "out" && (
        <>
          <SelectField
            name="organizationId"
            label={t("receipt.spender")}
            required
            options={props.organizations}
          />
          <SpendingFields tenant={tenant} lines={props.lines} />
        </>
      )}
      <AmountFields defaultValue={given?.amount} />
      <DateField
        name="happenedOn"
        label={t("receipt.receivedOn")}
        required
        defaultValue={today}
        max={today}
      />
      <VoucherFields tenant={tenant} />
      <CheckboxField name="draft" label={t("receipt.draft")} />
    </ActionForm>
  );
}

/** What a party laid out for the project. */
export function RequestForm(props: Props) {
  const t = useTranslations("funds");
  const { tenant, projectId, organizations, today } = props;
  return (
    <ActionForm
      action={requestSpendingAction}
      tenant={tenant}
      hidden={{ projectId }}
      submitLabel={t("receipt.request")}
      successMessage={t("receipt.done")}
      successHref={`/a/${tenant}/funds/entries/{id}`}
      draftKey={`request-${projectId}`}
    >
      <SelectField
        name="organizationId"
        label={t("receipt.spender")}
        required
        defaultValue={organizations[0]?.value}
        options={organizations}
      />
      <KindField />
      <SpendingFields tenant={tenant} lines={props.lines} />
      <AmountFields />
      <DateField
        name="happenedOn"
        label={t("receipt.receivedOn")}
        required
        defaultValue={today}
        max={today}
      />
      <VoucherFields tenant={tenant} />
    </ActionForm>
  );
}
