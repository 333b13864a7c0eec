"use client";

import { useTranslations } from "next-intl";
import {
  assignTaskAction,
  decideVetoAction,
  findVetoAction,
  recordVisitAction,
} from "@/lib/features/evaluations/actions";
import type { SubjectView } from "@/lib/features/evaluations/schema/rounds";
import { ActionForm } from "../forms/action-form";
import { DateField, RadioField, SelectField, TextAreaField, TextField } from "../forms/fields";

type Props = { tenant: string; subject: SubjectView };

export function VisitForm({ tenant, subjectId }: { tenant: string; subjectId: string }) {
  const t = useTranslations("evaluations.subject");
  return (
    <ActionForm
      action={recordVisitAction}
      tenant={tenant}
      hidden={{ subjectId }}
      submitLabel={t("visit")}
      submitVariant="secondary"
      successMessage={t("visited")}
      draftKey={`visit-${subjectId}`}
    >
      <DateField name="on" label={t("visitOn")} required />
      <TextField name="people" label={t("visitPeople")} required maxLength={200} />
      <TextAreaField name="note" label={t("visitNote")} required rows={3} maxLength={2000} />
    </ActionForm>
  );
}

export function VetoForm({ tenant, subject }: Props) {
  const t = useTranslations("evaluations.subject");
  return (
    <ActionForm
      key={subject.vetoes.length}
      action={findVetoAction}
      tenant={tenant}
      hidden={{ subjectId: subject.id }}
      submitLabel={t("veto")}
      submitVariant="danger"
      successMessage={t("found")}
    >
      <SelectField
        name="indicatorId"
        label={t("vetoIndicator")}
        required
        options={subject.vetoIndicators.map(({ id, name }) => ({ value: id, label: name }))}
      />
      <TextAreaField name="reason" label={t("reason")} required rows={2} maxLength={500} />
    </ActionForm>
  );
}

export function DecideVetoForm({ tenant, vetoId }: { tenant: string; vetoId: string }) {
  const t = useTranslations("evaluations.subject");
  return (
    <ActionForm
      action={decideVetoAction}
      tenant={tenant}
      hidden={{ vetoId }}
      submitLabel={t("decideVeto")}
      submitVariant="secondary"
      successMessage={t("decided")}
    >
      <RadioField
        name="confirmed"
        label={t("decision")}
        required
        options={[
          { value: "true", label: t("confirmed") },
          { value: "false", label: t("dismissed") },
        ]}
      />
      <TextAreaField name="note" label={t("note")} rows={2} maxLength={500} />
    </ActionForm>
  );
}

export function TaskForm({ tenant, subject }: Props) {
  const t = useTranslations("evaluations.subject");
  return (
    <ActionForm
      key={subject.tasks.length}
      action={assignTaskAction}
      tenant={tenant}
      hidden={{ subjectId: subject.id }}
      submitLabel={t("task")}
      submitVariant="secondary"
      successMessage={t("given")}
    >
      <TextField name="title" label={t("taskTitle")} required maxLength={200} />
      <SelectField
        name="personId"
        label={t("taskPerson")}
        required
        options={subject.people.map(({ id, name }) => ({ value: id, label: name }))}
      />
      <DateField name="dueOn" label={t("taskDue")} required />
      <TextAreaField name="detail" label={t("taskDetail")} rows={2} maxLength={2000} />
    </ActionForm>
  );
}
