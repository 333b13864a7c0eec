"use client";

import { useLocale, useTranslations } from "next-intl";
import {
  activateRulesAction,
  dateDraftAction,
  withdrawDraftAction,
} from "@/lib/features/bodies/actions";
import { formatDay } from "@/lib/i18n/format";
import { ActionForm } from "../forms/action-form";
import { DateField, SelectField, TextField } from "../forms/fields";
import { Notice } from "../ui/notice";

type Draft = {
  id: string;
  version: number;
  body: { id: string };
  validFrom: string;
  note: string | null;
  own: boolean;
  founding: boolean;
  resolutions: readonly { id: string; year: number; number: number; title: string; body: string }[];
};
type Props = { tenant: string; draft: Draft };

const hiddenOf = ({ id, version }: Draft) => ({ draftId: id, version });

/** Puts the draft in force, and says beforehand whether the reader can, and by what. */
export function ActivateForm({ tenant, draft }: Props) {
  const t = useTranslations("bodies.rules");
  const locale = useLocale();
  const hint = draft.founding ? "activateFounding" : draft.own ? "activateOwn" : "activateBySecond";
  return (
    <div className="flex flex-col gap-4">
      <Notice tone={draft.own && !draft.founding ? "attention" : "neutral"}>{t(hint)}</Notice>
      <ActionForm
        action={activateRulesAction}
        tenant={tenant}
        hidden={hiddenOf(draft)}
        submitLabel={t("activate")}
        confirmLabel={t("activateConfirm", { day: formatDay(draft.validFrom, locale) })}
        successMessage={t("activated")}
        successHref={`/a/${tenant}/settings/rules/${draft.body.id}`}
      >
        {draft.founding && (
          <TextField
            name="basis"
            label={t("basis")}
            hint={t("basisHint")}
            required={draft.own && draft.resolutions.length === 0}
            maxLength={300}
          />
        )}
        {draft.resolutions.length > 0 && (
          <SelectField
            name="resolutionId"
            label={t("resolution")}
            hint={t("resolutionHint")}
            options={draft.resolutions.map(({ id, ...resolution }) => ({
              value: id,
              label: t("resolutionChoice", { ...resolution, year: String(resolution.year) }),
            }))}
          />
        )}
      </ActionForm>
    </div>
  );
}

export function DateDraftForm({ tenant, draft }: Props) {
  const t = useTranslations("bodies.rules");
  return (
    <ActionForm
      action={dateDraftAction}
      tenant={tenant}
      hidden={hiddenOf(draft)}
      submitLabel={t("saveDate")}
      submitVariant="secondary"
    >
      <DateField name="validFrom" label={t("validFrom")} required defaultValue={draft.validFrom} />
      <TextField name="note" label={t("note")} maxLength={300} defaultValue={draft.note} />
    </ActionForm>
  );
}

export function WithdrawDraftForm({ tenant, draft }: Props) {
  const t = useTranslations("bodies.rules");
  return (
    <ActionForm
      action={withdrawDraftAction}
      tenant={tenant}
      hidden={hiddenOf(draft)}
      submitLabel={t("withdraw")}
      submitVariant="danger"
      confirmLabel={t("withdrawConfirm")}
      successMessage={t("withdrawn")}
      successHref={`/a/${tenant}/settings/rules/${draft.body.id}`}
    />
  );
}
