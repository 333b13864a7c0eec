"use client";

import { useTranslations } from "next-intl";
import { skillLevels } from "@/lib/features/people/types";
import type { DemandView, OccupationRow } from "@/lib/features/talent/schema/demands";
import { DateField, SelectField, TextAreaField, TextField } from "../forms/fields";
import { useNamed } from "./words";

/** Whom an enterprise needs: six fields, written with a thumb. */
export function DemandFields({
  occupations,
  given,
}: {
  occupations: readonly OccupationRow[];
  given?: DemandView;
}) {
  const t = useTranslations("talent");
  const named = useNamed();
  return (
    <>
      <SelectField
        name="occupationId"
        label={t("demand.field.occupation")}
        hint={t("demand.field.occupationHint")}
        required
        defaultValue={given?.occupation.id}
        options={occupations.map((one) => ({ value: one.id, label: named(one) }))}
      />
      <SelectField
        name="skillLevel"
        label={t("demand.field.skillLevel")}
        required
        defaultValue={given?.skillLevel}
        options={skillLevels.map((value) => ({ value, label: t(`skill.${value}`) }))}
      />
      <TextField
        name="headcount"
        label={t("demand.field.headcount")}
        required
        inputMode="numeric"
        defaultValue={given?.headcount}
      />
      <div className="grid gap-5 sm:grid-cols-2">
        <DateField
          name="fromOn"
          label={t("demand.field.fromOn")}
          required
          defaultValue={given?.fromOn}
        />
        <DateField name="toOn" label={t("demand.field.toOn")} required defaultValue={given?.toOn} />
      </div>
      <TextAreaField
        name="note"
        label={t("demand.field.note")}
        hint={t("demand.field.noteHint")}
        rows={3}
        maxLength={500}
        defaultValue={given?.note}
      />
    </>
  );
}
