"use client";

import { useLocale, useTranslations } from "next-intl";
import { Fold } from "@/components/ui/fold";
import { recordEmploymentAction, saveIndustryAction } from "@/lib/features/programmes/actions";
import type { IndustryRow } from "@/lib/features/programmes/schema";
import { formatCount } from "@/lib/i18n/format";
import { ActionForm } from "../forms/action-form";
import { CheckboxField, TextField } from "../forms/fields";
import { Badge } from "../ui/badge";

type Props = { tenant: string; items: readonly IndustryRow[]; mayManage: boolean };

/** Industries with the offerings that serve them and the people they employ. */
export function IndustryList({ tenant, items, mayManage }: Props) {
  const t = useTranslations("programmes");
  const locale = useLocale();
  return (
    <div className="flex flex-col gap-4">
      {items.length === 0 && <p className="text-muted">{t("industries.none")}</p>}
      <ul className="flex flex-col divide-y divide-line">
        {items.map((one) => (
          <li key={one.id} className="flex flex-col gap-1 py-3 first:pt-0">
            <p className="flex flex-wrap items-baseline gap-2">
              <span className="font-medium">{(locale === "en" && one.nameEn) || one.name}</span>
              {one.key && <Badge tone="decided">{t("key")}</Badge>}
              <span className="text-sm text-muted tabular-nums">
                {t("industries.offerings")} {formatCount(one.offerings, locale)}
              </span>
            </p>
            {one.years.map((year) => (
              <p key={year.year} className="text-sm tabular-nums">
                {t("industries.people", {
                  year: String(year.year),
                  count: formatCount(year.employed, locale),
                })}{" "}
                <span className="text-muted">{year.source}</span>
              </p>
            ))}
            {mayManage && (
              <>
                <Fold label={t("industries.record")}>
                  <EmploymentForm tenant={tenant} industryId={one.id} />
                </Fold>
                <Fold label={t("industries.edit")}>
                  <IndustryForm key={one.version} tenant={tenant} given={one} />
                </Fold>
              </>
            )}
          </li>
        ))}
      </ul>
      {mayManage && (
        <Fold label={t("industries.add")}>
          <IndustryForm tenant={tenant} />
        </Fold>
      )}
    </div>
  );
}

function IndustryForm({ tenant, given }: { tenant: string; given?: IndustryRow }) {
  const t = useTranslations("programmes");
  return (
    <ActionForm
      action={saveIndustryAction}
      tenant={tenant}
      hidden={given ? { industryId: given.id, version: given.version } : {}}
      submitLabel={t("industries.save")}
      successMessage={t("industries.saved")}
    >
      <TextField
        name="name"
        label={t("field.name")}
        required
        maxLength={100}
        defaultValue={given?.name}
      />
      <TextField
        name="nameEn"
        label={t("field.nameEn")}
        maxLength={100}
        defaultValue={given?.nameEn}
      />
      <CheckboxField name="key" label={t("field.isKey")} defaultChecked={given?.key ?? false} />
    </ActionForm>
  );
}

function EmploymentForm({ tenant, industryId }: { tenant: string; industryId: string }) {
  const t = useTranslations("programmes");
  return (
    <ActionForm
      action={recordEmploymentAction}
      tenant={tenant}
      hidden={{ industryId }}
      submitLabel={t("industries.record")}
      successMessage={t("industries.recorded")}
    >
      <TextField name="year" label={t("field.calendarYear")} required inputMode="numeric" />
      <TextField name="employed" label={t("field.employed")} required inputMode="numeric" />
      <TextField name="source" label={t("field.source")} required maxLength={300} />
    </ActionForm>
  );
}
