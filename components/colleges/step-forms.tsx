"use client";

import { useTranslations } from "next-intl";
import {
  approveCollegeAction,
  formBoardAction,
  linkProjectAction,
  opineCollegeAction,
  signCollegeAction,
  stepCollegeAction,
} from "@/lib/features/colleges/actions";
import type { CollegeInside, CollegeView } from "@/lib/features/colleges/schema/colleges";
import { ActionForm } from "../forms/action-form";
import { RadioField, SelectField, TextAreaField, TextField } from "../forms/fields";
import type { Option } from "../forms/types";

type Props = { tenant: string; college: CollegeView; inside: CollegeInside };
const keyOf = ({ college, inside }: Props) => ({ collegeId: college.id, version: inside.version });

/** One button per party of one's own: nobody signs for another one. */
export function SignForms({ tenant, college, inside }: Props) {
  const t = useTranslations("colleges");
  return inside.may.signFor.map(({ id, name }) => (
    <ActionForm
      key={id}
      action={signCollegeAction}
      tenant={tenant}
      hidden={{ collegeId: college.id, organizationId: id }}
      submitLabel={t("sign", { name })}
      confirmLabel={t("signConfirm", { name })}
      successMessage={t("signDone")}
    />
  ));
}

export function OpineForm(props: Props) {
  const t = useTranslations("colleges");
  return (
    <ActionForm
      action={opineCollegeAction}
      tenant={props.tenant}
      hidden={keyOf(props)}
      submitLabel={t("opine")}
      successMessage={t("opineForm.done")}
    >
      <TextAreaField
        name="opinion"
        label={t("opineForm.opinion")}
        required
        maxLength={500}
        rows={3}
      />
    </ActionForm>
  );
}

export function ApproveForm(props: Props & { resolutions: readonly Option[] }) {
  const t = useTranslations("colleges");
  if (props.resolutions.length === 0) return <p className="text-muted">{t("noResolution")}</p>;
  return (
    <ActionForm
      action={approveCollegeAction}
      tenant={props.tenant}
      hidden={keyOf(props)}
      submitLabel={t("approve")}
      successMessage={t("approveForm.done")}
    >
      <SelectField
        name="resolutionId"
        label={t("approveForm.resolution")}
        hint={t("approveForm.resolutionHint")}
        required
        options={props.resolutions}
      />
    </ActionForm>
  );
}

export function BoardForm(props: Props & { bodies: readonly Option[] }) {
  const t = useTranslations("colleges.boardForm");
  return (
    <ActionForm
      action={formBoardAction}
      tenant={props.tenant}
      hidden={keyOf(props)}
      submitLabel={t("submit")}
      successMessage={t("done")}
    >
      <TextField name="name" label={t("name")} hint={t("nameHint")} maxLength={100} />
      <TextField name="seatsPlanned" label={t("seats")} inputMode="numeric" />
      {props.bodies.length > 0 && (
        <SelectField name="bodyId" label={t("body")} options={props.bodies} />
      )}
    </ActionForm>
  );
}

export function StepForm(props: Props) {
  const t = useTranslations("colleges");
  const { steps } = props.inside.may;
  return (
    <ActionForm
      key={props.inside.version}
      action={stepCollegeAction}
      tenant={props.tenant}
      hidden={keyOf(props)}
      submitLabel={t("step")}
      submitVariant="secondary"
      successMessage={t("stepForm.done")}
    >
      <RadioField
        name="to"
        label={t("step")}
        required
        defaultValue={steps[0]}
        options={steps.map((value) => ({ value, label: t(`stepTo.${value}`) }))}
      />
      <TextField name="note" label={t("stepForm.note")} maxLength={500} />
    </ActionForm>
  );
}

export function LinkProjectForm({
  tenant,
  college,
  projects,
}: Props & { projects: readonly Option[] }) {
  const t = useTranslations("colleges");
  return (
    <ActionForm
      action={linkProjectAction}
      tenant={tenant}
      hidden={{ collegeId: college.id }}
      submitLabel={t("linkProject")}
      submitVariant="secondary"
      successMessage={t("linkForm.done")}
    >
      <SelectField name="projectId" label={t("linkForm.project")} required options={projects} />
    </ActionForm>
  );
}
