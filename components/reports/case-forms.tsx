"use client";

import { useTranslations } from "next-intl";
import {
  changeCaseAction,
  releaseCaseAction,
  returnCaseAction,
  selectCaseAction,
  submitCaseAction,
  writeCaseAction,
} from "@/lib/features/reports/actions";
import type { OneCase } from "@/lib/features/reports/schema/cases";
import { ActionForm } from "../forms/action-form";
import { SelectField } from "../forms/fields";
import type { Option } from "../forms/types";
import { OrganizationField } from "../organizations/organization-field";
import { BackForm } from "./back-form";
import { type CaseChoices, CaseFields } from "./case-fields";

type Props = { tenant: string; one: OneCase };
const keyOf = ({ one }: Props) => ({ caseId: one.id, version: one.version });

/** A new case: of one of the own units, or, by the secretariat, of itself or any member. */
export function WriteCaseForm(props: {
  tenant: string;
  year: number;
  units: readonly Option[];
  forAll: boolean;
}) {
  const t = useTranslations("cases");
  const { tenant, units } = props;
  const [only] = units.length === 1 ? units : [];
  const pick = props.forAll || !only;
  return (
    <ActionForm
      action={writeCaseAction}
      tenant={tenant}
      {...(!pick && only && { hidden: { organizationId: only.value } })}
      submitLabel={t("save")}
      successMessage={t("saved")}
      successHref={`/a/${tenant}/reports/cases/{id}`}
      draftKey={`reports.case.new.${tenant}`}
    >
      {props.forAll && (
        <OrganizationField
          name="organizationId"
          label={t("field.organization")}
          hint={t("field.organizationHint")}
          membersOnly
        />
      )}
      {!props.forAll && pick && (
        <SelectField
          name="organizationId"
          label={t("field.organization")}
          required
          options={units}
        />
      )}
      <CaseFields year={props.year} />
      <p className="text-sm text-muted">{t("sourcesLater")}</p>
    </ActionForm>
  );
}

export function ChangeCaseForm(props: Props & { choices: CaseChoices }) {
  const t = useTranslations("cases");
  const { one } = props;
  return (
    <ActionForm
      action={changeCaseAction}
      tenant={props.tenant}
      hidden={keyOf(props)}
      submitLabel={t("save")}
      submitVariant="secondary"
      successMessage={t("saved")}
      draftKey={`reports.case.${one.id}.${one.version}`}
    >
      <CaseFields year={one.year} one={one} choices={props.choices} />
    </ActionForm>
  );
}

export function SubmitCaseForm(props: Props) {
  const t = useTranslations("cases");
  return (
    <ActionForm
      action={submitCaseAction}
      tenant={props.tenant}
      hidden={keyOf(props)}
      submitLabel={t("submit")}
      confirmLabel={t("submitConfirm")}
      successMessage={t("submitted")}
    />
  );
}

export function ReturnCaseForm(props: Props) {
  const t = useTranslations("cases");
  return (
    <BackForm
      action={returnCaseAction}
      tenant={props.tenant}
      hidden={keyOf(props)}
      label={t("return")}
      done={t("returned")}
      reason={t("field.reason")}
    />
  );
}

export function SelectCaseForm(props: Props) {
  const t = useTranslations("cases");
  return (
    <ActionForm
      action={selectCaseAction}
      tenant={props.tenant}
      hidden={keyOf(props)}
      submitLabel={t("select")}
      successMessage={t("selected")}
    >
      <SelectField
        name="editionId"
        label={t("field.edition")}
        required
        defaultValue={props.one.editions[0]?.id}
        options={props.one.editions.map(({ id, title }) => ({ value: id, label: title }))}
      />
    </ActionForm>
  );
}

export function ReleaseCaseForm(props: Props) {
  const t = useTranslations("cases");
  return (
    <ActionForm
      action={releaseCaseAction}
      tenant={props.tenant}
      hidden={keyOf(props)}
      submitLabel={t("release")}
      submitVariant="secondary"
      confirmLabel={t("releaseConfirm")}
      successMessage={t("released")}
    />
  );
}
