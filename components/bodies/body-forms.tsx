"use client";

import { useTranslations } from "next-intl";
import { ActionForm } from "@/components/forms/action-form";
import { CheckboxField, DateField, SelectField, TextField } from "@/components/forms/fields";
import {
  addCompositionAction,
  addSeatsAction,
  endCompositionAction,
  openTermAction,
} from "@/lib/features/bodies/actions";
import { compositionKinds, seatBases } from "@/lib/features/bodies/schema/seats";
import { memberPositions, seatPositions } from "@/lib/features/memberships/types";
import { organizationKinds } from "@/lib/features/organizations/types";

type Base = { tenant: string; bodyId: string };

export function AddSeatsForm({ tenant, ...hidden }: Base) {
  const t = useTranslations("bodies.seats");
  const position = useTranslations("memberships.seat");
  const rank = useTranslations("memberships.position");
  return (
    <ActionForm
      action={addSeatsAction}
      tenant={tenant}
      hidden={hidden}
      submitLabel={t("add")}
      submitVariant="secondary"
      successMessage={t("added")}
    >
      <TextField name="count" label={t("count")} required type="number" inputMode="numeric" />
      <SelectField
        name="basis"
        label={t("basisLabel")}
        required
        options={seatBases.map((value) => ({ value, label: t(`basis.${value}`) }))}
      />
      <SelectField
        name="position"
        label={t("position")}
        required
        options={seatPositions.map((value) => ({ value, label: position(value) }))}
      />
      <TextField name="officeTitle" label={t("officeTitle")} maxLength={100} />
      <SelectField
        name="tiedTo"
        label={t("tiedTo")}
        hint={t("tiedToHint")}
        options={memberPositions.map((value) => ({ value, label: rank(value) }))}
      />
      <CheckboxField name="voting" label={t("voting")} defaultChecked />
    </ActionForm>
  );
}

export function OpenTermForm({ tenant, ...hidden }: Base) {
  const t = useTranslations("bodies.terms");
  return (
    <ActionForm
      action={openTermAction}
      tenant={tenant}
      hidden={hidden}
      submitLabel={t("open")}
      submitVariant="secondary"
      successMessage={t("opened")}
    >
      <DateField name="startsOn" label={t("startsOn")} required />
      <DateField name="endsOn" label={t("endsOn")} required />
    </ActionForm>
  );
}

export function AddCompositionForm({ tenant, today, ...hidden }: Base & { today: string }) {
  const t = useTranslations("bodies.composition");
  const kind = useTranslations("organizations.kind");
  return (
    <ActionForm
      action={addCompositionAction}
      tenant={tenant}
      hidden={hidden}
      submitLabel={t("add")}
      submitVariant="secondary"
      successMessage={t("added")}
    >
      <SelectField
        name="kind"
        label={t("kindLabel")}
        required
        options={compositionKinds.map((value) => ({ value, label: t(`kind.${value}`) }))}
      />
      <div className="grid grid-cols-2 gap-3">
        <TextField name="num" label={t("num")} hint={t("numHint")} inputMode="numeric" />
        <TextField name="den" label={t("den")} inputMode="numeric" />
      </div>
      <fieldset className="flex flex-wrap gap-x-4">
        <legend className="mb-1 font-medium">{t("kinds")}</legend>
        {organizationKinds.map((value) => (
          <CheckboxField key={value} name="kinds[]" value={value} label={kind(value)} />
        ))}
      </fieldset>
      <TextField name="articleRef" label={t("article")} maxLength={200} />
      <DateField name="from" label={t("from")} required defaultValue={today} />
    </ActionForm>
  );
}

type EndProps = { tenant: string; ruleId: string; today: string };

/** The charter no longer asks for it from the day after. */
export function EndCompositionForm({ tenant, ruleId, today }: EndProps) {
  const t = useTranslations("bodies.composition");
  return (
    <details className="text-sm">
      <summary className="inline-block cursor-pointer py-1">{t("end")}</summary>
      <ActionForm
        action={endCompositionAction}
        tenant={tenant}
        hidden={{ ruleId }}
        submitLabel={t("end")}
        submitVariant="secondary"
        successMessage={t("ended")}
        confirmLabel={t("endConfirm")}
      >
        <DateField name="lastDay" label={t("lastDay")} required defaultValue={today} />
      </ActionForm>
    </details>
  );
}
