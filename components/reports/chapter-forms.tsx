"use client";

import { useTranslations } from "next-intl";
import {
  acceptSectionAction,
  planSectionAction,
  returnSectionAction,
  submitSectionAction,
  writeSectionAction,
} from "@/lib/features/reports/actions";
import type { OneSection } from "@/lib/features/reports/schema/editions";
import { ActionForm } from "../forms/action-form";
import { CheckboxField, DateField, TextAreaField, TextField } from "../forms/fields";
import { OrganizationField } from "../organizations/organization-field";
import { BackForm } from "./back-form";
import { NumberPicker } from "./number-picker";

type Props = { tenant: string; section: OneSection };
const keyOf = ({ section }: Props) => ({ sectionId: section.id, version: section.version });

export function PlanForm(props: Props) {
  const t = useTranslations("reports");
  const { section } = props;
  return (
    <ActionForm
      action={planSectionAction}
      tenant={props.tenant}
      hidden={keyOf(props)}
      submitLabel={t("plan")}
      submitVariant="secondary"
      successMessage={t("planned")}
    >
      <TextField
        name="title"
        label={t("field.title")}
        required
        maxLength={100}
        defaultValue={section.title}
      />
      <OrganizationField
        name="organizationId"
        label={t("field.organization")}
        hint={t("field.organizationHint")}
        membersOnly
        defaultValue={section.organization}
      />
      <DateField name="dueOn" label={t("field.sectionDue")} required defaultValue={section.dueOn} />
      <CheckboxField
        name="isPublic"
        label={t("field.isPublic")}
        defaultChecked={section.isPublic}
      />
    </ActionForm>
  );
}

/** Every save is a version of its own; nothing that was written is lost. */
export function WriteForm(props: Props) {
  const t = useTranslations("reports");
  const { section } = props;
  return (
    <ActionForm
      action={writeSectionAction}
      tenant={props.tenant}
      hidden={keyOf(props)}
      submitLabel={t("save")}
      submitVariant="secondary"
      successMessage={t("saved")}
      draftKey={`reports.chapter.${section.id}.${section.version}`}
    >
      <TextAreaField
        name="body"
        label={t("field.text")}
        hint={t("field.textHint")}
        required
        maxLength={20_000}
        rows={18}
        defaultValue={section.text}
      />
      <NumberPicker figures={section.figures} />
    </ActionForm>
  );
}

export function HandInForm(props: Props) {
  const t = useTranslations("reports");
  return (
    <ActionForm
      action={submitSectionAction}
      tenant={props.tenant}
      hidden={keyOf(props)}
      submitLabel={t("hand")}
      confirmLabel={t("handConfirm")}
      successMessage={t("handed")}
    />
  );
}

export function AcceptForm(props: Props) {
  const t = useTranslations("reports");
  return (
    <ActionForm
      action={acceptSectionAction}
      tenant={props.tenant}
      hidden={keyOf(props)}
      submitLabel={t("accept")}
      successMessage={t("acceptDone")}
    />
  );
}

export function ReturnForm(props: Props) {
  const t = useTranslations("reports");
  return (
    <BackForm
      action={returnSectionAction}
      tenant={props.tenant}
      hidden={keyOf(props)}
      label={t("return")}
      done={t("returned")}
      reason={t("field.reason")}
    />
  );
}
