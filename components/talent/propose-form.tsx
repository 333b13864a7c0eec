"use client";

import { useTranslations } from "next-intl";
import { Fold } from "@/components/ui/fold";
import type { ProgrammeChoices } from "@/lib/features/programmes/schema";
import { schoolKinds } from "@/lib/features/programmes/types";
import { proposeAdjustmentAction } from "@/lib/features/talent/actions";
import type { DemandRow } from "@/lib/features/talent/schema/demands";
import { adjustmentKinds } from "@/lib/features/talent/types";
import { ActionForm } from "../forms/action-form";
import { SelectField, TextAreaField, TextField } from "../forms/fields";
import { OwnOrganizationField } from "./own-organization";
import { useAcademicYear } from "./words";

type Props = { tenant: string; choices: ProgrammeChoices; demands: readonly DemandRow[] };

/** What a school wants to change, because of which demand. */
export function ProposeForm({ tenant, choices, demands }: Props) {
  const t = useTranslations("talent.adjustment");
  const p = useTranslations("programmes");
  const year = useAcademicYear();
  if (demands.length === 0) return <p className="text-muted">{t("noDemands")}</p>;
  return (
    <Fold label={t("propose")}>
      <ActionForm
        action={proposeAdjustmentAction}
        tenant={tenant}
        submitLabel={t("propose")}
        successMessage={t("proposed")}
      >
        <OwnOrganizationField label={t("field.school")} mine={choices.mine} kinds={schoolKinds} />
        <SelectField
          name="kind"
          label={t("field.kind")}
          required
          options={adjustmentKinds.map((value) => ({ value, label: t(`kind.${value}`) }))}
        />
        <SelectField
          name="programmeId"
          label={t("field.programme")}
          required
          options={choices.programmes.map((one) => ({
            value: one.id,
            label: `${one.name} · ${p(`level.${one.level}`)}`,
          }))}
        />
        <SelectField
          name="demandId"
          label={t("field.demand")}
          required
          options={demands.map((one) => ({
            value: one.id,
            label: t("demandLine", {
              enterprise: one.organization.name,
              occupation: one.occupation.name,
              headcount: one.headcount,
              year: year(one.academicYear),
            }),
          }))}
        />
        <TextField
          name="academicYear"
          label={t("field.year")}
          hint={t("field.yearHint")}
          required
          inputMode="numeric"
        />
        <TextAreaField name="reason" label={t("field.reason")} required rows={3} maxLength={500} />
      </ActionForm>
    </Fold>
  );
}
