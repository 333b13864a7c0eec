"use client";

import { useTranslations } from "next-intl";
import { Fold } from "@/components/ui/fold";
import { programmeLevels } from "@/lib/features/alliances/types";
import { addOfferingAction } from "@/lib/features/programmes/actions";
import { schoolKinds } from "@/lib/features/programmes/types";
import { ActionForm } from "../forms/action-form";
import { SelectField, TextField } from "../forms/fields";
import { OwnOrganizationField } from "../talent/own-organization";

type Props = { tenant: string; mine: readonly { id: string; name: string }[] };

export function AddOfferingForm({ tenant, mine }: Props) {
  const t = useTranslations("programmes");
  return (
    <Fold label={t("add")}>
      <p className="mb-3 text-sm text-muted">{t("addHint")}</p>
      <ActionForm
        action={addOfferingAction}
        tenant={tenant}
        submitLabel={t("add")}
        successMessage={t("added")}
      >
        <OwnOrganizationField label={t("field.school")} mine={mine} kinds={schoolKinds} />
        <TextField name="name" label={t("field.programme")} required maxLength={100} />
        <SelectField
          name="level"
          label={t("field.level")}
          required
          options={programmeLevels.map((value) => ({ value, label: t(`level.${value}`) }))}
        />
        <TextField
          name="code"
          label={t("field.code")}
          hint={t("field.codeHint")}
          inputMode="numeric"
          maxLength={12}
        />
      </ActionForm>
    </Fold>
  );
}
