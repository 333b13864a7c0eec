"use client";

import { useTranslations } from "next-intl";
import { platformKinds } from "@/lib/features/alliances/types";
import { createPlatformAction, updatePlatformAction } from "@/lib/features/platforms/actions";
import type { PlatformView } from "@/lib/features/platforms/schema/platforms";
import { builderRoles, placeKinds } from "@/lib/features/platforms/types";
import { ActionForm } from "../forms/action-form";
import { CheckboxField, SelectField, TextAreaField, TextField } from "../forms/fields";
import type { Option } from "../forms/types";
import { OrganizationField } from "../organizations/organization-field";
import { OrganizationRows } from "../organizations/organization-rows";

type Props = { tenant: string; platform: PlatformView };

function Details({ given, colleges }: { given?: PlatformView; colleges: readonly Option[] }) {
  const t = useTranslations("platforms");
  return (
    <>
      <TextField
        name="name"
        label={t("field.name")}
        required
        maxLength={200}
        defaultValue={given?.name}
      />
      <SelectField
        name="kind"
        label={t("field.kind")}
        required
        defaultValue={given?.kind}
        options={platformKinds.map((value) => ({ value, label: t(`kind.${value}`) }))}
      />
      <OrganizationField name="hostId" label={t("field.host")} defaultValue={given?.host ?? null} />
      {colleges.length > 0 && (
        <SelectField
          name="collegeId"
          label={t("field.college")}
          options={colleges}
          defaultValue={given?.college?.id}
        />
      )}
      <SelectField
        name="place"
        label={t("field.place")}
        defaultValue={given?.place ?? undefined}
        options={placeKinds.map((value) => ({ value, label: t(`place.${value}`) }))}
      />
      <CheckboxField name="shared" label={t("field.shared")} defaultChecked={given?.shared} />
      <TextAreaField
        name="summary"
        label={t("field.summary")}
        maxLength={1000}
        defaultValue={given?.summary ?? undefined}
      />
    </>
  );
}

export function CreatePlatformForm({
  tenant,
  colleges,
}: {
  tenant: string;
  colleges: readonly Option[];
}) {
  const t = useTranslations("platforms");
  return (
    <ActionForm
      action={createPlatformAction}
      tenant={tenant}
      submitLabel={t("create")}
      successMessage={t("createDone")}
      successHref={`/a/${tenant}/platforms/{id}`}
      draftKey={`platform-${tenant}`}
    >
      <Details colleges={colleges} />
      <OrganizationRows
        name="parties"
        label={(n) => t("field.party", { n })}
        addLabel={t("addParty")}
        removeLabel={t("removeParty")}
        least={0}
        more={(prefix) => (
          <div className="grid gap-3 sm:grid-cols-2">
            <SelectField
              name={`${prefix}.role`}
              label={t("field.role")}
              required
              options={builderRoles.map((value) => ({ value, label: t(`role.${value}`) }))}
            />
            <TextField name={`${prefix}.duty`} label={t("field.duty")} maxLength={300} />
          </div>
        )}
      />
    </ActionForm>
  );
}

export function EditPlatformForm({
  tenant,
  platform,
  colleges,
}: Props & { colleges: readonly Option[] }) {
  const t = useTranslations("platforms");
  return (
    <ActionForm
      action={updatePlatformAction}
      tenant={tenant}
      hidden={{ platformId: platform.id, version: platform.version }}
      submitLabel={t("save")}
      submitVariant="secondary"
      successMessage={t("saved")}
    >
      <Details given={platform} colleges={colleges} />
    </ActionForm>
  );
}
