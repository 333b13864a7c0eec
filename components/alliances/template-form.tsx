"use client";

import { useTranslations } from "next-intl";
import { applyStructureTemplateAction } from "@/lib/features/alliances/actions";
import { ActionForm } from "../forms/action-form";
import { RadioField } from "../forms/fields";

const offered = ["one_two_six_n", "one_one_two", "suzhou_full", "development_council"] as const;

/** The first bodies of an alliance that has none. */
export function TemplateForm({ tenant }: { tenant: string }) {
  const t = useTranslations("alliances");
  return (
    <ActionForm
      action={applyStructureTemplateAction}
      tenant={tenant}
      submitLabel={t("structure.apply")}
      successMessage={t("structure.applied")}
    >
      <RadioField
        name="structureTemplate"
        label={t("structure.chooseTemplate")}
        required
        options={offered.map((value) => ({ value, label: t(`template.${value}`) }))}
      />
    </ActionForm>
  );
}
