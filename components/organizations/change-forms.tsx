"use client";

import { useTranslations } from "next-intl";
import {
  acceptChangeAction,
  refuseChangeAction,
  withdrawChangeAction,
} from "@/lib/features/organizations/actions";
import { ActionForm } from "../forms/action-form";
import { TextAreaField } from "../forms/fields";

/** Agreeing asks once more; refusing wants the reason that the others will read. */
export function AnswerChangeForms({
  changeId,
  alliance,
}: {
  changeId: string;
  alliance: { slug: string; name: string };
}) {
  const t = useTranslations("organizations.change");
  const hidden = { changeId };
  return (
    <section aria-label={alliance.name} className="flex flex-col gap-3">
      <ActionForm
        action={acceptChangeAction}
        tenant={alliance.slug}
        hidden={hidden}
        submitLabel={t("accept")}
        successMessage={t("accepted")}
        confirmLabel={t("acceptConfirm")}
      />
      <details>
        <summary className="inline-flex min-h-9 cursor-pointer items-center text-sm text-accent">
          {t("refusing")}
        </summary>
        <ActionForm
          action={refuseChangeAction}
          tenant={alliance.slug}
          hidden={hidden}
          submitLabel={t("refuse")}
          submitVariant="danger"
          successMessage={t("refused")}
        >
          <TextAreaField name="reason" label={t("reason")} required rows={3} maxLength={500} />
        </ActionForm>
      </details>
    </section>
  );
}

export function WithdrawChangeForm({ changeId, tenant }: { changeId: string; tenant: string }) {
  const t = useTranslations("organizations.change");
  return (
    <ActionForm
      action={withdrawChangeAction}
      tenant={tenant}
      hidden={{ changeId }}
      submitLabel={t("withdraw")}
      submitVariant="secondary"
      successMessage={t("withdrawn")}
      confirmLabel={t("withdrawConfirm")}
    />
  );
}
