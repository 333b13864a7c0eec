"use client";

import { useTranslations } from "next-intl";
import { ActionForm } from "@/components/forms/action-form";
import { DateField, SelectField, TextAreaField } from "@/components/forms/fields";
import type { Option } from "@/components/forms/types";
import { recordEventAction } from "@/lib/features/resolutions/actions";
import { canHappen } from "@/lib/features/resolutions/rules";
import { lifeKinds, type ResolutionState } from "@/lib/features/resolutions/types";

type Props = {
  tenant: string;
  resolutionId: string;
  state: ResolutionState;
  underReview: boolean;
  /** Later resolutions that can have brought it about. */
  others: readonly Option[];
};

/** Notes what a later decision or fact means for a resolution. */
export function LifeForm({ tenant, resolutionId, state, underReview, others }: Props) {
  const t = useTranslations("resolutions.life");
  const kinds = lifeKinds.filter((kind) => canHappen(kind, state, underReview));
  if (kinds.length === 0) return null;
  return (
    <details>
      <summary className="min-h-6 cursor-pointer">{t("record")}</summary>
      <div className="mt-3">
        <p className="mb-3 text-sm text-muted">{t("recordHint")}</p>
        <ActionForm
          action={recordEventAction}
          tenant={tenant}
          hidden={{ resolutionId }}
          submitLabel={t("submit")}
          successMessage={t("saved")}
        >
          <SelectField
            name="kind"
            label={t("field.kind")}
            required
            options={kinds.map((value) => ({ value, label: t(`kind.${value}`) }))}
          />
          <SelectField
            name="byResolutionId"
            label={t("field.by")}
            hint={t("field.byHint")}
            options={others}
          />
          <DateField name="on" label={t("field.on")} />
          <TextAreaField name="reason" label={t("field.reason")} rows={2} maxLength={500} />
        </ActionForm>
      </div>
    </details>
  );
}
