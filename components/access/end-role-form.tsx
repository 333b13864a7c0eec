"use client";

import { useTranslations } from "next-intl";
import { ActionForm } from "@/components/forms/action-form";
import { TextField } from "@/components/forms/fields";
import { endAdministratorAction, endRoleAction } from "@/lib/features/access/actions";

/** Ends one right, with a reason; folded away, since a list of open forms cannot be read. */
export function EndRoleForm({ id, tenant }: { id: string; tenant: string | null }) {
  const t = useTranslations("access.roles");
  return (
    <details className="min-w-24">
      <summary className="min-h-6 cursor-pointer text-accent">{t("end")}</summary>
      <div className="pt-2">
        <ActionForm
          action={tenant === null ? endAdministratorAction : endRoleAction}
          tenant={tenant ?? ""}
          hidden={{ id }}
          submitLabel={t("end")}
          submitVariant="danger"
          confirmLabel={t("endQuestion")}
          successMessage={t("ended")}
        >
          <TextField name="reason" label={t("reason")} required maxLength={500} />
        </ActionForm>
      </div>
    </details>
  );
}
