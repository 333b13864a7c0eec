"use client";

import { useLocale, useTranslations } from "next-intl";
import {
  proposePowerAction,
  stepPowerAction,
  updatePowerAction,
} from "@/lib/features/alliances/actions";
import { nextPowerStates } from "@/lib/features/alliances/rules/powers";
import { type PowerState, powerKinds } from "@/lib/features/alliances/types";
import { ActionForm } from "../forms/action-form";
import {
  DateField,
  FileField,
  RadioField,
  SelectField,
  TextAreaField,
  TextField,
} from "../forms/fields";
import type { Option } from "../forms/types";
import { OrganizationField } from "../organizations/organization-field";

type Choice = { id: string; name: string; nameEn: string | null };
type Power = {
  id: string;
  version: number;
  state: PowerState;
  grantor: { id: string; name: string } | null;
  grantee: { id: string } | null;
  basis: string | null;
  content: string | null;
  conditions: string | null;
};

function DetailFields({ power, bodies }: { power?: Power; bodies: readonly Choice[] }) {
  const t = useTranslations("alliances.powers");
  const locale = useLocale();
  return (
    <>
      <OrganizationField
        name="grantorId"
        label={t("grantor")}
        kinds={["government", "park"]}
        defaultValue={power?.grantor ?? null}
      />
      <SelectField
        name="granteeId"
        label={t("grantee")}
        defaultValue={power?.grantee?.id}
        options={bodies.map(({ id, name, nameEn }) => ({
          value: id,
          label: (locale === "en" && nameEn) || name,
        }))}
      />
      <TextField name="basis" label={t("basis")} maxLength={300} defaultValue={power?.basis} />
      <TextAreaField
        name="content"
        label={t("content")}
        maxLength={500}
        defaultValue={power?.content}
      />
      <TextAreaField
        name="conditions"
        label={t("conditions")}
        maxLength={500}
        rows={2}
        defaultValue={power?.conditions}
      />
    </>
  );
}

export function ProposePowerForm({
  tenant,
  bodies,
}: {
  tenant: string;
  bodies: readonly Choice[];
}) {
  const t = useTranslations("alliances");
  return (
    <ActionForm
      action={proposePowerAction}
      tenant={tenant}
      submitLabel={t("powers.propose")}
      successMessage={t("powers.proposed")}
      successHref={`/a/${tenant}/structure/powers/{id}`}
      draftKey={`power.${tenant}`}
    >
      <SelectField
        name="kind"
        label={t("powers.kind")}
        required
        options={powerKinds.map((value) => ({ value, label: t(`power.${value}`) }))}
      />
      <DetailFields bodies={bodies} />
    </ActionForm>
  );
}

export function EditPowerForm({
  tenant,
  power,
  bodies,
}: {
  tenant: string;
  power: Power;
  bodies: readonly Choice[];
}) {
  const t = useTranslations("alliances.powers");
  return (
    <ActionForm
      action={updatePowerAction}
      tenant={tenant}
      hidden={{ powerId: power.id, version: power.version }}
      submitLabel={t("save")}
      successMessage={t("saved")}
    >
      <DetailFields power={power} bodies={bodies} />
    </ActionForm>
  );
}

/** The next dated step, with its paper. */
export function StepPowerForm({
  tenant,
  power,
  today,
  documents,
}: {
  tenant: string;
  power: Power;
  today: string;
  documents: readonly Option[];
}) {
  const t = useTranslations("alliances.powers");
  const next = nextPowerStates(power.state);
  return (
    <ActionForm
      action={stepPowerAction}
      tenant={tenant}
      hidden={{ powerId: power.id, version: power.version }}
      submitLabel={t("step")}
      successMessage={t("stepped")}
    >
      <RadioField
        name="to"
        label={t("next")}
        required
        defaultValue={next[0]}
        options={next.map((value) => ({ value, label: t(`stepTo.${value}`) }))}
      />
      <DateField name="on" label={t("on")} required max={today} defaultValue={today} />
      <TextField name="note" label={t("note")} maxLength={500} />
      <FileField name="fileId" label={t("file")} tenant={tenant} />
      {documents.length > 0 && (
        <SelectField name="documentId" label={t("document")} options={documents} />
      )}
      <DateField name="validTo" label={t("validTo")} />
      <DateField name="reviewOn" label={t("reviewOn")} />
    </ActionForm>
  );
}
