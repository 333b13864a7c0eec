"use client";

import { useTranslations } from "next-intl";
import {
  approveEditionAction,
  publishEditionAction,
  sendBackAction,
  signReviewAction,
  stepEditionAction,
  submitEditionAction,
} from "@/lib/features/reports/actions";
import type { EditionInside, EditionView } from "@/lib/features/reports/schema/editions";
import { ActionForm } from "../forms/action-form";
import { DateField, SelectField, TextField } from "../forms/fields";
import type { Option } from "../forms/types";
import { BackForm } from "./back-form";

type Props = { tenant: string; edition: EditionView; inside: EditionInside };
const keyOf = ({ edition }: Props) => ({ editionId: edition.id, version: edition.version });

/** One button for each way on; the first is the usual one. */
export function StepForms(props: Props) {
  const t = useTranslations("reports");
  return props.inside.may.steps.map((to, place) => (
    <ActionForm
      key={to}
      action={stepEditionAction}
      tenant={props.tenant}
      hidden={{ ...keyOf(props), to }}
      submitLabel={t(`step.${to}`)}
      submitVariant={place === 0 ? "primary" : "quiet"}
      successMessage={t("stepDone")}
    />
  ));
}

export function SignForms(props: Props) {
  const t = useTranslations("reports");
  return props.inside.may.sign.map((seat) => (
    <ActionForm
      key={seat}
      action={signReviewAction}
      tenant={props.tenant}
      hidden={{ ...keyOf(props), seat }}
      submitLabel={t(`sign.${seat}`)}
      confirmLabel={t("signConfirm")}
      successMessage={t("signed")}
    />
  ));
}

export function SendBackForm(props: Props) {
  const t = useTranslations("reports");
  return (
    <BackForm
      action={sendBackAction}
      tenant={props.tenant}
      hidden={keyOf(props)}
      label={t("sendBack")}
      done={t("sentBack")}
      reason={t("field.reason")}
    />
  );
}

export function ApproveForm(props: Props & { resolutions: readonly Option[] }) {
  const t = useTranslations("reports");
  if (props.resolutions.length === 0) return <p className="text-muted">{t("noResolution")}</p>;
  return (
    <ActionForm
      action={approveEditionAction}
      tenant={props.tenant}
      hidden={keyOf(props)}
      submitLabel={t("approve")}
      successMessage={t("approveForm.done")}
    >
      <SelectField
        name="resolutionId"
        label={t("approveForm.resolution")}
        hint={t("approveForm.hint", { title: props.edition.title })}
        required
        options={props.resolutions}
      />
    </ActionForm>
  );
}

export function SubmitForm(props: Props) {
  const t = useTranslations("reports");
  return (
    <ActionForm
      action={submitEditionAction}
      tenant={props.tenant}
      hidden={keyOf(props)}
      submitLabel={t("submit")}
      successMessage={t("submitted")}
    >
      <TextField
        name="submittedTo"
        label={t("field.submittedTo")}
        required
        maxLength={200}
        defaultValue={props.edition.authority}
      />
      <DateField
        name="submittedOn"
        label={t("field.submittedOn")}
        required
        defaultValue={props.edition.today}
      />
      <TextField name="documentNo" label={t("field.documentNo")} maxLength={100} />
    </ActionForm>
  );
}

export function PublishForm(props: Props) {
  const t = useTranslations("reports");
  return (
    <ActionForm
      action={publishEditionAction}
      tenant={props.tenant}
      hidden={keyOf(props)}
      submitLabel={t("publish")}
      confirmLabel={t("publishConfirm")}
      successMessage={t("published")}
    />
  );
}
