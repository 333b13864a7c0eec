"use client";

import { useTranslations } from "next-intl";
import { use, useState } from "react";
import { dutyKinds, partnerRoles } from "@/lib/features/projects/types";
import { FormContext } from "../forms/context";
import { SelectField, TextField } from "../forms/fields";
import { OrganizationField } from "../organizations/organization-field";
import { Button } from "../ui/button";

export type GivenPartner = {
  id: string;
  name: string;
  role: string;
  dutyKind: string | null;
  duty: string | null;
};

/** 政府搭平台、院所送团队、高校建基地、企业促开发: what a party is there for. */
export function DutyKindField({
  name,
  given,
  label,
}: {
  name: string;
  given?: string | null;
  label?: string;
}) {
  const t = useTranslations("projects.dutyKind");
  return (
    <SelectField
      name={name}
      label={label ?? t("label")}
      defaultValue={given}
      options={dutyKinds.map((value) => ({ value, label: t(value) }))}
    />
  );
}

const MOST = 20;

/** Rows that a draft of this form holds, so that they are drawn again. */
const draftRows = (names: Iterable<string>): number[] =>
  [...new Set([...names].flatMap((name) => /^partners\.(\d+)\./.exec(name)?.[1] ?? []))]
    .map(Number)
    .sort((a, b) => a - b);

const numbers = (count: number) => Array.from({ length: count }, (_, index) => index);

function PartnerRow({
  place,
  row,
  given,
  onRemove,
}: {
  place: number;
  row: number;
  given: GivenPartner | undefined;
  onRemove: (() => void) | undefined;
}) {
  const t = useTranslations("projects");
  return (
    <fieldset className="flex flex-col gap-3 border-l-2 border-line pl-3">
      <legend className="sr-only">{t("form.partnerN", { n: place })}</legend>
      <OrganizationField
        name={`partners.${row}.organizationId`}
        label={place === 1 ? t("form.partner") : t("form.partnerN", { n: place })}
        hint={place === 1 ? t("form.partnerHint") : undefined}
        defaultValue={given ?? null}
        required
        membersOnly
      />
      <div className="grid gap-3 sm:grid-cols-2">
        <SelectField
          name={`partners.${row}.role`}
          label={t("form.role")}
          required
          defaultValue={given?.role ?? "co_builder"}
          options={partnerRoles.map((value) => ({ value, label: t(`role.${value}`) }))}
        />
        <DutyKindField name={`partners.${row}.dutyKind`} given={given?.dutyKind ?? null} />
      </div>
      <TextField
        name={`partners.${row}.duty`}
        label={t("form.duty")}
        maxLength={300}
        defaultValue={given?.duty}
      />
      {onRemove && (
        <div>
          <Button variant="quiet" onClick={onRemove}>
            {t("form.removePartner", { n: place })}
          </Button>
        </div>
      )}
    </fieldset>
  );
}

/** One row per partner; the first always stands there, since a cooperation has two sides. */
export function PartnerRows({ given = [] }: { given?: readonly GivenPartner[] }) {
  const t = useTranslations("projects.form");
  const { kept } = use(FormContext);
  const [rows, setRows] = useState(() => {
    const drafted = draftRows(kept.keys());
    return drafted.length > 0 ? drafted : numbers(Math.max(1, given.length));
  });
  return (
    <div className="flex flex-col gap-4">
      {rows.map((row, index) => (
        <PartnerRow
          key={row}
          place={index + 1}
          row={row}
          given={given[row]}
          onRemove={
            rows.length > 1 ? () => setRows((all) => all.filter((one) => one !== row)) : undefined
          }
        />
      ))}
      {rows.length < MOST && (
        <div>
          <Button onClick={() => setRows((all) => [...all, Math.max(...all) + 1])}>
            {t("addPartner")}
          </Button>
        </div>
      )}
    </div>
  );
}
