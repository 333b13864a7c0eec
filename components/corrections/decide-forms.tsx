"use client";

import { useTranslations } from "next-intl";
import {
  applyCorrectionAction,
  endorseCorrectionAction,
  refuseCorrectionAction,
  withdrawCorrectionAction,
} from "@/lib/features/corrections/actions";
import type { Correction } from "@/lib/features/corrections/schema";
import { ActionForm } from "../forms/action-form";
import { TextAreaField } from "../forms/fields";

type Props = { tenant: string; correction: Pick<Correction, "id" | "version" | "may"> };

/** The steps that this reader may take now. */
export function DecideForms({ tenant, correction }: Props) {
  const t = useTranslations("corrections");
  const { id, version, may } = correction;
  const hidden = { id, version };
  return (
    <div className="grid gap-6 md:grid-cols-2">
      {may.endorse && (
        <ActionForm
          action={endorseCorrectionAction}
          tenant={tenant}
          hidden={hidden}
          submitLabel={t("endorse")}
          confirmLabel={t("endorseConfirm")}
          successMessage={t("endorsed")}
        />
      )}
      {may.apply && (
        <ActionForm
          action={applyCorrectionAction}
          tenant={tenant}
          hidden={hidden}
          submitLabel={t("apply")}
          confirmLabel={t("applyConfirm")}
          successMessage={t("applied")}
        />
      )}
      {may.refuse && (
        <ActionForm
          action={refuseCorrectionAction}
          tenant={tenant}
          hidden={hidden}
          submitLabel={t("refuse")}
          submitVariant="secondary"
          successMessage={t("refused")}
          draftKey={`refuse-correction-${id}`}
        >
          <TextAreaField
            name="refusal"
            label={t("field.refusal")}
            required
            rows={3}
            maxLength={1000}
          />
        </ActionForm>
      )}
      {may.withdraw && (
        <ActionForm
          action={withdrawCorrectionAction}
          tenant={tenant}
          hidden={hidden}
          submitLabel={t("withdraw")}
          submitVariant="secondary"
          confirmLabel={t("withdrawConfirm")}
          successMessage={t("withdrawn")}
        />
      )}
    </div>
  );
}
