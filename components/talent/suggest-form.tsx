"use client";

import { useTranslations } from "next-intl";
import { suggestMatchAction } from "@/lib/features/talent/actions";
import type { Candidate } from "@/lib/features/talent/schema/supply";
import { ActionForm } from "../forms/action-form";
import { SelectField, TextField } from "../forms/fields";
import { useAcademicYear } from "./words";

type Props = { tenant: string; demandId: string; open: number; items: readonly Candidate[] };

/** Published graduates of the programmes that lead to the occupation. */
export function SuggestForm({ tenant, demandId, open, items }: Props) {
  const t = useTranslations("talent.match");
  const year = useAcademicYear();
  if (items.length === 0) return <p className="text-muted">{t("noCandidates")}</p>;
  return (
    <ActionForm
      action={suggestMatchAction}
      tenant={tenant}
      hidden={{ demandId }}
      submitLabel={t("suggest")}
      successMessage={t("suggested")}
    >
      <p className="text-sm text-muted">{t("suggestHint", { open })}</p>
      <SelectField
        name="supplyId"
        label={t("field.supply")}
        required
        options={items.map((one) => ({
          value: one.supplyId,
          label: t("candidate", {
            school: one.school.name,
            programme: one.programme,
            year: year(one.academicYear),
            free: one.free,
          }),
        }))}
      />
      <TextField
        name="quantity"
        label={t("field.quantity")}
        required
        inputMode="numeric"
        defaultValue={open}
      />
    </ActionForm>
  );
}
