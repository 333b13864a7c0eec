"use client";

import { useTranslations } from "next-intl";
import { approveAction, takeBackAction } from "@/lib/features/verification/actions";
import type { DeskRow } from "@/lib/features/verification/schema/desk";
import { ActionForm } from "../forms/action-form";
import { TextAreaField } from "../forms/fields";

type One = Pick<DeskRow, "id" | "version">;

/** The second person publishes one result whose findings stand beside it. */
export function ApproveForm({ tenant, item }: { tenant: string; item: One }) {
  const t = useTranslations("verification");
  return (
    <ActionForm
      action={approveAction}
      tenant={tenant}
      hidden={{ items: [{ id: item.id, version: item.version }] }}
      submitLabel={t("approve")}
      confirmLabel={t("approveConfirm")}
      successMessage={t("approved")}
    />
  );
}

export function TakeBackForm({ tenant, item }: { tenant: string; item: One }) {
  const t = useTranslations("verification");
  return (
    <ActionForm
      action={takeBackAction}
      tenant={tenant}
      hidden={{ id: item.id, version: item.version }}
      submitLabel={t("takeBack")}
      submitVariant="secondary"
      successMessage={t("takeBackDone")}
      draftKey={`take-back-${item.id}`}
    >
      <TextAreaField name="reason" label={t("takeBackReason")} required rows={2} maxLength={500} />
    </ActionForm>
  );
}
