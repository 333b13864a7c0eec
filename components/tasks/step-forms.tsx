"use client";

import { useTranslations } from "next-intl";
import { ActionForm } from "@/components/forms/action-form";
import {
  CheckboxField,
  DateField,
  FileField,
  SelectField,
  TextAreaField,
} from "@/components/forms/fields";
import { OrganizationField } from "@/components/organizations/organization-field";
import {
  acceptTaskAction,
  changeTaskAction,
  dropTaskAction,
  reportTaskAction,
  returnTaskAction,
} from "@/lib/features/tasks/actions";
import type { Owner } from "@/lib/features/tasks/schema";
import { ownerOptions } from "./owner-options";

type Step = { tenant: string; taskId: string; version: number };

export function ReportForm({ tenant, taskId, version }: Step) {
  const t = useTranslations("tasks");
  return (
    <ActionForm
      action={reportTaskAction}
      tenant={tenant}
      hidden={{ taskId, version }}
      submitLabel={t("report")}
      successMessage={t("reported")}
      draftKey={`task-${taskId}`}
    >
      <TextAreaField name="text" label={t("field.text")} required rows={3} maxLength={1000} />
      <FileField
        name="fileId"
        label={t("field.evidence")}
        hint={t("field.evidenceHint")}
        tenant={tenant}
      />
      <CheckboxField name="done" label={t("field.done")} />
    </ActionForm>
  );
}

export function AcceptForm({ tenant, taskId, version }: Step) {
  const t = useTranslations("tasks");
  return (
    <div className="flex flex-col gap-4">
      <ActionForm
        action={acceptTaskAction}
        tenant={tenant}
        hidden={{ taskId, version }}
        submitLabel={t("accept")}
        successMessage={t("accepted")}
      />
      <ActionForm
        action={returnTaskAction}
        tenant={tenant}
        hidden={{ taskId, version }}
        submitLabel={t("return")}
        submitVariant="secondary"
        successMessage={t("returned")}
      >
        <TextAreaField name="text" label={t("field.reason")} required rows={2} maxLength={1000} />
      </ActionForm>
    </div>
  );
}

type ChangeProps = Step & {
  owners: readonly Owner[];
  personId: string;
  dueOn: string;
  organization: { id: string; name: string } | null;
};

export function ChangeForm({ tenant, taskId, version, owners, ...now }: ChangeProps) {
  const t = useTranslations("tasks");
  return (
    <details>
      <summary className="min-h-6 cursor-pointer">{t("change")}</summary>
      <div className="mt-3">
        <ActionForm
          action={changeTaskAction}
          tenant={tenant}
          hidden={{ taskId, version }}
          submitLabel={t("change")}
          successMessage={t("changed")}
        >
          <SelectField
            name="personId"
            label={t("field.person")}
            required
            defaultValue={now.personId}
            options={ownerOptions(owners)}
          />
          <OrganizationField
            name="organizationId"
            label={t("field.organization")}
            tenant={tenant}
            membersOnly
            defaultValue={now.organization}
          />
          <DateField name="dueOn" label={t("field.dueOn")} required defaultValue={now.dueOn} />
          <TextAreaField name="text" label={t("field.reason")} required rows={2} maxLength={1000} />
        </ActionForm>
      </div>
    </details>
  );
}

export function DropForm({ tenant, taskId, version }: Step) {
  const t = useTranslations("tasks");
  return (
    <details>
      <summary className="min-h-6 cursor-pointer">{t("drop")}</summary>
      <div className="mt-3">
        <ActionForm
          action={dropTaskAction}
          tenant={tenant}
          hidden={{ taskId, version }}
          submitLabel={t("drop")}
          submitVariant="danger"
          confirmLabel={t("dropConfirm")}
          successMessage={t("dropped")}
        >
          <TextAreaField name="text" label={t("field.reason")} required rows={2} maxLength={1000} />
        </ActionForm>
      </div>
    </details>
  );
}
