"use client";

import { useTranslations } from "next-intl";
import { createClassAction } from "@/lib/features/classes/actions";
import { classKinds, stagePlaces } from "@/lib/features/classes/types";
import type { ProgrammeChoices } from "@/lib/features/programmes/schema";
import { schoolKinds } from "@/lib/features/programmes/types";
import { ActionForm } from "../forms/action-form";
import { SelectField, TextAreaField, TextField } from "../forms/fields";
import { OrganizationField } from "../organizations/organization-field";
import { OwnOrganizationField } from "../talent/own-organization";

/** As many stages and partners as usual classes have; rows that stay blank are not sent. */
const stageRows = [0, 1, 2, 3] as const;
const partnerRows = [0, 1, 2] as const;

type College = { id: string; name: string; school: { id: string; name: string } };
type Props = { tenant: string; colleges: readonly College[] } & Pick<
  ProgrammeChoices,
  "mine" | "offerings"
>;

export function CreateClassForm({ tenant, mine, offerings, colleges }: Props) {
  const t = useTranslations("classes");
  const own =
    mine.length > 0
      ? offerings.filter((one) => mine.some(({ id }) => id === one.organizationId))
      : offerings;
  return (
    <ActionForm
      action={createClassAction}
      tenant={tenant}
      submitLabel={t("create")}
      successMessage={t("created")}
      successHref={`/a/${tenant}/talent/classes/{id}`}
    >
      <OwnOrganizationField label={t("field.school")} mine={mine} kinds={schoolKinds} />
      <TextField name="name" label={t("field.name")} required maxLength={100} />
      <SelectField
        name="kind"
        label={t("field.kind")}
        required
        options={classKinds.map((value) => ({ value, label: t(`kind.${value}`) }))}
      />
      <SelectField
        name="offeringId"
        label={t("field.offering")}
        options={own.map((one) => ({ value: one.id, label: `${one.school} · ${one.programme}` }))}
      />
      {colleges.length > 0 && (
        <SelectField
          name="collegeId"
          label={t("field.college")}
          hint={t("field.collegeHint")}
          options={colleges.map((one) => ({
            value: one.id,
            label: `${one.school.name} · ${one.name}`,
          }))}
        />
      )}
      <TextField
        name="startYear"
        label={t("field.startYear")}
        hint={t("field.yearHint")}
        inputMode="numeric"
      />
      <TextField
        name="months"
        label={t("field.months")}
        hint={t("field.monthsHint")}
        inputMode="numeric"
      />
      <fieldset className="flex flex-col gap-3">
        <legend className="mb-1 font-medium">{t("stages")}</legend>
        <p className="text-sm text-muted">{t("stagesHint")}</p>
        {stageRows.map((row) => (
          <div key={row} className="grid gap-3 sm:grid-cols-3">
            <TextField name={`stages.${row}.title`} label={t("field.stageTitle")} maxLength={100} />
            <TextField
              name={`stages.${row}.months`}
              label={t("field.stageMonths")}
              inputMode="numeric"
            />
            <SelectField
              name={`stages.${row}.place`}
              label={t("field.stagePlace")}
              options={stagePlaces.map((value) => ({ value, label: t(`place.${value}`) }))}
            />
          </div>
        ))}
      </fieldset>
      <fieldset className="flex flex-col gap-3">
        <legend className="mb-1 font-medium">{t("field.partners")}</legend>
        {partnerRows.map((row) => (
          <div key={row} className="grid gap-3 sm:grid-cols-[2fr_1fr]">
            <OrganizationField name={`partners.${row}.organizationId`} label={t("field.partner")} />
            <TextField
              name={`partners.${row}.mentors`}
              label={t("field.mentors")}
              inputMode="numeric"
            />
          </div>
        ))}
      </fieldset>
      <TextAreaField name="note" label={t("field.note")} rows={2} maxLength={500} />
    </ActionForm>
  );
}
