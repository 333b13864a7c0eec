"use client";

import { useTranslations } from "next-intl";
import { caseLimits, MOST_SOURCES } from "@/lib/features/reports/rules/cases";
import type { OneCase } from "@/lib/features/reports/schema/cases";
import { CheckboxField, TextAreaField, TextField } from "../forms/fields";
import type { Option } from "../forms/types";

type Props = { year: number; one?: OneCase; records?: readonly Option[] };

const parts = [
  ["background", 5],
  ["practice", 12],
  ["effect", 8],
] as const;

/** What a case says; each part tells how long it may be. */
export function CaseFields({ year, one, records = [] }: Props) {
  const t = useTranslations("cases");
  const cited = new Set(one?.sources.map(({ recordId }) => recordId));
  return (
    <>
      <TextField
        name="title"
        label={t("field.title")}
        hint={t("field.limit", { count: caseLimits.title })}
        required
        maxLength={caseLimits.title}
        defaultValue={one?.title}
      />
      <TextField
        name="year"
        label={t("field.year")}
        required
        inputMode="numeric"
        defaultValue={String(year)}
      />
      {parts.map(([name, rows]) => (
        <TextAreaField
          key={name}
          name={name}
          label={t(`field.${name}`)}
          hint={t("field.limit", { count: caseLimits[name] })}
          required
          maxLength={caseLimits[name]}
          rows={rows}
          defaultValue={one?.[name]}
        />
      ))}
      {records.length > 0 && (
        <fieldset className="flex flex-col gap-1">
          <legend className="mb-1 font-medium">{t("field.sources")}</legend>
          <p className="text-sm text-muted">{t("sourcesHint", { count: MOST_SOURCES })}</p>
          <div className="flex flex-col gap-1">
            {records.map(({ value, label }) => (
              <CheckboxField
                key={value}
                name="recordIds[]"
                value={value}
                label={label}
                defaultChecked={cited.has(value)}
              />
            ))}
          </div>
        </fieldset>
      )}
      <CheckboxField
        name="consent"
        label={t("field.consent")}
        hint={t("field.consentHint")}
        defaultChecked={one?.consent ?? false}
      />
    </>
  );
}
