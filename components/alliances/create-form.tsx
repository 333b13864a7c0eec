"use client";

import { useTranslations } from "next-intl";
import { createAllianceAction } from "@/lib/features/alliances/actions";
import { allianceTypes, structureTemplates } from "@/lib/features/alliances/types";
import { ActionForm } from "../forms/action-form";
import { RadioField, SelectField, TextField } from "../forms/fields";
import { LevelField, OtherNames, RegionField } from "../organizations/common-fields";

/** A new alliance: its name and address, who keeps it first, and the bodies that it begins with. */
export function CreateAllianceForm() {
  const t = useTranslations("alliances");
  return (
    <ActionForm
      action={createAllianceAction}
      submitLabel={t("create.submit")}
      successMessage={t("create.saved")}
      successHref="/admin/alliances"
      draftKey="alliance.create"
    >
      <TextField name="name" label={t("field.name")} required maxLength={200} />
      <TextField
        name="slug"
        label={t("field.slug")}
        hint={t("field.slugHint")}
        required
        maxLength={60}
      />
      <SelectField
        name="type"
        label={t("field.type")}
        required
        options={allianceTypes.map((value) => ({ value, label: t(`type.${value}`) }))}
      />
      <TextField
        name="secretariatEmail"
        type="email"
        label={t("field.secretariatEmail")}
        hint={t("field.secretariatHint")}
        required
        maxLength={254}
      />
      <RadioField
        name="structureTemplate"
        label={t("structure.chooseTemplate")}
        required
        defaultValue="empty"
        options={structureTemplates.map((value) => ({ value, label: t(`template.${value}`) }))}
      />
      <details>
        <summary className="inline-flex min-h-9 cursor-pointer items-center text-accent">
          {t("create.optional")}
        </summary>
        <div className="flex flex-col gap-5 pt-3">
          <OtherNames />
          <LevelField />
          <RegionField />
          <TextField name="leadIndustry" label={t("field.leadIndustry")} maxLength={100} />
        </div>
      </details>
    </ActionForm>
  );
}
