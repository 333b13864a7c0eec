"use client";

import { useLocale, useTranslations } from "next-intl";
import { requestCorrectionAction } from "@/lib/features/corrections/actions";
import type { RecordHistory } from "@/lib/features/corrections/schema";
import { correctionReasons } from "@/lib/features/corrections/types";
import { formatCount, formatDay, nothing } from "@/lib/i18n/format";
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
import { OrganizationField } from "../organizations/organization-field";

type Props = {
  tenant: string;
  record: RecordHistory["record"];
  metrics: readonly Option[];
};

/** Only what is wrong is filled in; the rest stays. */
export function RequestForm({ tenant, record, metrics }: Props) {
  const t = useTranslations("corrections");
  const locale = useLocale();
  const { said } = record;
  const unit = locale === "en" ? said.unitEn : said.unitZh;
  return (
    <ActionForm
      action={requestCorrectionAction}
      tenant={tenant}
      hidden={{ recordId: record.id, recordVersion: record.version }}
      submitLabel={t("submit")}
      successMessage={t("submitted")}
      successHref={`/a/${tenant}/corrections/{id}`}
      draftKey={`correction-${record.id}-${record.version}`}
    >
      <SelectField
        name="reasonCode"
        label={t("field.reasonCode")}
        required
        options={correctionReasons.map((value) => ({ value, label: t(`reasonCode.${value}`) }))}
      />
      <TextAreaField
        name="reason"
        label={t("field.reason")}
        hint={t("field.reasonHint")}
        required
        rows={3}
        maxLength={1000}
      />
      <TextField
        name="quantity"
        label={t("field.quantity")}
        hint={t("field.quantityHint", {
          value: `${formatCount(Number(said.quantity), locale)} ${unit}`,
        })}
        inputMode="decimal"
      />
      <DateField
        name="occurredOn"
        label={t("field.occurredOn")}
        hint={t("field.occurredOnHint", { value: formatDay(said.occurredOn, locale) })}
      />
      <TextField
        name="naturalKey"
        label={t("field.naturalKey")}
        hint={t("field.naturalKeyHint", { value: said.naturalKey ?? nothing })}
        maxLength={120}
      />
      <SelectField
        name="metricCode"
        label={t("field.metricCode")}
        hint={t("field.metricHint", { value: locale === "en" ? said.metricEn : said.metricZh })}
        options={metrics}
      />
      <OrganizationField
        name="organizationId"
        label={t("field.organizationId")}
        hint={t("field.organizationHint", { value: said.organizationName })}
        tenant={tenant}
        membersOnly
      />
      <FileField
        name="evidenceId"
        label={t("field.evidenceId")}
        hint={t("field.evidenceHint")}
        tenant={tenant}
      />
      <CheckboxField
        name="withdraws"
        label={t("field.withdraws")}
        hint={t("field.withdrawsHint")}
      />
      <FileField
        name="fileIds.0"
        label={t("field.fileIds")}
        hint={t("field.fileHint")}
        tenant={tenant}
      />
    </ActionForm>
  );
}
