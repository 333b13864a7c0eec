"use client";

import { useLocale, useTranslations } from "next-intl";
import {
  addBodyAction,
  addBranchAction,
  dissolveBodyAction,
  removeBodyAction,
  updateBodyAction,
} from "@/lib/features/alliances/actions";
import {
  type BodyTier,
  bodyKinds,
  bodyTiers,
  branchTemplates,
} from "@/lib/features/alliances/types";
import { ActionForm } from "../forms/action-form";
import { DateField, SelectField, TextAreaField, TextField } from "../forms/fields";
import { OrganizationField } from "../organizations/organization-field";

type Choice = { id: string; name: string; nameEn: string | null };
type Body = {
  id: string;
  version: number;
  name: string;
  nameEn: string | null;
  tier: BodyTier | null;
  parent: { id: string } | null;
  host: { id: string; name: string } | null;
  seatsPlanned: number | null;
  duties: string | null;
  dutiesEn: string | null;
};
type Editing = { tenant: string; body: Body };
const hiddenOf = ({ id, version }: Body) => ({ bodyId: id, version });

function useBodyOptions(bodies: readonly Choice[]) {
  const locale = useLocale();
  return bodies.map(({ id, name, nameEn }) => ({
    value: id,
    label: (locale === "en" && nameEn) || name,
  }));
}

function BodyFields({ body, bodies }: { body?: Body; bodies: readonly Choice[] }) {
  const t = useTranslations("alliances");
  const parents = useBodyOptions(bodies);
  return (
    <>
      <TextField
        name="name"
        label={t("bodies.name")}
        required
        maxLength={100}
        defaultValue={body?.name}
      />
      <TextField
        name="nameEn"
        label={t("bodies.nameEn")}
        maxLength={120}
        defaultValue={body?.nameEn}
      />
      <SelectField
        name="parentId"
        label={t("bodies.parent")}
        defaultValue={body?.parent?.id}
        options={parents}
      />
      <SelectField
        name="tier"
        label={t("bodies.tier")}
        defaultValue={body?.tier}
        options={bodyTiers.map((value) => ({ value, label: t(`tier.${value}`) }))}
      />
      <OrganizationField name="hostId" label={t("bodies.host")} defaultValue={body?.host ?? null} />
      <TextField
        name="seatsPlanned"
        label={t("bodies.seatsPlanned")}
        inputMode="numeric"
        defaultValue={body?.seatsPlanned}
      />
      <TextAreaField
        name="duties"
        label={t("bodies.duties")}
        maxLength={500}
        defaultValue={body?.duties}
      />
      <TextAreaField
        name="dutiesEn"
        label={t("bodies.dutiesEn")}
        maxLength={500}
        rows={2}
        defaultValue={body?.dutiesEn}
      />
    </>
  );
}

export function AddBodyForm({ tenant, bodies }: { tenant: string; bodies: readonly Choice[] }) {
  const t = useTranslations("alliances");
  return (
    <ActionForm
      action={addBodyAction}
      tenant={tenant}
      submitLabel={t("bodies.create")}
      successMessage={t("bodies.created")}
      successHref={`/a/${tenant}/structure`}
      draftKey={`body.${tenant}`}
    >
      <SelectField
        name="kind"
        label={t("bodies.kind")}
        required
        options={bodyKinds.map((value) => ({ value, label: t(`bodyKind.${value}`) }))}
      />
      <BodyFields bodies={bodies} />
    </ActionForm>
  );
}

export function BranchForm({ tenant, bodies }: { tenant: string; bodies: readonly Choice[] }) {
  const t = useTranslations("alliances");
  const parents = useBodyOptions(bodies);
  return (
    <ActionForm
      action={addBranchAction}
      tenant={tenant}
      submitLabel={t("bodies.create")}
      successMessage={t("bodies.created")}
      successHref={`/a/${tenant}/structure`}
    >
      <SelectField
        name="branch"
        label={t("bodies.branchField")}
        required
        options={branchTemplates.map((value) => ({ value, label: t(`branch.${value}`) }))}
      />
      <SelectField name="parentId" label={t("bodies.parent")} options={parents} />
      <TextField
        name="prefix"
        label={t("bodies.prefix")}
        hint={t("bodies.prefixHint")}
        maxLength={40}
      />
    </ActionForm>
  );
}

export function EditBodyForm({ tenant, body, bodies }: Editing & { bodies: readonly Choice[] }) {
  const t = useTranslations("alliances.bodies");
  return (
    <ActionForm
      action={updateBodyAction}
      tenant={tenant}
      hidden={hiddenOf(body)}
      submitLabel={t("save")}
      successMessage={t("saved")}
      draftKey={`body.${body.id}.${body.version}`}
    >
      <BodyFields body={body} bodies={bodies} />
    </ActionForm>
  );
}

export function RemoveBodyForm({ tenant, body }: Editing) {
  const t = useTranslations("alliances.bodies");
  return (
    <ActionForm
      action={removeBodyAction}
      tenant={tenant}
      hidden={hiddenOf(body)}
      submitLabel={t("remove")}
      submitVariant="danger"
      confirmLabel={t("removeConfirm")}
      successMessage={t("removed")}
      successHref={`/a/${tenant}/structure`}
    />
  );
}

export function DissolveBodyForm({ tenant, body }: Editing) {
  const t = useTranslations("alliances.bodies");
  return (
    <ActionForm
      action={dissolveBodyAction}
      tenant={tenant}
      hidden={hiddenOf(body)}
      submitLabel={t("dissolve")}
      submitVariant="danger"
      confirmLabel={t("dissolveConfirm")}
    >
      <DateField name="on" label={t("dissolveOn")} required />
      <TextField name="reason" label={t("reason")} required maxLength={300} />
    </ActionForm>
  );
}
