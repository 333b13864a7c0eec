"use client";

import { useTranslations } from "next-intl";
import { proposeCollegeAction, updateCollegeAction } from "@/lib/features/colleges/actions";
import type { CollegeInside, CollegeView } from "@/lib/features/colleges/schema/colleges";
import { collegeKinds, collegeOwnerships } from "@/lib/features/colleges/types";
import { recognitionLevels } from "@/lib/features/organizations/types";
import { builderRoles, placeKinds } from "@/lib/features/platforms/types";
import { ActionForm } from "../forms/action-form";
import { CheckboxField, DateField, SelectField, TextAreaField, TextField } from "../forms/fields";
import { OrganizationRows } from "../organizations/organization-rows";

function PartyFields({
  prefix,
  given,
}: {
  prefix: string;
  given?: CollegeView["members"][number];
}) {
  const t = useTranslations("colleges");
  return (
    <>
      <SelectField
        name={`${prefix}.role`}
        label={t("field.role")}
        required
        defaultValue={given?.role}
        options={builderRoles.map((value) => ({ value, label: t(`role.${value}`) }))}
      />
      <div className="flex flex-wrap gap-x-5">
        {(["coBuild", "coInvest", "coManage"] as const).map((one) => (
          <CheckboxField
            key={one}
            name={`${prefix}.${one}`}
            label={t(`field.${one}`)}
            defaultChecked={given?.[one]}
          />
        ))}
      </div>
      <TextField
        name={`${prefix}.share`}
        label={t("field.share")}
        inputMode="decimal"
        defaultValue={given?.share ?? undefined}
      />
    </>
  );
}

function Fields({ given }: { given?: CollegeView }) {
  const t = useTranslations("colleges");
  const text = (value: string | null | undefined) => value ?? undefined;
  return (
    <>
      <TextField
        name="name"
        label={t("field.name")}
        required
        maxLength={100}
        defaultValue={given?.name}
      />
      <div className="grid gap-3 sm:grid-cols-3">
        <SelectField
          name="kind"
          label={t("field.kind")}
          required
          defaultValue={given?.kind}
          options={collegeKinds.map((value) => ({ value, label: t(`kind.${value}`) }))}
        />
        <SelectField
          name="ownership"
          label={t("field.ownership")}
          required
          defaultValue={given?.ownership ?? "joint"}
          options={collegeOwnerships.map((value) => ({ value, label: t(`ownership.${value}`) }))}
        />
        <SelectField
          name="level"
          label={t("field.level")}
          defaultValue={text(given?.level)}
          options={recognitionLevels.map((value) => ({ value, label: t(`level.${value}`) }))}
        />
      </div>
      <TextField
        name="focus"
        label={t("field.focus")}
        hint={t("field.focusHint")}
        maxLength={200}
        defaultValue={text(given?.focus)}
      />
      <p className="text-sm text-muted">{t("field.shareHint")}</p>
      <OrganizationRows
        name="parties"
        label={(n) => t("field.party", { n })}
        addLabel={t("addParty")}
        removeLabel={t("removeParty")}
        given={given?.members}
        more={(prefix, row) => <PartyFields prefix={prefix} given={given?.members[row]} />}
      />
      <SelectField
        name="place"
        label={t("field.place")}
        defaultValue={text(given?.place)}
        options={placeKinds.map((value) => ({ value, label: t(`place.${value}`) }))}
      />
      <TextField
        name="placeNote"
        label={t("field.placeNote")}
        maxLength={200}
        defaultValue={text(given?.placeNote)}
      />
      <TextField
        name="regionCode"
        label={t("field.regionCode")}
        hint={t("field.regionCodeHint")}
        inputMode="numeric"
        maxLength={6}
        defaultValue={text(given?.regionCode)}
      />
      <DateField
        name="establishedOn"
        label={t("field.established")}
        defaultValue={text(given?.establishedOn)}
      />
      <TextAreaField
        name="summary"
        label={t("field.summary")}
        maxLength={2000}
        defaultValue={text(given?.summary)}
      />
    </>
  );
}

export function ProposeForm({ tenant }: { tenant: string }) {
  const t = useTranslations("colleges");
  return (
    <ActionForm
      action={proposeCollegeAction}
      tenant={tenant}
      submitLabel={t("propose")}
      successMessage={t("proposed")}
      successHref={`/a/${tenant}/colleges/{id}`}
      draftKey={`college-${tenant}`}
    >
      <Fields />
    </ActionForm>
  );
}

export function EditCollegeForm({
  tenant,
  college,
  inside,
}: {
  tenant: string;
  college: CollegeView;
  inside: CollegeInside;
}) {
  const t = useTranslations("colleges");
  return (
    <ActionForm
      key={inside.version}
      action={updateCollegeAction}
      tenant={tenant}
      hidden={{ collegeId: college.id, version: inside.version }}
      submitLabel={t("save")}
      submitVariant="secondary"
      successMessage={t("saved")}
    >
      <p className="text-sm text-muted">{t("editHint")}</p>
      <Fields given={college} />
    </ActionForm>
  );
}
