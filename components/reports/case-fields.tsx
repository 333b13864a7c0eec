"use client";

import { useTranslations } from "next-intl";
import { caseLimits, MOST_SOURCES } from "@/lib/features/reports/rules/cases";
import type { OneCase } from "@/lib/features/reports/schema/cases";
import { type CaseLinkKind, caseLinkKinds } from "@/lib/features/reports/types";
import { CheckboxField, SelectField, TextAreaField, TextField } from "../forms/fields";
import type { Option } from "../forms/types";

/** What a case may cite, and what it may tell of. */
export type CaseChoices = {
  records: readonly Option[];
  subjects: Record<CaseLinkKind, readonly Option[]>;
};

type Props = { year: number; one?: OneCase; choices?: CaseChoices };

const parts = [
  ["background", 5],
  ["practice", 12],
  ["effect", 8],
] as const;

/** One of each kind at most; where the list is longer than a page of it, the one that is named stays in it. */
function SubjectFields({ one, subjects }: { one: OneCase; subjects: CaseChoices["subjects"] }) {
  const t = useTranslations("cases");
  return caseLinkKinds.map((kind) => {
    const named = one.links.find((link) => link.kind === kind);
    const missing = named && !subjects[kind].some(({ value }) => value === named.id);
    const options = [
      ...(missing ? [{ value: named.id, label: named.name }] : []),
      ...subjects[kind],
    ];
    return (
      options.length > 0 && (
        <SelectField
          key={kind}
          name={`${kind}Id`}
          label={t(`link.${kind}`)}
          options={options}
          defaultValue={named?.id}
        />
      )
    );
  });
}

function RecordFields({ one, records }: { one: OneCase; records: readonly Option[] }) {
  const t = useTranslations("cases");
  const cited = new Set(one.sources.map(({ recordId }) => recordId));
  if (records.length === 0) return null;
  return (
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
  );
}

/** What a case says; each part tells how long it may be. */
export function CaseFields({ year, one, choices }: Props) {
  const t = useTranslations("cases");
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
      {choices && one && (
        <>
          <SubjectFields one={one} subjects={choices.subjects} />
          <RecordFields one={one} records={choices.records} />
        </>
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
