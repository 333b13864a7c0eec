"use client";

import { useTranslations } from "next-intl";
import { ActionForm } from "@/components/forms/action-form";
import { CheckboxField, FileField, RadioField, TextAreaField } from "@/components/forms/fields";
import { answerPaperAction, recordSignaturesAction } from "@/lib/features/minutes/actions";
import type { MinutesView, SignatureView } from "@/lib/features/minutes/schema";

type Props = { tenant: string; minutes: MinutesView };

/** For those without an account, and for pages that were signed in the room. */
export function PaperForm({ tenant, minutes }: Props) {
  const t = useTranslations("minutes.signature.paper");
  const open = minutes.signatures.filter(({ signedAt, refusedAt, own }) => {
    return !signedAt && !refusedAt && !own;
  });
  if (open.length === 0) return null;
  return (
    <details>
      <summary className="cursor-pointer py-1">{t("title")}</summary>
      <div className="mt-2 flex flex-col gap-3">
        <p className="text-sm text-muted">
          {t("hint")} {minutes.confirm === "signatures" && t("secondPerson")}
        </p>
        <ActionForm
          action={recordSignaturesAction}
          tenant={tenant}
          hidden={{ minutesId: minutes.id, version: minutes.version }}
          submitLabel={t("submit")}
          successMessage={t("done")}
        >
          <fieldset className="flex flex-col gap-1">
            <legend className="text-sm font-medium">{t("people")}</legend>
            {open.map(({ personId, personName }) => (
              <CheckboxField
                key={personId}
                name="personIds[]"
                value={personId}
                label={personName}
                defaultChecked={open.length === 1}
              />
            ))}
          </fieldset>
          <RadioField
            name="answer"
            label={t("answer")}
            required
            options={[
              { value: "signed", label: t("signed") },
              { value: "refused", label: t("refused") },
            ]}
          />
          <TextAreaField name="reason" label={t("reason")} rows={2} maxLength={500} />
          <FileField name="fileId" label={t("file")} tenant={tenant} required />
        </ActionForm>
      </div>
    </details>
  );
}

type AnswerProps = { tenant: string; minutesId: string; signature: SignatureView };

/** The second person agrees with the entry, or has it made anew. */
export function PaperAnswer({ tenant, minutesId, signature }: AnswerProps) {
  const t = useTranslations("minutes.signature.paper");
  const hidden = { minutesId, personId: signature.personId };
  return (
    <div className="flex flex-wrap gap-2">
      <ActionForm
        action={answerPaperAction}
        tenant={tenant}
        hidden={{ ...hidden, agrees: true }}
        submitLabel={t("agree")}
        successMessage={t("agreed")}
      />
      <ActionForm
        action={answerPaperAction}
        tenant={tenant}
        hidden={{ ...hidden, agrees: false }}
        submitLabel={t("discard")}
        submitVariant="secondary"
        confirmLabel={t("discardConfirm")}
        successMessage={t("discarded")}
      />
    </div>
  );
}
