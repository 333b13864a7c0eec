"use client";

import { useTranslations } from "next-intl";
import { ActionForm } from "@/components/forms/action-form";
import { CheckboxField, SelectField, TextAreaField } from "@/components/forms/fields";
import {
  addParagraphAction,
  removeParagraphAction,
  saveParagraphAction,
} from "@/lib/features/minutes/actions";
import type { ParagraphView } from "@/lib/features/minutes/schema";
import { ownParts } from "@/lib/features/minutes/types";

export function EditParagraph({ tenant, paragraph }: { tenant: string; paragraph: ParagraphView }) {
  const t = useTranslations("minutes");
  const hidden = { paragraphId: paragraph.id, version: paragraph.version };
  return (
    <details className="mt-2 print:hidden">
      <summary className="min-h-6 cursor-pointer text-sm">{t("edit")}</summary>
      <div className="mt-2 flex flex-col gap-4" key={paragraph.version}>
        <ActionForm
          action={saveParagraphAction}
          tenant={tenant}
          hidden={hidden}
          submitLabel={t("save")}
          successMessage={t("saved")}
        >
          <TextAreaField
            name="text"
            label={t("text")}
            required
            rows={5}
            maxLength={8000}
            defaultValue={paragraph.text}
          />
          <CheckboxField
            name="internal"
            label={t("internal")}
            defaultChecked={paragraph.internal}
          />
        </ActionForm>
        <ActionForm
          action={removeParagraphAction}
          tenant={tenant}
          hidden={hidden}
          submitLabel={t("remove")}
          submitVariant="danger"
          confirmLabel={t("removeConfirm")}
        />
      </div>
    </details>
  );
}

type AddProps = { tenant: string; minutesId: string; paragraphs: readonly ParagraphView[] };

export function AddParagraph({ tenant, minutesId, paragraphs }: AddProps) {
  const t = useTranslations("minutes");
  return (
    <details className="print:hidden">
      <summary className="min-h-6 cursor-pointer">{t("add.title")}</summary>
      <div className="mt-3">
        <ActionForm
          action={addParagraphAction}
          tenant={tenant}
          hidden={{ minutesId }}
          submitLabel={t("add.submit")}
          successMessage={t("saved")}
        >
          <SelectField
            name="part"
            label={t("add.part")}
            required
            defaultValue="statement"
            options={ownParts.map((value) => ({ value, label: t(`part.${value}`) }))}
          />
          <TextAreaField name="text" label={t("add.text")} required rows={4} maxLength={8000} />
          <SelectField
            name="afterId"
            label={t("add.after")}
            hint={t("add.atEnd")}
            options={paragraphs.map(({ id, order, text }) => ({
              value: id,
              label: `${t("add.paragraph", { order })} ${text.slice(0, 24)}`,
            }))}
          />
          <CheckboxField name="internal" label={t("internal")} />
        </ActionForm>
      </div>
    </details>
  );
}
