"use client";

import Link from "next/link";
import { useTranslations } from "next-intl";
import { ActionForm } from "@/components/forms/action-form";
import { DateField, FileField, SelectField, TextField } from "@/components/forms/fields";
import type { Option } from "@/components/forms/types";
import { Facts } from "@/components/ui/facts";
import { amendOutcomeAction, reportOutcomeAction } from "@/lib/features/outcomes/actions";
import { keyKindOf } from "@/lib/features/outcomes/rules/keys";
import type { Outcome } from "@/lib/features/outcomes/schema/records";
import { KeyParts } from "./key-parts";

/** What is typed of every result. */
function ResultFields({
  tenant,
  given,
  certificates,
}: {
  tenant: string;
  given?: Outcome;
  certificates: readonly Option[];
}) {
  const t = useTranslations("outcomes.field");
  return (
    <>
      <TextField
        name="title"
        label={t("title")}
        hint={t("titleHint")}
        required
        maxLength={200}
        defaultValue={given?.title}
      />
      <TextField
        name="quantity"
        label={t("quantity")}
        hint={t("quantityHint")}
        required
        inputMode="decimal"
        defaultValue={given?.quantity.replace(/\.00$/, "")}
      />
      {certificates.length > 0 && (
        <SelectField
          name="certificateId"
          label={t("certificate")}
          hint={t("certificateHint")}
          options={certificates}
          defaultValue={given?.certificate?.id}
        />
      )}
      <FileField
        name="fileId"
        label={t("file")}
        tenant={tenant}
        hint={given?.file ? t("fileKept", { name: given.file.name }) : t("fileHint")}
      />
    </>
  );
}

/** Day and key, where a returned result is corrected in one form. */
function KeyFields({ given }: { given: Outcome }) {
  const t = useTranslations("outcomes");
  const kind = keyKindOf(given.metricCode);
  return (
    <>
      <DateField
        name="occurredOn"
        label={t("field.occurredOn")}
        hint={t("field.occurredOnHint")}
        required
        defaultValue={given.occurredOn}
      />
      <TextField
        name="naturalKey"
        label={t(`keyName.${kind}`)}
        hint={t("field.keyHint")}
        maxLength={120}
        defaultValue={given.keyName}
      />
      <KeyParts kind={kind} given={given} />
    </>
  );
}

type ReportProps = {
  tenant: string;
  /** What the steps before have asked: organization, metric, day, key, and what it goes on from. */
  typed: Readonly<Record<string, string>>;
  keyText: string | null;
  /** The metric's name with its unit. */
  metric: string;
  organization: string;
  certificates: readonly Option[];
  /** The certificate that was chosen with the key. */
  certificate?: string | undefined;
  back: string;
};

/** The last step: a member reports one result whose key is free, or that goes on from an earlier one. */
export function ReportForm(props: ReportProps) {
  const { tenant, typed, keyText, metric, organization, certificates, certificate, back } = props;
  const t = useTranslations("outcomes");
  return (
    <>
      <div className="mb-4 rounded border border-line bg-sunken p-3">
        <Facts
          items={[
            { label: t("field.organization"), value: organization },
            { label: t("field.metric"), value: metric },
            { label: t("field.occurredOn"), value: typed.occurredOn },
            ...(keyText ? [{ label: t("column.key"), value: keyText }] : []),
            ...(certificate ? [{ label: t("field.certificate"), value: certificate }] : []),
          ]}
        />
        <p className="mt-2 text-sm">
          {keyText && <span className="mr-2 text-muted">{t("wizard.free")}</span>}
          <Link href={back}>{t("wizard.change")}</Link>
        </p>
      </div>
      <ActionForm
        action={reportOutcomeAction}
        tenant={tenant}
        hidden={typed}
        submitLabel={t("submit")}
        successMessage={t("submitted")}
        successHref={`/a/${tenant}/outcomes/{id}`}
        draftKey={`outcome-${tenant}-${typed.metricCode}-${keyText ?? ""}`}
      >
        <ResultFields tenant={tenant} certificates={certificates} />
      </ActionForm>
    </>
  );
}

/** The reporter corrects a returned result; the evidence stays unless a new file replaces it. */
type AmendProps = { tenant: string; outcome: Outcome; certificates: readonly Option[] };

export function AmendForm({ tenant, outcome, certificates }: AmendProps) {
  const t = useTranslations("outcomes");
  return (
    <ActionForm
      action={amendOutcomeAction}
      tenant={tenant}
      hidden={{
        id: outcome.id,
        version: outcome.version,
        ...(outcome.file && { fileId: outcome.file.id }),
        ...(outcome.projectId && { projectId: outcome.projectId }),
      }}
      submitLabel={t("resubmit")}
      successMessage={t("submitted")}
      draftKey={`outcome-${outcome.id}`}
    >
      <ResultFields tenant={tenant} given={outcome} certificates={certificates} />
      <KeyFields given={outcome} />
    </ActionForm>
  );
}
