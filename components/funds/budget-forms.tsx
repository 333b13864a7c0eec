"use client";

import { useTranslations } from "next-intl";
import { useState } from "react";
import {
  allowAdvanceAction,
  decideBudgetAction,
  proposeBudgetAction,
} from "@/lib/features/funds/actions";
import type { BudgetLine } from "@/lib/features/funds/schema/budgets";
import { ActionForm } from "../forms/action-form";
import { CheckboxField, MoneyField, TextAreaField, TextField } from "../forms/fields";
import { Button } from "../ui/button";

function Row({ place, line }: { place: number; line: BudgetLine | undefined }) {
  const t = useTranslations("funds.budget");
  const at = (field: string) => `lines.${place}.${field}`;
  return (
    <fieldset className="grid gap-3 rounded border border-line p-3 sm:grid-cols-2">
      <legend className="px-1 text-sm text-muted">{t("row", { number: place + 1 })}</legend>
      {line && <input type="hidden" name={at("id")} value={line.id} />}
      <TextField name={at("task")} label={t("task")} maxLength={200} defaultValue={line?.task} />
      <TextField
        name={at("title")}
        label={t("lineTitle")}
        maxLength={100}
        defaultValue={line?.title}
      />
      <TextField
        name={at("department")}
        label={t("department")}
        maxLength={100}
        defaultValue={line?.department}
      />
      <TextField
        name={at("responsible")}
        label={t("responsible")}
        maxLength={60}
        defaultValue={line?.responsible}
      />
      <MoneyField name={at("planned")} label={t("amount")} defaultValue={line?.planned} />
      <CheckboxField
        name={at("inKind")}
        label={t("inKind")}
        defaultChecked={line !== undefined && !line.cash}
      />
    </fieldset>
  );
}

/** The next version of a budget: its lines as they are, and as many new ones as wanted. */
export function BudgetForm({
  tenant,
  projectId,
  lines,
}: {
  tenant: string;
  projectId: string;
  lines: readonly BudgetLine[];
}) {
  const t = useTranslations("funds.budget");
  const [extra, setExtra] = useState(lines.length === 0 ? 2 : 0);
  const rows = Array.from({ length: lines.length + extra }, (_, place) => place);
  return (
    <ActionForm
      action={proposeBudgetAction}
      tenant={tenant}
      hidden={{ projectId }}
      submitLabel={t("submit")}
      successMessage={t("done")}
      draftKey={`budget-${projectId}`}
    >
      <p className="text-sm text-muted">{t("proposeHint")}</p>
      <TextAreaField name="reason" label={t("reason")} required rows={2} maxLength={500} />
      {rows.map((place) => (
        <Row key={place} place={place} line={lines[place]} />
      ))}
      <Button onClick={() => setExtra(extra + 1)}>{t("add")}</Button>
    </ActionForm>
  );
}

export function DecideBudgetForms({
  tenant,
  id,
  number,
}: {
  tenant: string;
  id: string;
  number: number;
}) {
  const t = useTranslations("funds.budget");
  const common = { tenant, action: decideBudgetAction, confirmLabel: t("question", { number }) };
  return (
    <div className="flex flex-wrap gap-3">
      <ActionForm
        {...common}
        hidden={{ id, decision: "adopt" }}
        submitLabel={t("adopt")}
        successMessage={t("adopted")}
      />
      <ActionForm
        {...common}
        hidden={{ id, decision: "reject" }}
        submitLabel={t("reject")}
        submitVariant="secondary"
        successMessage={t("rejected")}
      />
    </div>
  );
}

export function AdvanceForm({
  tenant,
  projectId,
  amount,
}: {
  tenant: string;
  projectId: string;
  amount: string;
}) {
  const t = useTranslations("funds.budget");
  return (
    <ActionForm
      action={allowAdvanceAction}
      tenant={tenant}
      hidden={{ projectId }}
      submitLabel={t("advanceSet")}
      successMessage={t("advanceDone")}
      draftKey={`advance-${projectId}`}
    >
      <MoneyField name="amount" label={t("amount")} required defaultValue={amount} />
      <TextField name="basis" label={t("advanceBasis")} required maxLength={300} />
    </ActionForm>
  );
}
