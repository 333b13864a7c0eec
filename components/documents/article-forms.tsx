"use client";

import { useTranslations } from "next-intl";
import {
  removeArticleAction,
  saveArticleAction,
  splitDocumentAction,
  updateDocumentAction,
} from "@/lib/features/documents/actions";
import { ActionForm } from "../forms/action-form";
import { FileField, TextAreaField, TextField } from "../forms/fields";

type Document = { id: string; revision: number; title: string; reference: string | null };
type Article = {
  id: string;
  number: number;
  chapter: string | null;
  heading: string | null;
  text: string;
};
type Props = { tenant: string; document: Document };
const hiddenOf = ({ id, revision }: Document) => ({ documentId: id, revision });

export function FactsForm({ tenant, document }: Props) {
  const t = useTranslations("documents");
  return (
    <ActionForm
      action={updateDocumentAction}
      tenant={tenant}
      hidden={hiddenOf(document)}
      submitLabel={t("edit.save")}
      successMessage={t("edit.saved")}
    >
      <TextField
        name="title"
        label={t("field.title")}
        required
        maxLength={200}
        defaultValue={document.title}
      />
      <TextField
        name="reference"
        label={t("field.reference")}
        maxLength={100}
        defaultValue={document.reference}
      />
      <FileField name="fileId" label={t("field.file")} tenant={tenant} />
    </ActionForm>
  );
}

export function SplitForm({ tenant, document, count }: Props & { count: number }) {
  const t = useTranslations("documents");
  return (
    <ActionForm
      action={splitDocumentAction}
      tenant={tenant}
      hidden={hiddenOf(document)}
      submitLabel={t("edit.split")}
      submitVariant="secondary"
      successMessage={t("edit.splitDone")}
      draftKey={`split.${document.id}`}
      {...(count > 0 && { confirmLabel: t("edit.pasteConfirm", { count }) })}
    >
      <TextAreaField
        name="text"
        label={t("field.text")}
        hint={t("edit.pasteHint")}
        required
        rows={12}
      />
    </ActionForm>
  );
}

/** One article by hand; without one, a further article after the last. */
export function ArticleForm({
  tenant,
  document,
  article,
  next,
}: Props & { article?: Article; next?: number }) {
  const t = useTranslations("documents");
  return (
    <ActionForm
      action={saveArticleAction}
      tenant={tenant}
      hidden={{ ...hiddenOf(document), ...(article && { articleId: article.id }) }}
      submitLabel={t("edit.saveArticle")}
      submitVariant="secondary"
      successMessage={t("edit.saved")}
      draftKey={`article.${document.id}.${article?.id ?? "new"}`}
    >
      <div className="grid gap-3 sm:grid-cols-[7rem_1fr_1fr]">
        <TextField
          name="number"
          label={t("field.number")}
          required
          inputMode="numeric"
          defaultValue={article?.number ?? next}
        />
        <TextField
          name="chapter"
          label={t("field.chapter")}
          maxLength={100}
          defaultValue={article?.chapter}
        />
        <TextField
          name="heading"
          label={t("field.heading")}
          maxLength={100}
          defaultValue={article?.heading}
        />
      </div>
      <TextAreaField
        name="text"
        label={t("field.articleText")}
        required
        rows={4}
        defaultValue={article?.text}
      />
    </ActionForm>
  );
}

export function RemoveArticleForm({ tenant, document, article }: Props & { article: Article }) {
  const t = useTranslations("documents");
  return (
    <ActionForm
      action={removeArticleAction}
      tenant={tenant}
      hidden={{ ...hiddenOf(document), articleId: article.id }}
      submitLabel={t("edit.remove")}
      submitVariant="danger"
      confirmLabel={t("edit.removeConfirm")}
    />
  );
}
