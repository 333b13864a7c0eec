"use client";

import { useTranslations } from "next-intl";
import { ActionForm } from "@/components/forms/action-form";
import { SelectField, TextAreaField } from "@/components/forms/fields";
import type { Option } from "@/components/forms/types";
import { approveErratumAction, proposeErratumAction } from "@/lib/features/minutes/actions";
import type { ErratumView, ParagraphView } from "@/lib/features/minutes/schema";
import { erratumKinds } from "@/lib/features/minutes/types";

type ProposeProps = { tenant: string; paragraphs: readonly ParagraphView[] };

export function ProposeErratum({ tenant, paragraphs }: ProposeProps) {
  const t = useTranslations("minutes.erratum");
  return (
    <details className="print:hidden">
      <summary className="min-h-6 cursor-pointer">{t("propose")}</summary>
      <div className="mt-3">
        <p className="mb-3 text-sm text-muted">{t("proposeHint")}</p>
        <ActionForm
          action={proposeErratumAction}
          tenant={tenant}
          submitLabel={t("submit")}
          successMessage={t("proposed")}
        >
          <SelectField
            name="paragraphId"
            label={t("paragraph")}
            required
            options={paragraphs.map(({ id, order, text }) => ({
              value: id,
              label: `${order} ${text.slice(0, 30)}`,
            }))}
          />
          <SelectField
            name="kind"
            label={t("propose")}
            required
            options={erratumKinds.map((value) => ({ value, label: t(`kind.${value}`) }))}
          />
          <TextAreaField name="newText" label={t("text")} required rows={4} maxLength={8000} />
          <TextAreaField name="reason" label={t("reason")} required rows={2} maxLength={500} />
        </ActionForm>
      </div>
    </details>
  );
}

type ApproveProps = { tenant: string; erratum: ErratumView; resolutions: readonly Option[] };

export function ApproveErratum({ tenant, erratum, resolutions }: ApproveProps) {
  const t = useTranslations("minutes.erratum");
  return (
    <ActionForm
      action={approveErratumAction}
      tenant={tenant}
      hidden={{ erratumId: erratum.id }}
      submitLabel={`${t("approve")} ${erratum.number}`}
      submitVariant="secondary"
      successMessage={t("approved")}
    >
      {erratum.kind !== "clerical" && (
        <SelectField name="resolutionId" label={t("resolution")} required options={resolutions} />
      )}
    </ActionForm>
  );
}
