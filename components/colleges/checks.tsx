"use client";

import { useTranslations } from "next-intl";
import { saveCheckAction } from "@/lib/features/colleges/actions";
import type { CollegeInside, CollegeView } from "@/lib/features/colleges/schema/colleges";
import { type CheckItem, fiveItems } from "@/lib/features/colleges/types";
import { ActionForm } from "../forms/action-form";
import { FileField, SelectField, TextField } from "../forms/fields";
import { Badge } from "../ui/badge";

type Props = { tenant: string; college: CollegeView; inside: CollegeInside };

function Met({ met }: { met: boolean }) {
  const t = useTranslations("colleges");
  return <Badge tone={met ? "ok" : "neutral"}>{met ? t("met") : t("notMet")}</Badge>;
}

/** 五化, each with what shows it. */
export function FiveChecks({ tenant, college, inside }: Props) {
  const t = useTranslations("colleges");
  const shown = new Map(inside.checks.map((check) => [check.item, check]));
  return (
    <div className="flex flex-col gap-3">
      <ul className="flex flex-col divide-y divide-line">
        {fiveItems.map((item) => {
          const check = shown.get(item);
          return (
            <li key={item} className="flex flex-col gap-1 py-2">
              <p className="flex flex-wrap items-center justify-between gap-2">
                {t(`check.${item}`)} <Met met={check !== undefined} />
              </p>
              {check && (
                <p className="text-muted">
                  {check.evidence}{" "}
                  {check.file && (
                    <a href={`/api/files/${tenant}/${check.file.id}`}>{check.file.name}</a>
                  )}
                </p>
              )}
            </li>
          );
        })}
      </ul>
      {inside.may.manage && (
        <CheckForm tenant={tenant} college={college} inside={inside} items={fiveItems} />
      )}
    </div>
  );
}

export function CheckForm({
  tenant,
  college,
  inside,
  items,
}: Props & { items: readonly CheckItem[] }) {
  const t = useTranslations("colleges");
  return (
    <details>
      <summary className="min-h-8 cursor-pointer text-accent">{t("checkForm.submit")}</summary>
      <ActionForm
        key={inside.version}
        action={saveCheckAction}
        tenant={tenant}
        hidden={{ collegeId: college.id }}
        submitLabel={t("checkForm.submit")}
        submitVariant="secondary"
        successMessage={t("checkForm.done")}
      >
        <SelectField
          name="item"
          label={t("checkForm.item")}
          required
          options={items.map((value) => ({ value, label: t(`check.${value}`) }))}
        />
        <TextField name="evidence" label={t("checkForm.evidence")} required maxLength={500} />
        <FileField name="fileId" label={t("checkForm.file")} tenant={tenant} />
      </ActionForm>
    </details>
  );
}

/** What the approval still needs. */
export function Guards({ inside }: Pick<Props, "inside">) {
  const t = useTranslations("colleges");
  return (
    <ul className="flex flex-col gap-1">
      {inside.guards.map(({ guard, met }) => (
        <li key={guard} className="flex items-center justify-between gap-3">
          {t(`guard.${guard}`)} <Met met={met} />
        </li>
      ))}
    </ul>
  );
}
