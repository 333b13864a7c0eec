"use client";

import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { ActionForm } from "@/components/forms/action-form";
import { SelectField, TextAreaField, TextField } from "@/components/forms/fields";
import type { Option } from "@/components/forms/types";
import { submitApplicationAction } from "@/lib/features/applications/actions";

function Group({ title, hint, children }: { title: string; hint?: string; children: ReactNode }) {
  return (
    <fieldset className="flex min-w-0 flex-col gap-4">
      <legend className="mb-2 text-base font-semibold">{title}</legend>
      {hint && <p className="text-sm text-muted">{hint}</p>}
      {children}
    </fieldset>
  );
}

/** A visitor applies for an organization; the credit code comes first. */
export function ApplyForm({
  tenant,
  kinds,
  positions,
}: {
  tenant: string;
  kinds: readonly Option[];
  positions: readonly Option[];
}) {
  const t = useTranslations("applications");
  const f = useTranslations("applications.field");
  return (
    <ActionForm
      action={submitApplicationAction}
      tenant={tenant}
      submitLabel={t("apply.submit")}
      successMessage={t("apply.submitted")}
      successHref={`/a/${tenant}/apply/{token}`}
      draftKey={`apply-${tenant}`}
    >
      <Group title={t("apply.unit")}>
        <TextField
          name="creditCode"
          label={f("creditCode")}
          hint={f("creditCodeHint")}
          required
          maxLength={60}
          autoComplete="off"
        />
        <TextField
          name="organizationName"
          label={f("organizationName")}
          required
          maxLength={200}
          autoComplete="organization"
        />
        <SelectField name="kind" label={f("kind")} required options={kinds} />
        <SelectField
          name="requestedPosition"
          label={f("requestedPosition")}
          required
          defaultValue="member_unit"
          options={positions}
        />
      </Group>
      <Group title={t("apply.plan")}>
        <TextAreaField
          name="statement"
          label={f("statement")}
          hint={f("statementHint")}
          required
          maxLength={2000}
        />
        <TextAreaField
          name="contributionPlan"
          label={f("contributionPlan")}
          hint={f("contributionPlanHint")}
          required
          maxLength={2000}
        />
      </Group>
      <Group title={t("apply.person")} hint={t("apply.contact")}>
        <TextField
          name="contactName"
          label={f("contactName")}
          required
          maxLength={100}
          autoComplete="name"
        />
        <TextField
          name="contactPhone"
          label={f("contactPhone")}
          required
          maxLength={40}
          type="tel"
          autoComplete="tel"
        />
        <TextField
          name="contactEmail"
          label={f("contactEmail")}
          required
          maxLength={254}
          type="email"
          autoComplete="email"
        />
      </Group>
    </ActionForm>
  );
}
