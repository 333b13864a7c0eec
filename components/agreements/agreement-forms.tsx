"use client";

import { useTranslations } from "next-intl";
import { createAgreementAction, updateAgreementAction } from "@/lib/features/agreements/actions";
import type { AgreementView } from "@/lib/features/agreements/schema";
import { agreementKinds, type LinkKind } from "@/lib/features/agreements/types";
import { ActionForm } from "../forms/action-form";
import {
  CheckboxField,
  DateField,
  FileField,
  SelectField,
  TextAreaField,
  TextField,
} from "../forms/fields";
import type { Option } from "../forms/types";
import { OrganizationRows } from "../organizations/organization-rows";

export type Targets = {
  colleges: readonly Option[];
  platforms: readonly Option[];
  projects: readonly Option[];
  classes: readonly Option[];
  calls: readonly Option[];
  pathways: readonly Option[];
};

/** What is known of an agreement before anybody types: what it is about, and between whom. */
export type Started = Pick<AgreementView, "title" | "kind" | "links"> & {
  parties: readonly { id: string; name: string }[];
};
type Given = Started & Partial<Omit<AgreementView, "parties">>;

function TargetFields({ targets, given }: { targets: Targets; given?: Given }) {
  const t = useTranslations("agreements.field");
  const of = (kind: LinkKind) => given?.links.find((link) => link.kind === kind);
  /** What it is about can be chosen also where the list is too long to hold it. */
  const choices = (kind: LinkKind, options: readonly Option[]) => {
    const held = of(kind);
    return held && !options.some(({ value }) => value === held.id)
      ? [{ value: held.id, label: held.name }, ...options]
      : options;
  };
  const fields = [
    ["collegeId", "college", targets.colleges],
    ["platformId", "platform", targets.platforms],
    ["projectId", "project", targets.projects],
    ["classId", "class", targets.classes],
    ["callId", "call", targets.calls],
    ["pathwayId", "pathway", targets.pathways],
  ] as const;
  return fields
    .map(([name, kind, options]) => ({ name, kind, options: choices(kind, options) }))
    .filter(({ options }) => options.length > 0)
    .map(({ name, kind, options }) => (
      <SelectField
        key={name}
        name={name}
        label={t(kind)}
        options={options}
        defaultValue={of(kind)?.id}
      />
    ));
}

function Fields({ tenant, targets, given }: { tenant: string; targets: Targets; given?: Given }) {
  const t = useTranslations("agreements");
  return (
    <>
      <TextField
        name="title"
        label={t("field.title")}
        required
        maxLength={200}
        defaultValue={given?.title}
      />
      <SelectField
        name="kind"
        label={t("field.kind")}
        required
        defaultValue={given?.kind}
        options={agreementKinds.map((value) => ({ value, label: t(`kind.${value}`) }))}
      />
      <OrganizationRows
        name="parties"
        label={(n) => t("field.party", { n })}
        addLabel={t("addParty")}
        removeLabel={t("removeParty")}
        given={given?.parties}
      />
      <div className="grid grid-cols-2 gap-3">
        <DateField
          name="validFrom"
          label={t("field.validFrom")}
          required
          defaultValue={given?.validFrom}
        />
        <DateField
          name="validTo"
          label={t("field.validTo")}
          hint={t("field.validToHint")}
          defaultValue={given?.validTo ?? undefined}
        />
      </div>
      <CheckboxField
        name="autoRenew"
        label={t("field.autoRenew")}
        defaultChecked={given?.autoRenew}
      />
      <TextAreaField
        name="summary"
        label={t("field.summary")}
        maxLength={1000}
        defaultValue={given?.summary ?? undefined}
      />
      <TextAreaField
        name="terminationRule"
        label={t("field.terminationRule")}
        maxLength={500}
        rows={2}
        defaultValue={given?.terminationRule ?? undefined}
      />
      <FileField name="fileId" label={t("field.file")} tenant={tenant} />
      <TargetFields targets={targets} given={given} />
    </>
  );
}

export function CreateAgreementForm({
  tenant,
  targets,
  started,
}: {
  tenant: string;
  targets: Targets;
  started: Started | undefined;
}) {
  const t = useTranslations("agreements");
  return (
    <ActionForm
      action={createAgreementAction}
      tenant={tenant}
      submitLabel={t("create")}
      successMessage={t("createDone")}
      successHref={`/a/${tenant}/agreements/{id}`}
      draftKey={`agreement-${started?.links[0]?.id ?? tenant}`}
    >
      <Fields tenant={tenant} targets={targets} given={started} />
    </ActionForm>
  );
}

type OneProps = { tenant: string; agreement: AgreementView };

export function EditAgreementForm({ tenant, agreement, targets }: OneProps & { targets: Targets }) {
  const t = useTranslations("agreements");
  const { id, version, file } = agreement;
  return (
    <ActionForm
      action={updateAgreementAction}
      tenant={tenant}
      // A document that is there stays unless another one is chosen.
      hidden={{ agreementId: id, version, ...(file && { fileId: file.id }) }}
      submitLabel={t("save")}
      successMessage={t("saved")}
    >
      <Fields tenant={tenant} targets={targets} given={agreement} />
    </ActionForm>
  );
}
