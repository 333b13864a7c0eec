"use client";

import { useTranslations } from "next-intl";
import { Fold } from "@/components/ui/fold";
import {
  discardReportAction,
  draftReportAction,
  publishReportAction,
  reviewReportAction,
} from "@/lib/features/talent/actions";
import type { ReportView } from "@/lib/features/talent/schema/reports";
import { reportKinds } from "@/lib/features/talent/types";
import { ActionForm } from "../forms/action-form";
import { SelectField, TextAreaField, TextField } from "../forms/fields";
import { OrganizationField } from "../organizations/organization-field";

/** Counts and freezes; whoever sends it cannot review it. */
export function DraftReportForm({ tenant }: { tenant: string }) {
  const t = useTranslations("talent.report");
  return (
    <Fold label={t("draft")}>
      <p className="mb-3 text-sm text-muted">{t("draftHint")}</p>
      <ActionForm
        action={draftReportAction}
        tenant={tenant}
        submitLabel={t("draft")}
        successMessage={t("drafted")}
        successHref={`/a/${tenant}/talent/reports/{id}`}
      >
        <SelectField
          name="kind"
          label={t("field.kind")}
          required
          options={reportKinds.map((value) => ({ value, label: t(`kind.${value}`) }))}
        />
        <TextField
          name="year"
          label={t("field.year")}
          hint={t("field.yearHint")}
          required
          inputMode="numeric"
        />
        <OrganizationField
          name="issuerId"
          label={t("field.issuer")}
          required
          kinds={["government", "park", "industry_association"]}
        />
        <TextAreaField name="note" label={t("field.note")} rows={2} maxLength={1000} />
        <TextAreaField
          name="correction"
          label={t("field.correction")}
          hint={t("field.correctionHint")}
          rows={2}
          maxLength={500}
        />
      </ActionForm>
    </Fold>
  );
}

export function ReportSteps({ tenant, report }: { tenant: string; report: ReportView }) {
  const t = useTranslations("talent.report");
  const { may } = report;
  const hidden = { reportId: report.id, version: report.version };
  return (
    <div className="flex flex-col gap-4">
      {may.review && (
        <ActionForm
          action={reviewReportAction}
          tenant={tenant}
          hidden={hidden}
          submitLabel={t("review")}
          successMessage={t("reviewed")}
        />
      )}
      {may.publish && (
        <ActionForm
          action={publishReportAction}
          tenant={tenant}
          hidden={hidden}
          submitLabel={t("publish")}
          confirmLabel={t("publishConfirm")}
          successMessage={t("published")}
        />
      )}
      {may.discard && (
        <ActionForm
          action={discardReportAction}
          tenant={tenant}
          hidden={hidden}
          submitLabel={t("discard")}
          submitVariant="danger"
          successMessage={t("discarded")}
          successHref={`/a/${tenant}/talent/reports`}
        />
      )}
    </div>
  );
}
