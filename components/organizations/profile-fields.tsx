"use client";

import { useTranslations } from "next-intl";
import {
  enterpriseScales,
  type ProfileKind,
  recognitionLevels,
  zoneTypes,
} from "@/lib/features/organizations/types";
import { CheckboxField, SelectField, TextField } from "../forms/fields";
import type { OrganizationDefaults } from "./organization-form";

const text = (value: number | boolean | null | undefined) =>
  value == null ? undefined : String(value);

/** The one-to-one profile of an enterprise, a school or a park. */
export function ProfileFields({
  profile,
  given,
}: {
  profile: ProfileKind;
  given: OrganizationDefaults;
}) {
  const t = useTranslations("organizations");
  const c = useTranslations("common");
  const options = <T extends string>(values: readonly T[], word: (value: T) => string) =>
    values.map((value) => ({ value, label: word(value) }));
  switch (profile) {
    case "enterprise":
      return (
        <>
          <SelectField
            name="enterprise.scale"
            label={t("field.scale")}
            defaultValue={given.enterprise?.scale}
            options={options(enterpriseScales, (scale) => t(`scale.${scale}`))}
          />
          <SelectField
            name="enterprise.aboveScale"
            label={t("field.aboveScale")}
            // Not known is a third answer, which a checkbox would turn into no.
            defaultValue={text(given.enterprise?.aboveScale)}
            options={[
              { value: "true", label: c("yes") },
              { value: "false", label: c("no") },
            ]}
          />
        </>
      );
    case "institution":
      return (
        <>
          <TextField
            name="institution.schoolCode"
            label={t("field.schoolCode")}
            maxLength={20}
            defaultValue={given.institution?.schoolCode}
          />
          <TextField
            name="institution.studentsOnRoll"
            label={t("field.studentsOnRoll")}
            inputMode="numeric"
            maxLength={8}
            defaultValue={text(given.institution?.studentsOnRoll)}
          />
          <TextField
            name="institution.staff"
            label={t("field.staff")}
            inputMode="numeric"
            maxLength={7}
            defaultValue={text(given.institution?.staff)}
          />
          <CheckboxField
            name="institution.doubleHigh"
            label={t("field.doubleHigh")}
            defaultChecked={given.institution?.doubleHigh === true}
          />
        </>
      );
    case "park":
      return (
        <>
          <SelectField
            name="park.zoneType"
            label={t("field.zoneType")}
            defaultValue={given.park?.zoneType}
            options={options(zoneTypes, (zone) => t(`zone.${zone}`))}
          />
          <SelectField
            name="park.zoneLevel"
            label={t("field.zoneLevel")}
            defaultValue={given.park?.zoneLevel}
            options={options(recognitionLevels, (level) => t(`level.${level}`))}
          />
          <TextField
            name="park.leadIndustries"
            label={t("field.leadIndustries")}
            maxLength={300}
            defaultValue={given.park?.leadIndustries}
          />
        </>
      );
    case "none":
      return null;
  }
}
