"use client";

import { useTranslations } from "next-intl";
import { useState } from "react";
import { planMilestonesAction } from "@/lib/features/projects/actions";
import { DateField, TextAreaField, TextField } from "../forms/fields";
import { StepForm } from "../forms/step-form";
import { Button } from "../ui/button";

type Props = { tenant: string; id: string; version: number; planned: boolean };

/** Writes the list of milestones as a whole. */
export function PlanForm({ tenant, id, version, planned }: Props) {
  const t = useTranslations("projects.milestone");
  const [rows, setRows] = useState(1);
  return (
    <StepForm
      label={planned ? t("replace") : t("plan")}
      action={planMilestonesAction}
      tenant={tenant}
      hidden={{ id, version }}
      submit={t("save")}
      done={t("done")}
      draftKey={`plan-${id}-${version}`}
    >
      <p className="text-sm text-muted">{t("planHint")}</p>
      {Array.from({ length: rows }, (_, index) => index).map((index) => {
        const n = index + 1;
        return (
          <fieldset key={n} className="flex flex-col gap-3 border-l-2 border-line pl-3">
            <TextField
              name={`milestones.${index}.title`}
              label={t("name", { n })}
              required
              maxLength={200}
            />
            <DateField name={`milestones.${index}.dueOn`} label={t("dueOn", { n })} required />
            <TextField
              name={`milestones.${index}.deliverable`}
              label={t("deliverableN", { n })}
              required
              maxLength={500}
            />
            <TextAreaField
              name={`milestones.${index}.criteria`}
              label={t("criteriaN", { n })}
              rows={2}
            />
          </fieldset>
        );
      })}
      <div>
        <Button type="button" variant="secondary" onClick={() => setRows(rows + 1)}>
          {t("more")}
        </Button>
      </div>
    </StepForm>
  );
}
