"use client";

import { useTranslations } from "next-intl";
import { Fold } from "@/components/ui/fold";
import {
  approveReportAction,
  exceptReportAction,
  exemptReportAction,
  submitReportAction,
  takeReportAction,
  unapproveReportAction,
  unverifyReportAction,
} from "@/lib/features/reporting/actions";
import type { ReportView } from "@/lib/features/reporting/schema/reports";
import { ActionForm } from "../forms/action-form";
import { CheckboxField, DateField, TextAreaField } from "../forms/fields";

type Props = { tenant: string; report: ReportView };

const hiddenOf = ({ id, version }: ReportView) => ({ obligationId: id, version });

function Reason() {
  const t = useTranslations("reporting.field");
  return <TextAreaField name="reason" label={t("reason")} rows={2} maxLength={500} required />;
}

function SubmitForm({ tenant, report }: Props) {
  const t = useTranslations("reporting");
  return (
    <ActionForm
      action={submitReportAction}
      tenant={tenant}
      hidden={hiddenOf(report)}
      submitLabel={t("submit")}
      successMessage={t("submitted")}
    >
      <p className="text-sm text-muted">{t("submitHint")}</p>
      <CheckboxField name="nil" label={t("nil")} />
    </ActionForm>
  );
}

/** Taking back, each with its reason. */
function Undo({ tenant, report }: Props) {
  const t = useTranslations("reporting");
  const steps = [
    ["unapprove", unapproveReportAction, report.may.unapprove],
    ["unverify", unverifyReportAction, report.may.unverify],
  ] as const;
  return steps.map(
    ([key, action, may]) =>
      may && (
        <Fold key={key} label={t(key)}>
          <ActionForm
            action={action}
            tenant={tenant}
            hidden={hiddenOf(report)}
            submitLabel={t(key)}
            submitVariant="danger"
            successMessage={t("done")}
          >
            <Reason />
          </ActionForm>
        </Fold>
      ),
  );
}

function Manage({ tenant, report }: Props) {
  const t = useTranslations("reporting");
  const writable =
    report.state === "open" || report.state === "draft" || report.state === "returned";
  if (!report.may.manage || report.shown === "exempt" || report.shown === "ended") return null;
  return (
    <>
      {writable && (
        <Fold label={t("except")}>
          <ActionForm
            action={exceptReportAction}
            tenant={tenant}
            hidden={hiddenOf(report)}
            submitLabel={t("except")}
            successMessage={t("excepted")}
          >
            <DateField name="until" label={t("field.until")} required />
            <Reason />
          </ActionForm>
        </Fold>
      )}
      {report.state !== "approved" && (
        <Fold label={t("exempt")}>
          <ActionForm
            action={exemptReportAction}
            tenant={tenant}
            hidden={hiddenOf(report)}
            submitLabel={t("exempt")}
            submitVariant="danger"
            successMessage={t("exempted")}
          >
            <Reason />
          </ActionForm>
        </Fold>
      )}
    </>
  );
}

/** Whatever the reader may do with the report now. */
export function ReportSteps(props: Props) {
  const { tenant, report } = props;
  const t = useTranslations("reporting");
  const hidden = hiddenOf(report);
  return (
    <div className="flex flex-col gap-4">
      {report.may.submit && <SubmitForm {...props} />}
      {report.may.save && !report.may.submit && (
        <p className="text-sm text-muted">{t("headSubmits")}</p>
      )}
      {report.may.take && (
        <ActionForm
          action={takeReportAction}
          tenant={tenant}
          hidden={hidden}
          submitLabel={t("take")}
          successMessage={t("taken")}
        />
      )}
      {report.may.approve && (
        <ActionForm
          action={approveReportAction}
          tenant={tenant}
          hidden={hidden}
          submitLabel={t("approve")}
          successMessage={t("approved")}
        />
      )}
      <Undo {...props} />
      <Manage {...props} />
    </div>
  );
}
