"use client";

import { useTranslations } from "next-intl";
import { decideChangeAction, withdrawChangeAction } from "@/lib/features/projects/actions";
import type { ChangeView } from "@/lib/features/projects/schema/changes";
import { ActionForm } from "../forms/action-form";
import { SelectField, TextAreaField } from "../forms/fields";
import { StepForm } from "../forms/step-form";

type Choice = { id: string; label: string };

/** Which resolution decides, where a body does. */
export function ResolutionField({ resolutions }: { resolutions: readonly Choice[] }) {
  const t = useTranslations("projects.decision");
  return (
    <SelectField
      name="resolutionId"
      label={t("resolution")}
      hint={t("resolutionHint")}
      options={resolutions.map((one) => ({ value: one.id, label: one.label }))}
    />
  );
}

/** The answers to one change, for whom they are. */
export function ChangeForms({
  tenant,
  change,
  resolutions,
}: {
  tenant: string;
  change: ChangeView;
  resolutions: readonly Choice[];
}) {
  const t = useTranslations("projects.change");
  const key = { tenant, hidden: { changeId: change.id, version: change.version } };
  const byBody = change.authority === "committee" || change.authority === "council";
  return (
    <div className="mt-2 flex flex-col gap-2">
      {change.may.own && <p className="text-sm text-muted">{t("own")}</p>}
      {change.may.decide && (
        <ActionForm
          {...key}
          hidden={{ ...key.hidden, verdict: "approve" }}
          action={decideChangeAction}
          submitLabel={t("approve")}
          confirmLabel={t("approveQuestion")}
          successMessage={t("decided")}
        >
          {byBody && <ResolutionField resolutions={resolutions} />}
        </ActionForm>
      )}
      {change.may.decide && (
        <StepForm
          label={t("reject")}
          action={decideChangeAction}
          tenant={tenant}
          hidden={{ ...key.hidden, verdict: "reject" }}
          done={t("decided")}
          variant="danger"
        >
          <TextAreaField name="reason" label={t("reason")} required rows={2} maxLength={500} />
        </StepForm>
      )}
      {change.may.withdraw && (
        <ActionForm
          {...key}
          action={withdrawChangeAction}
          submitLabel={t("withdraw")}
          submitVariant="secondary"
          confirmLabel={t("withdrawQuestion")}
          successMessage={t("decided")}
        />
      )}
    </div>
  );
}
