"use client";

import { useTranslations } from "next-intl";
import { savePositionLabelsAction, updateAllianceAction } from "@/lib/features/alliances/actions";
import { nextStatuses } from "@/lib/features/alliances/rules/status";
import type { MemberPosition } from "@/lib/features/memberships/types";
import { ActionForm } from "../forms/action-form";
import { CheckboxField, DateField, SelectField, TextAreaField, TextField } from "../forms/fields";
import { LevelField, OtherNames, RegionField } from "../organizations/common-fields";
import { OrganizationField } from "../organizations/organization-field";
import type { AllianceView } from "./alliance-facts";

/** The profile with the version it was opened with: a colleague's change in between is not overwritten. */
export function AllianceProfileForm({ alliance }: { alliance: AllianceView }) {
  const t = useTranslations("alliances");
  const statuses = [alliance.status, ...nextStatuses(alliance.status)];
  return (
    <ActionForm
      action={updateAllianceAction}
      tenant={alliance.slug}
      hidden={{ version: alliance.version }}
      submitLabel={t("settings.save")}
      successMessage={t("settings.saved")}
      draftKey={`alliance.${alliance.slug}.${alliance.version}`}
    >
      <TextField
        name="name"
        label={t("field.name")}
        required
        maxLength={200}
        defaultValue={alliance.name}
      />
      <OtherNames shortName={alliance.shortName} nameEn={alliance.nameEn} />
      <SelectField
        name="status"
        label={t("field.status")}
        hint={t("settings.statusNote")}
        required
        defaultValue={alliance.status}
        options={statuses.map((value) => ({ value, label: t(`status.${value}`) }))}
      />
      <LevelField value={alliance.level} />
      <TextField
        name="batch"
        label={t("field.batch")}
        inputMode="numeric"
        defaultValue={alliance.batch}
      />
      <TextField
        name="batchSize"
        label={t("field.batchSize")}
        inputMode="numeric"
        defaultValue={alliance.batchSize}
      />
      <DateField
        name="approvedOn"
        label={t("field.approvedOn")}
        defaultValue={alliance.approvedOn}
      />
      <DateField name="foundedOn" label={t("field.foundedOn")} defaultValue={alliance.foundedOn} />
      <RegionField value={alliance.regionCode} />
      <TextField
        name="leadIndustry"
        label={t("field.leadIndustry")}
        maxLength={100}
        defaultValue={alliance.leadIndustry}
      />
      <OrganizationField
        name="basePark"
        label={t("field.basePark")}
        hint={t("field.baseParkHint")}
        tenant={alliance.slug}
        kinds={["park"]}
        defaultValue={alliance.basePark}
      />
      <TextField
        name="governanceModel"
        label={t("field.governanceModel")}
        maxLength={300}
        defaultValue={alliance.governanceModel}
      />
      <TextAreaField
        name="summary"
        label={t("field.summary")}
        rows={5}
        maxLength={5000}
        defaultValue={alliance.summary}
      />
      <CheckboxField
        name="published"
        label={t("field.published")}
        hint={t("field.publishedHint")}
        defaultChecked={alliance.published}
      />
    </ActionForm>
  );
}

/** The alliance's own words for positions, in both languages. */
export function PositionLabelForm({
  slug,
  version,
  positions,
}: {
  slug: string;
  version: number;
  positions: readonly { position: MemberPosition; usual: string; zh: string; en: string }[];
}) {
  const t = useTranslations("alliances.settings");
  return (
    <ActionForm
      action={savePositionLabelsAction}
      tenant={slug}
      hidden={{ version }}
      submitLabel={t("saveLabels")}
      successMessage={t("savedLabels")}
    >
      {positions.map(({ position, usual, zh, en }) => (
        <div key={position} className="grid gap-3 sm:grid-cols-2">
          <TextField
            name={`labels.${position}.zh`}
            label={t("labelZh", { usual })}
            maxLength={60}
            defaultValue={zh}
          />
          <TextField
            name={`labels.${position}.en`}
            label={t("labelEn", { usual })}
            maxLength={80}
            defaultValue={en}
          />
        </div>
      ))}
    </ActionForm>
  );
}
