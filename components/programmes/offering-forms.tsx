"use client";

import { useLocale, useTranslations } from "next-intl";
import { Fold } from "@/components/ui/fold";
import {
  addPathwayAction,
  createGroupAction,
  placeOfferingAction,
} from "@/lib/features/programmes/actions";
import type { OfferingView, ProgrammeChoices } from "@/lib/features/programmes/schema";
import { pathwayModels } from "@/lib/features/programmes/types";
import { ActionForm } from "../forms/action-form";
import { CheckboxField, SelectField, TextField } from "../forms/fields";

type Props = { tenant: string; offering: OfferingView; choices: ProgrammeChoices };

/** What an offering serves, the group it stands in, and where it leads. */
export function OfferingForms({ tenant, offering, choices }: Props) {
  const t = useTranslations("programmes");
  return (
    <div className="flex flex-col gap-4">
      <Fold label={t("place")}>
        <PlaceForm tenant={tenant} offering={offering} choices={choices} />
      </Fold>
      <Fold label={t("addPathway")}>
        <ActionForm
          action={addPathwayAction}
          tenant={tenant}
          hidden={{ fromOfferingId: offering.id }}
          submitLabel={t("addPathway")}
          successMessage={t("pathwayAdded")}
        >
          <SelectField
            name="toOfferingId"
            label={t("field.to")}
            required
            options={choices.offerings.map((one) => ({
              value: one.id,
              label: `${one.school} · ${one.programme} · ${t(`level.${one.level}`)}`,
            }))}
          />
          <SelectField
            name="model"
            label={t("field.model")}
            required
            options={pathwayModels.map((value) => ({ value, label: t(`model.${value}`) }))}
          />
          <TextField
            name="academicYear"
            label={t("field.year")}
            hint={t("field.yearHint")}
            required
            inputMode="numeric"
          />
          <TextField name="quota" label={t("field.quota")} required inputMode="numeric" />
        </ActionForm>
      </Fold>
      <Fold label={t("createGroup")}>
        <ActionForm
          action={createGroupAction}
          tenant={tenant}
          hidden={{ organizationId: offering.school.id, leadOfferingId: offering.id }}
          submitLabel={t("createGroup")}
          successMessage={t("groupCreated")}
        >
          <TextField name="name" label={t("field.group")} required maxLength={100} />
        </ActionForm>
      </Fold>
    </div>
  );
}

function PlaceForm({ tenant, offering, choices }: Props) {
  const t = useTranslations("programmes");
  const locale = useLocale();
  const named = (one: { name: string; nameEn: string | null }) =>
    (locale === "en" && one.nameEn) || one.name;
  const here = new Set(offering.nodes.map(({ id }) => id));
  return (
    <ActionForm
      action={placeOfferingAction}
      tenant={tenant}
      hidden={{ offeringId: offering.id, version: offering.version }}
      submitLabel={t("place")}
      successMessage={t("placed")}
    >
      <SelectField
        name="industryId"
        label={t("field.industry")}
        defaultValue={offering.industry?.id}
        options={choices.industries.map((one) => ({ value: one.id, label: named(one) }))}
      />
      <SelectField
        name="groupId"
        label={t("field.group")}
        defaultValue={offering.group?.id}
        options={choices.groups
          .filter(({ organizationId }) => organizationId === offering.school.id)
          .map((one) => ({ value: one.id, label: one.name }))}
      />
      {choices.nodes.length > 0 && (
        <fieldset className="flex flex-col gap-1">
          <legend className="mb-1 font-medium">{t("field.nodes")}</legend>
          {choices.nodes.map((one) => (
            <CheckboxField
              key={one.id}
              name="nodeIds[]"
              value={one.id}
              label={named(one)}
              defaultChecked={here.has(one.id)}
            />
          ))}
        </fieldset>
      )}
    </ActionForm>
  );
}
