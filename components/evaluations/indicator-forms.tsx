"use client";

import { useLocale, useTranslations } from "next-intl";
import { useState } from "react";
import {
  addIndicatorAction,
  removeIndicatorAction,
  updateIndicatorAction,
} from "@/lib/features/evaluations/actions";
import {
  fieldsOf,
  isMeasured,
  mayBeBlank,
  type RuleField,
} from "@/lib/features/evaluations/rules/columns";
import type { IndicatorView, SchemeView } from "@/lib/features/evaluations/schema/schemes";
import { itemLevels, type RuleKind, ruleKinds } from "@/lib/features/evaluations/types";
import { ActionForm } from "../forms/action-form";
import { SelectField, TextField } from "../forms/fields";
import { Fold } from "../ui/fold";
import { plain } from "./use-sentence";

type Props = { tenant: string; scheme: SchemeView };
type Of = Props & { indicator: IndicatorView };

const isKind = (text: string): text is RuleKind => ruleKinds.some((kind) => kind === text);

const givenOf = (indicator: IndicatorView | undefined, field: RuleField): string | undefined => {
  const level = itemLevels.find((one) => one === field);
  if (level) {
    const found = indicator?.levels.find((one) => one.level === level)?.points;
    return found && plain(found);
  }
  const given = indicator?.[field as Exclude<RuleField, (typeof itemLevels)[number]>];
  return given ? plain(given) : undefined;
};

/** What the chosen kind asks for. */
function RuleFields({ scheme, indicator }: { scheme: SchemeView; indicator?: IndicatorView }) {
  const t = useTranslations("evaluations.schemes");
  const english = useLocale() === "en";
  const [kind, setKind] = useState<RuleKind | null>(indicator?.kind ?? null);
  const fields: readonly RuleField[] = kind ? fieldsOf[kind] : [];
  return (
    // The change of the choice inside arrives here.
    <div
      className="flex flex-col gap-5"
      onChange={({ target }) => {
        if (target instanceof HTMLSelectElement && target.name === "kind") {
          setKind(isKind(target.value) ? target.value : null);
        }
      }}
    >
      <SelectField
        name="kind"
        label={t("field.kind")}
        hint={t("field.kindHint")}
        defaultValue={indicator?.kind}
        options={ruleKinds.map((value) => ({ value, label: t(`kind.${value}`) }))}
      />
      {fields.length > 0 && (
        <div className="grid gap-3 sm:grid-cols-2">
          {fields.map((field) => (
            <TextField
              key={field}
              name={field}
              label={t(`field.${field}`)}
              required={!mayBeBlank.includes(field)}
              inputMode="decimal"
              defaultValue={givenOf(indicator, field) ?? (field === "cap" ? "100" : undefined)}
            />
          ))}
        </div>
      )}
      {kind && (
        <TextField
          name="unit"
          label={t("field.unit")}
          maxLength={20}
          defaultValue={indicator?.unit}
        />
      )}
      {isMeasured(kind) && (
        <SelectField
          name="metricCode"
          label={t("field.metricCode")}
          hint={t("field.metricHint")}
          defaultValue={indicator?.metricCode}
          options={scheme.metrics.map(({ code, nameZh, nameEn }) => ({
            value: code,
            label: `${code} ${english ? nameEn : nameZh}`,
          }))}
        />
      )}
      {kind && (
        <TextField
          name="evidence"
          label={t("field.evidence")}
          maxLength={300}
          defaultValue={indicator?.evidence}
        />
      )}
    </div>
  );
}

function NodeFields({ scheme, indicator }: { scheme: SchemeView; indicator?: IndicatorView }) {
  const t = useTranslations("evaluations.schemes.field");
  return (
    <>
      <div className="grid gap-3 sm:grid-cols-[8rem_1fr_8rem]">
        <TextField
          name="code"
          label={t("code")}
          hint={t("codeHint")}
          required
          maxLength={20}
          defaultValue={indicator?.code}
        />
        <TextField
          name="name"
          label={t("indicator")}
          required
          maxLength={200}
          defaultValue={indicator?.name}
        />
        <TextField
          name="weight"
          label={t("weight")}
          hint={t("weightHint")}
          required
          inputMode="decimal"
          defaultValue={indicator && plain(indicator.weight)}
        />
      </div>
      <RuleFields scheme={scheme} {...(indicator && { indicator })} />
    </>
  );
}

export function AddIndicatorForm({ tenant, scheme }: Props) {
  const t = useTranslations("evaluations.schemes");
  const headings = scheme.indicators.filter(({ kind, depth }) => kind === null && depth < 3);
  return (
    <ActionForm
      key={scheme.version}
      action={addIndicatorAction}
      tenant={tenant}
      hidden={{ schemeId: scheme.id, version: scheme.version }}
      submitLabel={t("add")}
      successMessage={t("added")}
    >
      {headings.length > 0 && (
        <SelectField
          name="parentId"
          label={t("field.parent")}
          options={headings.map(({ id, code, name }) => ({ value: id, label: `${code} ${name}` }))}
        />
      )}
      <NodeFields scheme={scheme} />
    </ActionForm>
  );
}

/** Folded below the indicator that it changes. */
export function IndicatorActions({ tenant, scheme, indicator }: Of) {
  const t = useTranslations("evaluations.schemes");
  const hidden = { schemeId: scheme.id, version: scheme.version, indicatorId: indicator.id };
  const { code, name } = indicator;
  return (
    <Fold label={t("change", { code })}>
      <div className="flex flex-col gap-4 border-l-2 border-line pl-3">
        <ActionForm
          key={scheme.version}
          action={updateIndicatorAction}
          tenant={tenant}
          hidden={hidden}
          submitLabel={t("save")}
          submitVariant="secondary"
          successMessage={t("saved")}
        >
          <NodeFields scheme={scheme} indicator={indicator} />
        </ActionForm>
        <ActionForm
          action={removeIndicatorAction}
          tenant={tenant}
          hidden={hidden}
          submitLabel={t("remove", { code })}
          submitVariant="danger"
          confirmLabel={t("removeConfirm", { name })}
          successMessage={t("removed")}
        />
      </div>
    </Fold>
  );
}
