"use client";

import { useTranslations } from "next-intl";
import {
  adoptDocumentAction,
  createDocumentAction,
  nextVersionAction,
  publishDocumentAction,
  repealDocumentAction,
  withdrawDocumentAction,
} from "@/lib/features/documents/actions";
import { documentKinds } from "@/lib/features/documents/types";
import { ActionForm } from "../forms/action-form";
import { DateField, FileField, SelectField, TextAreaField, TextField } from "../forms/fields";

type Props = { tenant: string; document: { id: string; revision: number } };
const hiddenOf = ({ id, revision }: Props["document"]) => ({ documentId: id, revision });

export function CreateDocumentForm({
  tenant,
  kind,
}: {
  tenant: string;
  kind?: string | undefined;
}) {
  const t = useTranslations("documents");
  return (
    <ActionForm
      action={createDocumentAction}
      tenant={tenant}
      submitLabel={t("create")}
      successHref={`/a/${tenant}/documents/{id}`}
      draftKey={`document.${tenant}`}
    >
      <SelectField
        name="kind"
        label={t("field.kind")}
        required
        defaultValue={kind}
        options={documentKinds.map((value) => ({ value, label: t(`kind.${value}`) }))}
      />
      <TextField name="title" label={t("field.title")} required maxLength={200} />
      <TextField name="reference" label={t("field.reference")} maxLength={100} />
      <TextAreaField name="text" label={t("field.text")} hint={t("field.textHint")} rows={16} />
      <FileField name="fileId" label={t("field.file")} tenant={tenant} />
    </ActionForm>
  );
}

export function NextVersionForm({ tenant, document }: Props) {
  const t = useTranslations("documents.view");
  return (
    <ActionForm
      action={nextVersionAction}
      tenant={tenant}
      hidden={{ documentId: document.id }}
      submitLabel={t("nextVersion")}
      submitVariant="secondary"
      successMessage={t("nextVersionDone")}
      successHref={`/a/${tenant}/documents/{id}/edit`}
    />
  );
}

/** An adoption on paper: day, first day, which meeting, and the paper itself. */
export function AdoptForm({ tenant, document, today }: Props & { today: string }) {
  const t = useTranslations("documents");
  return (
    <ActionForm
      action={adoptDocumentAction}
      tenant={tenant}
      hidden={hiddenOf(document)}
      submitLabel={t("view.adopt")}
      confirmLabel={t("view.adoptConfirm")}
      successMessage={t("view.adopted")}
      draftKey={`adopt.${document.id}`}
    >
      <DateField name="adoptedOn" label={t("field.adoptedOn")} required max={today} />
      <DateField name="effectiveOn" label={t("field.effectiveOn")} required />
      <TextField
        name="adoptedBy"
        label={t("field.adoptedBy")}
        hint={t("field.adoptedByHint")}
        required
        maxLength={300}
      />
      <FileField name="paperId" label={t("field.paper")} tenant={tenant} required />
    </ActionForm>
  );
}

export function WithdrawDocumentForm({ tenant, document }: Props) {
  const t = useTranslations("documents");
  return (
    <ActionForm
      action={withdrawDocumentAction}
      tenant={tenant}
      hidden={hiddenOf(document)}
      submitLabel={t("view.withdraw")}
      submitVariant="danger"
      successMessage={t("view.withdrawn")}
    >
      <TextField name="reason" label={t("field.reason")} required maxLength={300} />
    </ActionForm>
  );
}

export function PublishForm({ tenant, document, published }: Props & { published: boolean }) {
  const t = useTranslations("documents.view");
  return (
    <ActionForm
      action={publishDocumentAction}
      tenant={tenant}
      hidden={{ ...hiddenOf(document), published: !published }}
      submitLabel={published ? t("unpublish") : t("publish")}
      submitVariant="secondary"
      successMessage={t("publishDone")}
    />
  );
}

export function RepealForm({ tenant, document }: Props) {
  const t = useTranslations("documents");
  return (
    <ActionForm
      action={repealDocumentAction}
      tenant={tenant}
      hidden={hiddenOf(document)}
      submitLabel={t("view.repeal")}
      submitVariant="danger"
      confirmLabel={t("view.repealConfirm")}
      successMessage={t("view.repealed")}
    >
      <DateField name="endsOn" label={t("field.endsOn")} required />
      <TextField name="reason" label={t("field.reason")} required maxLength={300} />
    </ActionForm>
  );
}
