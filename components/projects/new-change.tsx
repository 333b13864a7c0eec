"use client";

import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { proposeChangeAction } from "@/lib/features/projects/actions";
import { type ChangeKind, changeKinds, partnerRoles } from "@/lib/features/projects/types";
import {
  CheckboxField,
  DateField,
  MoneyField,
  SelectField,
  TextAreaField,
  TextField,
} from "../forms/fields";
import { StepForm } from "../forms/step-form";
import { OrganizationField } from "../organizations/organization-field";
import { DutyKindField } from "./partner-rows";

type Milestone = { id: string; title: string; dueOn: string; open: boolean; movable: boolean };
type Props = {
  tenant: string;
  id: string;
  startsOn: string;
  endsOn: string;
  milestones: readonly Milestone[];
};

function Consent({ tenant }: { tenant: string }) {
  const t = useTranslations("projects.change");
  return (
    <>
      <OrganizationField
        name="content.organizationId"
        label={t("organization")}
        tenant={tenant}
        required
      />
      <TextField name="content.consent" label={t("consent")} required maxLength={300} />
    </>
  );
}

function Partner({ tenant }: { tenant: string }) {
  const t = useTranslations("projects");
  return (
    <>
      <SelectField
        name="content.step"
        label={t("change.step")}
        required
        defaultValue="join"
        options={(["join", "leave"] as const).map((value) => ({
          value,
          label: t(`change.${value}`),
        }))}
      />
      <Consent tenant={tenant} />
      <SelectField
        name="content.role"
        label={t("form.role")}
        defaultValue="co_builder"
        options={partnerRoles.map((value) => ({ value, label: t(`role.${value}`) }))}
      />
      <DutyKindField name="content.dutyKind" />
    </>
  );
}

/** New days beside the old ones; what is accepted keeps its day. */
function DateFields({ startsOn, endsOn, milestones }: Omit<Props, "tenant" | "id">) {
  const t = useTranslations("projects.change");
  return (
    <>
      <DateField name="content.startsOn" label={t("startsOn")} defaultValue={startsOn} />
      <DateField name="content.endsOn" label={t("endsOn")} defaultValue={endsOn} />
      {milestones
        .filter((one) => one.movable)
        .map((one, row) => (
          <div key={one.id}>
            <input type="hidden" name={`content.milestones.${row}.id`} value={one.id} />
            <DateField
              name={`content.milestones.${row}.dueOn`}
              label={t("milestoneDay", { title: one.title })}
              required
              defaultValue={one.dueOn}
            />
          </div>
        ))}
    </>
  );
}

function ScopeFields({ milestones }: Pick<Props, "milestones">) {
  const t = useTranslations("projects");
  const open = milestones.filter((one) => one.open);
  return (
    <>
      <TextField name="content.title" label={t("form.name")} maxLength={200} />
      <TextAreaField name="content.summary" label={t("form.summary")} rows={3} maxLength={2000} />
      <TextField name="content.add.0.title" label={t("change.milestoneTitle")} maxLength={200} />
      <DateField name="content.add.0.dueOn" label={t("change.milestoneDue")} />
      <TextField
        name="content.add.0.deliverable"
        label={t("change.milestoneDeliverable")}
        maxLength={500}
      />
      {open.length > 0 && (
        <fieldset>
          <legend className="mb-1 font-medium">{t("change.drop")}</legend>
          <p className="text-sm text-muted">{t("change.dropHint")}</p>
          {open.map((one) => (
            <CheckboxField
              key={one.id}
              name="content.drop[]"
              value={one.id}
              label={`${one.title} · ${one.dueOn}`}
            />
          ))}
        </fieldset>
      )}
    </>
  );
}

/** One form per kind: who approves depends on it, and each asks only for its own. */
export function NewChange({ tenant, id, startsOn, endsOn, milestones }: Props) {
  const t = useTranslations("projects.change");
  const fields: Record<ChangeKind, ReactNode> = {
    date: <DateFields startsOn={startsOn} endsOn={endsOn} milestones={milestones} />,
    scope: <ScopeFields milestones={milestones} />,
    budget: <MoneyField name="content.budget" label={t("budgetNew")} required />,
    funder: <Consent tenant={tenant} />,
    partner: <Partner tenant={tenant} />,
    lead: <Consent tenant={tenant} />,
  };
  return (
    <div>
      {changeKinds.map((kind) => (
        <StepForm
          key={kind}
          label={t(`kind.${kind}`)}
          action={proposeChangeAction}
          tenant={tenant}
          hidden={{ id }}
          submit={t("submit")}
          done={t("sent")}
          draftKey={`change-${kind}-${id}`}
        >
          <input type="hidden" name="content.kind" value={kind} />
          {fields[kind]}
          <TextAreaField name="reason" label={t("reason")} required rows={3} maxLength={1000} />
        </StepForm>
      ))}
    </div>
  );
}
