"use client";

import { useTranslations } from "next-intl";
import {
  createSchemeAction,
  nextEditionAction,
  publishSchemeAction,
  updateSchemeAction,
} from "@/lib/features/evaluations/actions";
import type { SchemeView } from "@/lib/features/evaluations/schema/schemes";
import { subjectKinds } from "@/lib/features/evaluations/types";
import { ActionForm } from "../forms/action-form";
import { CheckboxField, SelectField, TextAreaField, TextField } from "../forms/fields";
import { plain } from "./use-sentence";

/** What a scheme starts from: the grades of the yearly reviews of colleges, three experts. */
const start = { bandA: "85", bandB: "70", bandC: "60", leastExperts: 3, publicGrades: false };

function SchemeFields({ scheme }: { scheme?: SchemeView }) {
  const t = useTranslations("evaluations.schemes.field");
  const given = scheme ?? start;
  return (
    <>
      <TextField
        name="name"
        label={t("name")}
        required
        maxLength={100}
        defaultValue={scheme?.name}
      />
      <TextAreaField
        name="description"
        label={t("description")}
        rows={3}
        maxLength={1000}
        defaultValue={scheme?.description}
      />
      <div className="grid gap-3 sm:grid-cols-3">
        {(["bandA", "bandB", "bandC"] as const).map((name) => (
          <TextField
            key={name}
            name={name}
            label={t(name)}
            required
            inputMode="decimal"
            defaultValue={plain(given[name])}
          />
        ))}
      </div>
      <TextField
        name="leastExperts"
        label={t("leastExperts")}
        hint={t("leastExpertsHint")}
        required
        inputMode="numeric"
        defaultValue={String(given.leastExperts)}
      />
      <CheckboxField
        name="publicGrades"
        label={t("publicGrades")}
        defaultChecked={given.publicGrades}
      />
    </>
  );
}

export function CreateSchemeForm({ tenant }: { tenant: string }) {
  const t = useTranslations("evaluations.schemes");
  return (
    <ActionForm
      action={createSchemeAction}
      tenant={tenant}
      submitLabel={t("begin")}
      successMessage={t("began")}
      successHref={`/a/${tenant}/evaluations/schemes/{id}`}
      draftKey={`scheme-${tenant}`}
    >
      <SelectField
        name="subjectKind"
        label={t("field.subjectKind")}
        required
        options={subjectKinds.map((value) => ({ value, label: t(`subject.${value}`) }))}
      />
      <SchemeFields />
    </ActionForm>
  );
}

type Props = { tenant: string; scheme: SchemeView };

export function UpdateSchemeForm({ tenant, scheme }: Props) {
  const t = useTranslations("evaluations.schemes");
  return (
    <ActionForm
      key={scheme.version}
      action={updateSchemeAction}
      tenant={tenant}
      hidden={{ schemeId: scheme.id, version: scheme.version }}
      submitLabel={t("save")}
      submitVariant="secondary"
      successMessage={t("saved")}
    >
      <SchemeFields scheme={scheme} />
    </ActionForm>
  );
}

export function PublishForm({ tenant, scheme }: Props) {
  const t = useTranslations("evaluations.schemes");
  return (
    <ActionForm
      action={publishSchemeAction}
      tenant={tenant}
      hidden={{ schemeId: scheme.id, version: scheme.version }}
      submitLabel={t("publish")}
      confirmLabel={t("publishConfirm")}
      successMessage={t("published")}
    />
  );
}

export function NextEditionForm({ tenant, scheme }: Props) {
  const t = useTranslations("evaluations.schemes");
  return (
    <ActionForm
      action={nextEditionAction}
      tenant={tenant}
      hidden={{ schemeId: scheme.id }}
      submitLabel={t("next")}
      submitVariant="secondary"
      confirmLabel={t("nextConfirm")}
      successMessage={t("nextDone")}
      successHref={`/a/${tenant}/evaluations/schemes/{id}`}
    />
  );
}
