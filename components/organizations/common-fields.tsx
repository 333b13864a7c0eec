"use client";

import { useTranslations } from "next-intl";
import { enterpriseTags, recognitionLevels } from "@/lib/features/organizations/types";
import { DateField, SelectField, TextField } from "../forms/fields";

type Text = string | null | undefined;

/** What a unit or an alliance is called besides its full name. */
export function OtherNames({ shortName, nameEn }: { shortName?: Text; nameEn?: Text }) {
  const t = useTranslations("organizations.field");
  return (
    <>
      <TextField name="shortName" label={t("shortName")} maxLength={60} defaultValue={shortName} />
      <TextField name="nameEn" label={t("nameEn")} maxLength={200} defaultValue={nameEn} />
    </>
  );
}

export function RegionField({ value }: { value?: Text }) {
  const t = useTranslations("organizations.field");
  return (
    <TextField
      name="regionCode"
      label={t("regionCode")}
      hint={t("regionHint")}
      maxLength={6}
      inputMode="numeric"
      defaultValue={value}
    />
  );
}

/** Who recognised it. */
export function LevelField({ value }: { value?: Text }) {
  const t = useTranslations("organizations");
  return (
    <SelectField
      name="level"
      label={t("field.level")}
      defaultValue={value ?? undefined}
      options={recognitionLevels.map((level) => ({ value: level, label: t(`level.${level}`) }))}
    />
  );
}

/** A title with its level and last day. */
export function TitleFields() {
  const t = useTranslations("organizations");
  return (
    <>
      <SelectField
        name="tag"
        label={t("field.tag")}
        required
        options={enterpriseTags.map((value) => ({ value, label: t(`tag.${value}`) }))}
      />
      <LevelField />
      <DateField name="validUntil" label={t("field.validUntil")} />
    </>
  );
}
