"use client";

import { useTranslations } from "next-intl";
import { ActionForm } from "@/components/forms/action-form";
import { DateField, FileField, TextField } from "@/components/forms/fields";
import {
  confirmCorrectionAction,
  endByNoticeAction,
  giveNoticeAction,
  proposeCorrectionAction,
  recordNoticeAction,
  rejectCorrectionAction,
  revokeNoticeAction,
  warnAction,
} from "@/lib/features/memberships/actions";

type Base = { tenant: string; membershipId: string; today: string };

/** The member's own notice, or one on paper entered by the secretariat with its scan. */
export function NoticeForm({ tenant, today, paper, ...hidden }: Base & { paper: boolean }) {
  const t = useTranslations("memberships.exit");
  return (
    <ActionForm
      action={paper ? recordNoticeAction : giveNoticeAction}
      tenant={tenant}
      hidden={hidden}
      submitLabel={paper ? t("record") : t("give")}
      successMessage={t("given")}
      confirmLabel={paper ? undefined : t("giveConfirm")}
    >
      {paper && <DateField name="noticedOn" label={t("noticedOn")} required max={today} />}
      <DateField name="lastDay" label={t("lastDay")} required min={today} hint={t("lastDayHint")} />
      <TextField name="reason" label={t("reason")} required maxLength={500} />
      <FileField name="letterFileId" label={t("letter")} tenant={tenant} required={paper} />
    </ActionForm>
  );
}

type Step = { tenant: string; exitId: string; version: number };

export function RevokeForm({ tenant, ...hidden }: Step) {
  const t = useTranslations("memberships.exit");
  return (
    <ActionForm
      action={revokeNoticeAction}
      tenant={tenant}
      hidden={hidden}
      submitLabel={t("revoke")}
      submitVariant="secondary"
      successMessage={t("revoked")}
      confirmLabel={t("revokeConfirm")}
    />
  );
}

export function EndForm({ tenant, ...hidden }: Step) {
  const t = useTranslations("memberships.exit");
  return (
    <ActionForm
      action={endByNoticeAction}
      tenant={tenant}
      hidden={hidden}
      submitLabel={t("end")}
      submitVariant="danger"
      successMessage={t("ended")}
      confirmLabel={t("endConfirm")}
    />
  );
}

export function WarnForm({ tenant, today, ...hidden }: Base) {
  const t = useTranslations("memberships.exit");
  return (
    <ActionForm
      action={warnAction}
      tenant={tenant}
      hidden={hidden}
      submitLabel={t("warn")}
      submitVariant="secondary"
      successMessage={t("warned")}
    >
      <DateField name="on" label={t("warnedOn")} required max={today} defaultValue={today} />
      <TextField name="reason" label={t("reason")} required maxLength={500} />
    </ActionForm>
  );
}

export function CorrectionForm({ tenant, today, ...hidden }: Base) {
  const t = useTranslations("memberships.exit");
  return (
    <ActionForm
      action={proposeCorrectionAction}
      tenant={tenant}
      hidden={hidden}
      submitLabel={t("correct")}
      submitVariant="secondary"
      successMessage={t("proposed")}
    >
      <DateField name="newFrom" label={t("newFrom")} required max={today} />
      <TextField name="reason" label={t("reason")} required maxLength={500} />
    </ActionForm>
  );
}

export function DecideCorrectionForms({
  tenant,
  own,
  ...hidden
}: {
  tenant: string;
  own: boolean;
  correctionId: string;
  version: number;
}) {
  const t = useTranslations("memberships.exit");
  return (
    <div className="flex flex-wrap gap-3">
      {!own && (
        <ActionForm
          action={confirmCorrectionAction}
          tenant={tenant}
          hidden={hidden}
          submitLabel={t("confirm")}
          successMessage={t("corrected")}
          confirmLabel={t("confirmConfirm")}
        />
      )}
      <ActionForm
        action={rejectCorrectionAction}
        tenant={tenant}
        hidden={hidden}
        submitLabel={own ? t("takeBack") : t("reject")}
        submitVariant="secondary"
        successMessage={t("rejected")}
      />
    </div>
  );
}
