"use client";

import { useTranslations } from "next-intl";
import { ActionForm } from "@/components/forms/action-form";
import { DateField, SelectField, TextAreaField, TextField } from "@/components/forms/fields";
import { OrganizationField } from "@/components/organizations/organization-field";
import { createTaskAction } from "@/lib/features/tasks/actions";
import type { Owner } from "@/lib/features/tasks/schema";
import { ownerOptions } from "./owner-options";

type Props = { tenant: string; resolutionId?: string; owners: readonly Owner[] };

/** A task: what, who by name, until when. */
export function CreateTaskForm({ tenant, resolutionId, owners }: Props) {
  const t = useTranslations("tasks");
  return (
    <details>
      <summary className="min-h-6 cursor-pointer">{t("create")}</summary>
      <div className="mt-3">
        <p className="mb-3 text-sm text-muted">{t("createHint")}</p>
        <ActionForm
          action={createTaskAction}
          tenant={tenant}
          hidden={resolutionId ? { resolutionId } : {}}
          submitLabel={t("create")}
          successMessage={t("created")}
        >
          <TextField name="title" label={t("field.title")} required maxLength={200} />
          <TextAreaField name="detail" label={t("field.detail")} rows={2} maxLength={2000} />
          <SelectField
            name="personId"
            label={t("field.person")}
            hint={t("field.personHint")}
            required
            options={ownerOptions(owners)}
          />
          <OrganizationField
            name="organizationId"
            label={t("field.organization")}
            tenant={tenant}
            membersOnly
          />
          <DateField name="dueOn" label={t("field.dueOn")} required />
        </ActionForm>
      </div>
    </details>
  );
}
