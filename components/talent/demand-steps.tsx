"use client";

import { useTranslations } from "next-intl";
import {
  changeDemandAction,
  confirmDemandAction,
  giveBackDemandAction,
  openDemandAction,
  renewDemandAction,
  submitDemandAction,
  withdrawDemandAction,
} from "@/lib/features/talent/actions";
import type { DemandView, OccupationRow } from "@/lib/features/talent/schema/demands";
import { ActionForm } from "../forms/action-form";
import { TextAreaField } from "../forms/fields";
import { StepForm } from "../forms/step-form";
import { DemandFields } from "./demand-fields";

type Props = { tenant: string; demand: DemandView; occupations: readonly OccupationRow[] };

/** What the reader may do with a demand now; one click forward, and what needs a word is folded. */
export function DemandSteps({ tenant, demand, occupations }: Props) {
  const t = useTranslations("talent.demand");
  const { may } = demand;
  const hidden = { demandId: demand.id, version: demand.version };
  const forward = [
    { key: "submit", done: "submitted", may: may.submit, action: submitDemandAction },
    { key: "confirm", done: "confirmed", may: may.confirm, action: confirmDemandAction },
    { key: "open", done: "opened", may: may.open, action: openDemandAction },
    { key: "renew", done: "renewed", may: may.renew, action: renewDemandAction },
  ] as const;
  return (
    <div className="flex flex-col gap-4">
      {forward
        .filter((step) => step.may)
        .map((step) => (
          <ActionForm
            key={step.key}
            action={step.action}
            tenant={tenant}
            hidden={hidden}
            submitLabel={t(step.key)}
            submitVariant={step.key === "renew" ? "secondary" : "primary"}
            successMessage={t(step.done)}
          />
        ))}
      {may.change && (
        <StepForm
          label={t("change")}
          action={changeDemandAction}
          tenant={tenant}
          hidden={hidden}
          done={t("changed")}
        >
          <DemandFields occupations={occupations} given={demand} />
        </StepForm>
      )}
      {may.giveBack && (
        <StepForm
          label={t("giveBack")}
          action={giveBackDemandAction}
          tenant={tenant}
          hidden={hidden}
          done={t("givenBack")}
          variant="secondary"
        >
          <TextAreaField name="text" label={t("field.reason")} required rows={2} maxLength={500} />
        </StepForm>
      )}
      {may.withdraw && (
        <StepForm
          label={t("withdraw")}
          action={withdrawDemandAction}
          tenant={tenant}
          hidden={hidden}
          done={t("withdrawn")}
          variant="danger"
          question={t("withdrawConfirm")}
        >
          <TextAreaField name="text" label={t("field.reason")} required rows={2} maxLength={500} />
        </StepForm>
      )}
    </div>
  );
}
