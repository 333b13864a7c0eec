"use client";

import { useTranslations } from "next-intl";
import {
  endByLinkAction,
  endSubscriptionAction,
  takeSubscriptionAction,
} from "@/lib/features/subscriptions/actions";
import { rhythms } from "@/lib/features/subscriptions/types";
import { ActionForm } from "../forms/action-form";
import { SelectField } from "../forms/fields";

/** How often; the filters are those of the page that the reader came from. */
export function TakeForm({
  tenant,
  filters,
}: {
  tenant: string;
  filters: Readonly<Record<string, string>>;
}) {
  const t = useTranslations("subscriptions");
  return (
    <ActionForm
      action={takeSubscriptionAction}
      tenant={tenant}
      hidden={filters}
      submitLabel={t("take")}
      successMessage={t("taken")}
    >
      <SelectField
        name="rhythm"
        label={t("rhythmLabel")}
        required
        defaultValue="weekly"
        options={rhythms.map((rhythm) => ({ value: rhythm, label: t(`rhythm.${rhythm}`) }))}
      />
    </ActionForm>
  );
}

export function EndForm({ tenant, id }: { tenant: string; id: string }) {
  const t = useTranslations("subscriptions");
  return (
    <ActionForm
      action={endSubscriptionAction}
      tenant={tenant}
      hidden={{ id }}
      submitLabel={t("end")}
      submitVariant="quiet"
      successMessage={t("ended")}
    />
  );
}

/** One click ends it; the opening of the link alone does not, because programs that check mails open links. */
export function EndByLinkForm({ tenant, linkKey }: { tenant: string; linkKey: string }) {
  const t = useTranslations("subscriptions");
  return (
    <ActionForm
      action={endByLinkAction}
      tenant={tenant}
      hidden={{ key: linkKey }}
      submitLabel={t("endSubmit")}
      successMessage={t("endDone")}
    />
  );
}
