"use client";

import { useTranslations } from "next-intl";
import { ActionForm } from "@/components/forms/action-form";
import { remindOwnersAction } from "@/lib/features/tasks/actions";

export function RemindForm({ tenant }: { tenant: string }) {
  const t = useTranslations("tasks");
  return (
    <ActionForm
      action={remindOwnersAction}
      tenant={tenant}
      submitLabel={t("remind")}
      submitVariant="secondary"
      successMessage={t("remindedDone")}
    >
      <p className="text-sm text-muted">{t("remindHint")}</p>
    </ActionForm>
  );
}
