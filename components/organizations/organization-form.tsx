"use client";

import { useTranslations } from "next-intl";
import { useState } from "react";
import {
  createOrganizationAction,
  updateOrganizationAction,
} from "@/lib/features/organizations/actions";
import { profileKind } from "@/lib/features/organizations/rules/profile";
import { type OrganizationKind, organizationKinds } from "@/lib/features/organizations/types";
import { ActionForm } from "../forms/action-form";
import { DateField, SelectField, TextField } from "../forms/fields";
import { OtherNames, RegionField } from "./common-fields";
import { OrganizationField } from "./organization-field";
import { ProfileFields } from "./profile-fields";

type Reference = { id: string; name: string } | null;
export type OrganizationDefaults = {
  name?: string;
  kind?: OrganizationKind | undefined;
  creditCode?: string | null | undefined;
  shortName?: string | null;
  nameEn?: string | null;
  regionCode?: string | null | undefined;
  address?: string | null;
  parent?: Reference;
  sponsor?: Reference;
  enterprise?: { scale: string | null; aboveScale: boolean | null } | null;
  institution?: {
    schoolCode: string | null;
    doubleHigh: boolean;
    studentsOnRoll: number | null;
    staff: number | null;
  } | null;
  park?: {
    zoneType: string | null;
    zoneLevel: string | null;
    leadIndustries: string | null;
  } | null;
};

const isKind = (text: string): text is OrganizationKind =>
  organizationKinds.some((kind) => kind === text);

/** The fields of an organization; those of its kind's profile follow the kind chosen. */
function Fields({ tenant, given }: { tenant: string; given: OrganizationDefaults }) {
  const t = useTranslations("organizations");
  const [kind, setKind] = useState<OrganizationKind | undefined>(given.kind);
  return (
    // Change events of the fields inside arrive here.
    <div
      className="flex flex-col gap-5"
      onChange={({ target }) => {
        if (target instanceof HTMLSelectElement && target.name === "kind") {
          setKind(isKind(target.value) ? target.value : undefined);
        }
      }}
    >
      <TextField
        name="name"
        label={t("field.name")}
        required
        maxLength={200}
        defaultValue={given.name}
      />
      <SelectField
        name="kind"
        label={t("field.kind")}
        required
        defaultValue={given.kind}
        options={organizationKinds.map((value) => ({ value, label: t(`kind.${value}`) }))}
      />
      <TextField
        name="alias"
        label={t("field.alias")}
        hint={t("field.aliasHint")}
        maxLength={200}
      />
      <RegionField value={given.regionCode} />
      <TextField
        name="address"
        label={t("field.address")}
        maxLength={300}
        defaultValue={given.address}
      />
      <details className="flex flex-col" open={Boolean(given.parent ?? given.sponsor)}>
        <summary className="inline-flex min-h-8 cursor-pointer items-center text-accent">
          {t("create.optional")}
        </summary>
        <div className="flex flex-col gap-5 pt-3">
          <OtherNames shortName={given.shortName} nameEn={given.nameEn} />
          <OrganizationField
            name="parentId"
            label={t("field.parent")}
            tenant={tenant}
            defaultValue={given.parent ?? null}
          />
          <OrganizationField
            name="sponsorId"
            label={t("field.sponsor")}
            tenant={tenant}
            defaultValue={given.sponsor ?? null}
          />
          {kind && <ProfileFields profile={profileKind(kind)} given={given} />}
        </div>
      </details>
    </div>
  );
}

export function CreateOrganizationForm({
  tenant,
  given,
}: {
  tenant: string;
  given: OrganizationDefaults;
}) {
  const t = useTranslations("organizations.create");
  return (
    <ActionForm
      action={createOrganizationAction}
      tenant={tenant}
      hidden={given.creditCode ? { creditCode: given.creditCode } : {}}
      submitLabel={t("submit")}
      successMessage={t("saved")}
      successHref={`/organizations/{id}?alliance=${tenant}`}
      draftKey={`organization.create.${tenant}.${given.creditCode ?? "none"}`}
    >
      <Fields tenant={tenant} given={given} />
    </ActionForm>
  );
}

export function UpdateOrganizationForm({
  tenant,
  organizationId,
  version,
  given,
  changesCode,
}: {
  tenant: string;
  organizationId: string;
  version: number;
  given: OrganizationDefaults;
  changesCode: boolean;
}) {
  const t = useTranslations("organizations");
  return (
    <ActionForm
      action={updateOrganizationAction}
      tenant={tenant}
      hidden={{ organizationId, version }}
      submitLabel={t("edit.submit")}
      successMessage={t("edit.saved")}
      successHref={`/organizations/{id}?alliance=${tenant}`}
      draftKey={`organization.update.${organizationId}.${version}`}
    >
      {changesCode ? (
        <TextField
          name="creditCode"
          label={t("field.creditCode")}
          maxLength={40}
          defaultValue={given.creditCode}
        />
      ) : (
        <p className="text-sm text-muted">{t("edit.codeBySecretariat")}</p>
      )}
      <Fields tenant={tenant} given={given} />
      <DateField name="renamedOn" label={t("field.renamedOn")} hint={t("field.renamedOnHint")} />
    </ActionForm>
  );
}
