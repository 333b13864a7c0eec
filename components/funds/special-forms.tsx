"use client";

import { useTranslations } from "next-intl";
import { allocateAction, createSpecialFundAction } from "@/lib/features/funds/actions";
import { ActionForm } from "../forms/action-form";
import { DateField, MoneyField, SelectField, TextField } from "../forms/fields";
import type { Option } from "../forms/types";
import { OrganizationField } from "../organizations/organization-field";

export function SpecialFundForm({ tenant, year }: { tenant: string; year: number }) {
  const t = useTranslations("funds.special");
  return (
    <ActionForm
      action={createSpecialFundAction}
      tenant={tenant}
      submitLabel={t("create")}
      successMessage={t("created")}
      draftKey="special-fund"
    >
      <OrganizationField
        name="governmentId"
        label={t("government")}
        tenant={tenant}
        kinds={["government"]}
        required
      />
      <TextField name="title" label={t("fund")} required maxLength={200} />
      <TextField
        name="year"
        label={t("year")}
        required
        inputMode="numeric"
        defaultValue={String(year)}
      />
      <MoneyField name="total" label={t("total")} required />
      <TextField name="basis" label={t("basis")} required maxLength={300} />
    </ActionForm>
  );
}

export function AllocateForm({
  tenant,
  funds,
  projects,
}: {
  tenant: string;
  funds: readonly Option[];
  projects: readonly Option[];
}) {
  const t = useTranslations("funds.special");
  return (
    <ActionForm
      action={allocateAction}
      tenant={tenant}
      submitLabel={t("allocate")}
      successMessage={t("allocatedDone")}
      draftKey="allocate"
    >
      <SelectField name="id" label={t("choose")} required options={funds} />
      <SelectField name="projectId" label={t("project")} required options={projects} />
      <MoneyField name="amount" label={t("amount")} required />
      <TextField name="proof" label={t("proof")} required maxLength={300} />
      <DateField name="dueOn" label={t("dueOn")} />
    </ActionForm>
  );
}
