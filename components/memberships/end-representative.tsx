"use client";

import { useTranslations } from "next-intl";
import { endRepresentativeAction } from "@/lib/features/memberships/actions";
import { dayIn } from "@/lib/kernel/dates";
import { ActionForm } from "../forms/action-form";

/** Today is the last day; for another day there is the form of the successor. */
export function EndRepresentative({ id, slug }: { id: string; slug: string }) {
  const t = useTranslations("memberships.change");
  return (
    <ActionForm
      action={endRepresentativeAction}
      tenant={slug}
      hidden={{ representativeId: id, lastDay: dayIn(new Date(), "Asia/Shanghai") }}
      submitLabel={t("end")}
      submitVariant="quiet"
      successMessage={t("ended")}
      confirmLabel={t("endConfirm")}
    />
  );
}
