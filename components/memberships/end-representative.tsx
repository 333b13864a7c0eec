"use client";

import { useTranslations } from "next-intl";
import { endRepresentativeAction } from "@/lib/features/memberships/actions";
import type { Handover } from "@/lib/features/memberships/schema/handover";
import { ActionForm } from "../forms/action-form";
import { CheckboxField, DateField } from "../forms/fields";

type Props = { person: Handover; slug: string; today: string; backHref: string };

/** A person stops speaking for a unit; what is still in their hands is arranged first. */
export function EndRepresentative({ person, slug, today, backHref }: Props) {
  const t = useTranslations("memberships");
  return (
    <ActionForm
      action={endRepresentativeAction}
      tenant={slug}
      hidden={{ representativeId: person.representativeId }}
      submitLabel={t("change.endSubmit")}
      successMessage={t("change.ended")}
      successHref={backHref}
      confirmLabel={t("change.endConfirm")}
    >
      <DateField
        name="lastDay"
        label={t("change.lastDay")}
        hint={t("change.lastDayHint")}
        required
        defaultValue={today}
      />
      {person.items.length > 0 && (
        <CheckboxField name="handover" label={t("handover.confirm")} required />
      )}
    </ActionForm>
  );
}
