"use client";

import { useLocale, useTranslations } from "next-intl";
import {
  confirmContributionAction,
  contributeAction,
  saveSharingAction,
} from "@/lib/features/colleges/actions";
import type { CollegeInside, CollegeView } from "@/lib/features/colleges/schema/colleges";
import { sharedObjects } from "@/lib/features/colleges/types";
import { resourceKinds } from "@/lib/features/funds/types";
import { formatDay, formatMoney } from "@/lib/i18n/format";
import { ActionForm } from "../forms/action-form";
import {
  DateField,
  FileField,
  MoneyField,
  SelectField,
  TextAreaField,
  TextField,
} from "../forms/fields";
import { Badge } from "../ui/badge";

type Props = { tenant: string; college: CollegeView; inside: CollegeInside };

/** Each contribution with its day, valuation and evidence; confirmed by somebody else than who entered it. */
export function ContributionList({ tenant, college, inside }: Props) {
  const t = useTranslations("colleges");
  const locale = useLocale();
  const names = new Map(college.members.map(({ partyId, name }) => [partyId, name]));
  return (
    <ul className="flex flex-col divide-y divide-line">
      {inside.contributions.map((one) => {
        const { text, unit, exact } = formatMoney(one.amount, locale);
        const parts = [formatDay(one.on, locale), t(`resource.${one.kind}`), one.valuation];
        return (
          <li key={one.id} className="flex flex-col gap-1 py-2">
            <p className="flex flex-wrap items-center justify-between gap-x-4">
              <span className="font-medium">{names.get(one.partyId)}</span>
              <span title={exact} className="tabular-nums">
                {text} {unit}
              </span>
            </p>
            <p className="text-muted">
              {parts.filter(Boolean).join(" · ")} · {one.evidence}{" "}
              {one.file && <a href={`/api/files/${tenant}/${one.file.id}`}>{one.file.name}</a>}
            </p>
            <div className="flex flex-wrap items-center gap-3">
              <Badge tone={one.confirmed ? "ok" : "attention"}>
                {one.confirmed ? t("confirmed") : t("unconfirmed")}
              </Badge>
              {one.mayConfirm && (
                <ActionForm
                  action={confirmContributionAction}
                  tenant={tenant}
                  hidden={{ collegeId: college.id, contributionId: one.id }}
                  submitLabel={t("confirm")}
                  submitVariant="secondary"
                  successMessage={t("confirmDone")}
                />
              )}
            </div>
          </li>
        );
      })}
    </ul>
  );
}

export function ContributeForm({ tenant, college, inside }: Props) {
  const t = useTranslations("colleges");
  const { contributeFor } = inside.may;
  return (
    <ActionForm
      key={inside.contributions.length}
      action={contributeAction}
      tenant={tenant}
      hidden={{ collegeId: college.id }}
      submitLabel={t("contributeForm.submit")}
      successMessage={t("contributeForm.done")}
    >
      <SelectField
        name="organizationId"
        label={t("contributeForm.organization")}
        required
        defaultValue={contributeFor.length === 1 ? contributeFor[0]?.id : undefined}
        options={contributeFor.map(({ id, name }) => ({ value: id, label: name }))}
      />
      <SelectField
        name="kind"
        label={t("contributeForm.kind")}
        required
        options={resourceKinds.map((value) => ({ value, label: t(`resource.${value}`) }))}
      />
      <MoneyField name="amount" label={t("contributeForm.amount")} required />
      <TextField
        name="valuation"
        label={t("contributeForm.valuation")}
        hint={t("contributeForm.valuationHint")}
        maxLength={200}
      />
      <DateField name="on" label={t("contributeForm.on")} required defaultValue={college.today} />
      <TextField name="evidence" label={t("contributeForm.evidence")} required maxLength={300} />
      <FileField name="fileId" label={t("contributeForm.file")} tenant={tenant} />
    </ActionForm>
  );
}

/** 三享: what is agreed for resources, talent and results. */
export function SharingRules({ tenant, college, inside }: Props) {
  const t = useTranslations("colleges");
  const rules = new Map(inside.sharing.map(({ object, rule }) => [object, rule]));
  return (
    <div className="flex flex-col gap-3">
      <dl className="flex flex-col gap-2">
        {sharedObjects.map((object) => (
          <div key={object}>
            <dt className="text-muted">{t(`sharedObject.${object}`)}</dt>
            <dd>{rules.get(object) ?? t("noSharing")}</dd>
          </div>
        ))}
      </dl>
      {inside.may.manage && (
        <details>
          <summary className="min-h-8 cursor-pointer text-accent">
            {t("sharingForm.submit")}
          </summary>
          <ActionForm
            key={inside.version}
            action={saveSharingAction}
            tenant={tenant}
            hidden={{ collegeId: college.id }}
            submitLabel={t("sharingForm.submit")}
            submitVariant="secondary"
            successMessage={t("sharingForm.done")}
          >
            <SelectField
              name="object"
              label={t("sharingForm.object")}
              required
              options={sharedObjects.map((value) => ({ value, label: t(`sharedObject.${value}`) }))}
            />
            <TextAreaField
              name="rule"
              label={t("sharingForm.rule")}
              required
              maxLength={500}
              rows={3}
            />
          </ActionForm>
        </details>
      )}
    </div>
  );
}
