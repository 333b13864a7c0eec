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
import { DemandFields } from "./demand-fields";
import { Fold } from "./fold";

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
        <Fold title={t("change")}>
          <ActionForm
            action={changeDemandAction}
            tenant={tenant}
            hidden={hidden}
            submitLabel={t("change")}
            successMessage={t("changed")}
          >
            <DemandFields occupations={occupations} given={demand} />
          </ActionForm>
        </Fold>
      )}
      {may.giveBack && (
        <Fold title={t("giveBack")}>
          <ActionForm
            action={giveBackDemandAction}
            tenant={tenant}
            hidden={hidden}
            submitLabel={t("giveBack")}
            submitVariant="secondary"
            successMessage={t("givenBack")}
          >
            <TextAreaField
              name="text"
              label={t("field.reason")}
              required
              rows={2}
              maxLength={500}
            />
          </ActionForm>
        </Fold>
      )}
      {may.withdraw && (
        <Fold title={t("withdraw")}>
          <ActionForm
            action={withdrawDemandAction}
            tenant={tenant}
            hidden={hidden}
            submitLabel={t("withdraw")}
            submitVariant="danger"
            confirmLabel={t("withdrawConfirm")}
            successMessage={t("withdrawn")}
          >
            <TextAreaField
              name="text"
              label={t("field.reason")}
              required
              rows={2}
              maxLength={500}
            />
          </ActionForm>
        </Fold>
      )}
    </div>
  );
}
