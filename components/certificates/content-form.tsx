"use client";

import { useTranslations } from "next-intl";
import { ActionForm } from "@/components/forms/action-form";
import { MoneyField, SelectField, TextField } from "@/components/forms/fields";
import type { Option } from "@/components/forms/types";
import { OrganizationField } from "@/components/organizations/organization-field";
import {
  changeCertificateAction,
  draftCertificateAction,
} from "@/lib/features/certificates/actions";
import type { Certificate } from "@/lib/features/certificates/schema";
import { amountKinds } from "@/lib/features/certificates/types";

type Started = {
  enterprise?: { id: string; name: string } | undefined;
  claimant?: { id: string; name: string } | undefined;
  year: string;
};
type Fields = {
  tenant: string;
  projects: readonly Option[];
  started: Started;
  given?: Certificate;
};

function ContentFields({ tenant, projects, started, given }: Fields) {
  const t = useTranslations("certificates.field");
  return (
    <>
      <OrganizationField
        name="enterpriseId"
        label={t("enterprise")}
        tenant={tenant}
        required
        membersOnly
        kinds={["enterprise"]}
        defaultValue={given?.enterprise ?? started.enterprise ?? null}
      />
      <TextField
        name="year"
        label={t("year")}
        required
        inputMode="numeric"
        defaultValue={given ? String(given.year) : started.year}
      />
      {amountKinds.map((kind, place) => (
        <MoneyField
          key={kind}
          name={kind}
          label={t(kind)}
          {...(place === 0 && { hint: t("amountHint") })}
          defaultValue={given?.[kind] ?? undefined}
        />
      ))}
      <OrganizationField
        name="claimantId"
        label={t("claimant")}
        hint={t("claimantHint")}
        tenant={tenant}
        membersOnly
        defaultValue={given?.claimant ?? started.claimant ?? null}
      />
      <SelectField
        name="projectId"
        label={t("project")}
        hint={t("projectHint")}
        options={projects}
        defaultValue={given?.projectId}
      />
    </>
  );
}

export function DraftCertificateForm(props: Fields) {
  const t = useTranslations("certificates");
  return (
    <ActionForm
      action={draftCertificateAction}
      tenant={props.tenant}
      submitLabel={t("draft")}
      successMessage={t("drafted")}
      successHref={`/a/${props.tenant}/certificates/{id}`}
      draftKey={`certificate-${props.tenant}`}
    >
      <ContentFields {...props} />
    </ActionForm>
  );
}

export function ChangeCertificateForm(props: Fields & { given: Certificate }) {
  const t = useTranslations("certificates");
  const { id, version } = props.given;
  return (
    <ActionForm
      action={changeCertificateAction}
      tenant={props.tenant}
      hidden={{ id, version }}
      submitLabel={t("change")}
      submitVariant="secondary"
      successMessage={t("changed")}
    >
      <ContentFields {...props} />
    </ActionForm>
  );
}
