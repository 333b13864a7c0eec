"use client";

import { useTranslations } from "next-intl";
import { ActionForm } from "@/components/forms/action-form";
import { TextAreaField } from "@/components/forms/fields";
import {
  announceApplicationAction,
  putBackApplicationAction,
} from "@/lib/features/applications/actions";

type Props = { tenant: string; applicationId: string; version: number };

/** The rule asks for a public notice before the admission takes effect. */
export function AnnounceForm({
  tenant,
  days,
  ...hidden
}: Props & { resolutionId: string; days: number }) {
  const t = useTranslations("applications.notice");
  return (
    <ActionForm
      action={announceApplicationAction}
      tenant={tenant}
      hidden={hidden}
      submitLabel={t("announce", { days })}
      successMessage={t("announced")}
    />
  );
}

/** A good objection: back to the council, with its reason on record. */
export function PutBackForm({ tenant, ...hidden }: Props) {
  const t = useTranslations("applications.notice");
  return (
    <ActionForm
      action={putBackApplicationAction}
      tenant={tenant}
      hidden={hidden}
      submitLabel={t("putBack")}
      submitVariant="secondary"
      successMessage={t("putBackDone")}
      confirmLabel={t("putBackConfirm")}
    >
      <TextAreaField name="reason" label={t("reason")} required rows={3} maxLength={1000} />
    </ActionForm>
  );
}
