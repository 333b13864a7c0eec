"use client";

import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { Fold } from "@/components/ui/fold";
import { createProjectAction } from "@/lib/features/projects/actions";
import { projectSources, projectTypes } from "@/lib/features/projects/types";
import { ActionForm } from "../forms/action-form";
import {
  CheckboxField,
  DateField,
  FileField,
  MoneyField,
  SelectField,
  TextAreaField,
  TextField,
} from "../forms/fields";
import { OrganizationField } from "../organizations/organization-field";
import { Duplicates } from "./duplicates";
import { DutyKindField, PartnerRows } from "./partner-rows";

type Named = { id: string; name: string };
type Props = {
  tenant: string;
  anyMember: boolean;
  own: readonly Named[];
  today: string;
  /** The fields of a promise, which the money's people draw. */
  promise: ReactNode;
};

function Lead({ anyMember, own }: Pick<Props, "anyMember" | "own">) {
  const t = useTranslations("projects.form");
  const [only] = own;
  if (anyMember) return <OrganizationField name="leadId" label={t("lead")} required membersOnly />;
  if (own.length === 1 && only) return <p className="text-sm">{t("ownLead", only)}</p>;
  return (
    <SelectField
      name="leadId"
      label={t("lead")}
      required
      options={own.map((one) => ({ value: one.id, label: one.name }))}
    />
  );
}

/** The five-minute form, made for a phone: what must be known first, everything else folded. */
export function RegisterForm({ tenant, anyMember, own, today, promise }: Props) {
  const t = useTranslations("projects");
  return (
    <ActionForm
      action={createProjectAction}
      tenant={tenant}
      submitLabel={t("form.submit")}
      successMessage={t("form.done")}
      successHref={`/a/${tenant}/projects/{id}`}
      draftKey={`project-${tenant}`}
    >
      <Lead anyMember={anyMember} own={own} />
      <TextField
        name="title"
        label={t("form.name")}
        hint={t("form.nameHint")}
        required
        maxLength={200}
      />
      <SelectField
        name="type"
        label={t("form.type")}
        required
        options={projectTypes.map((value) => ({ value, label: t(`type.${value}`) }))}
      />
      <PartnerRows />
      <div className="grid grid-cols-2 gap-3 sm:flex sm:gap-4">
        <DateField name="startsOn" label={t("form.startsOn")} required defaultValue={today} />
        <DateField
          name="endsOn"
          label={t("form.endsOn")}
          required
          defaultValue={`${today.slice(0, 4)}-12-31`}
        />
      </div>
      <TextAreaField
        name="summary"
        label={t("form.summary")}
        hint={t("form.summaryHint")}
        required
        rows={4}
        maxLength={2000}
      />
      <Fold frame="boxed" label={t("form.promise")}>
        <p className="text-sm text-muted">{t("form.promiseHint")}</p>
        {promise}
      </Fold>
      <Fold frame="boxed" label={t("form.more")}>
        <SelectField
          name="source"
          label={t("form.source")}
          defaultValue="self_chosen"
          options={projectSources.map((value) => ({ value, label: t(`source.${value}`) }))}
        />
        <DutyKindField name="leadDutyKind" label={t("form.leadDuty")} />
        <OrganizationField name="parkId" label={t("form.park")} kinds={["park"]} />
        <TextField name="contractNo" label={t("form.contractNo")} maxLength={60} />
        <MoneyField name="budget" label={t("form.budget")} />
        <CheckboxField name="withoutMoney" label={t("form.withoutMoney")} />
        <FileField name="fileId" label={t("form.file")} tenant={tenant} />
      </Fold>
      <Duplicates tenant={tenant} ownId={own.length === 1 && !anyMember ? own[0]?.id : undefined} />
    </ActionForm>
  );
}
