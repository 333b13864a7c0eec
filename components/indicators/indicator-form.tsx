"use client";

import { useTranslations } from "next-intl";
import { useId, useState } from "react";
import { removeIndicatorAction, saveIndicatorAction } from "@/lib/features/indicators/actions";
import type { IndicatorView, SetView } from "@/lib/features/indicators/schema";
import {
  indicatorAggregations,
  indicatorDirections,
  indicatorKinds,
  yearBases,
} from "@/lib/features/indicators/types";
import { ActionForm } from "../forms/action-form";
import { CheckboxField, SelectField, TextAreaField, TextField } from "../forms/fields";
import { Choices } from "../ui/choices";
import { controlClass } from "../ui/control";

const labelOf = (node: IndicatorView): string => `${node.code} ${node.nameZh}`;

function Words({ given, parents }: { given?: IndicatorView; parents: readonly IndicatorView[] }) {
  const t = useTranslations("indicators");
  const options = <K extends string>(keys: readonly K[], word: (key: K) => string) =>
    keys.map((value) => ({ value, label: word(value) }));
  return (
    <>
      <TextField
        name="code"
        label={t("field.code")}
        required
        maxLength={20}
        defaultValue={given?.code}
      />
      <TextField
        name="nameZh"
        label={t("field.name")}
        required
        maxLength={200}
        defaultValue={given?.nameZh}
      />
      <TextField
        name="nameEn"
        label={t("field.nameEn")}
        maxLength={200}
        defaultValue={given?.nameEn}
      />
      {!given && (
        <SelectField
          name="parentId"
          label={t("field.parent")}
          options={parents.map((node) => ({ value: node.id, label: labelOf(node) }))}
        />
      )}
      <TextAreaField
        name="definition"
        label={t("field.definition")}
        rows={2}
        maxLength={1000}
        defaultValue={given?.definition}
      />
      <SelectField
        name="kind"
        label={t("field.kind")}
        options={options(
          indicatorKinds,
          (kind) => `${t(`kind.${kind}`)} — ${t(`kindHint.${kind}`)}`,
        )}
        defaultValue={given?.kind}
      />
      <TextField
        name="unitZh"
        label={t("field.unit")}
        maxLength={30}
        defaultValue={given?.unitZh}
      />
      <TextField
        name="unitEn"
        label={t("field.unitEn")}
        maxLength={40}
        defaultValue={given?.unitEn}
      />
      <SelectField
        name="aggregation"
        label={t("field.aggregation")}
        options={options(indicatorAggregations, (key) => t(`aggregation.${key}`))}
        defaultValue={given?.aggregation}
      />
      <SelectField
        name="direction"
        label={t("field.direction")}
        required
        options={options(indicatorDirections, (key) => t(`direction.${key}`))}
        defaultValue={given?.direction ?? "neither"}
      />
      <SelectField
        name="yearBasis"
        label={t("field.yearBasis")}
        required
        options={options(yearBases, (key) => t(`yearBasis.${key}`))}
        defaultValue={given?.yearBasis ?? "calendar"}
      />
    </>
  );
}

function Numbers({ given }: { given?: IndicatorView }) {
  const t = useTranslations("indicators.field");
  const weight = given?.weight === null || !given ? undefined : String(given.weight / 100);
  return (
    <>
      <TextField name="weight" label={t("weight")} inputMode="decimal" defaultValue={weight} />
      <TextField
        name="target"
        label={t("target")}
        inputMode="decimal"
        defaultValue={given?.target}
      />
      <TextField
        name="lowest"
        label={t("lowest")}
        inputMode="decimal"
        defaultValue={given?.lowest}
      />
      <TextField
        name="highest"
        label={t("highest")}
        inputMode="decimal"
        defaultValue={given?.highest}
      />
      <TextField
        name="partOfCode"
        label={t("partOf")}
        maxLength={20}
        defaultValue={given?.partOfCode}
      />
      <CheckboxField
        name="evidenceRequired"
        label={t("evidenceRequired")}
        defaultChecked={given?.evidenceRequired}
      />
      <TextAreaField
        name="evidence"
        label={t("evidence")}
        rows={3}
        maxLength={1000}
        defaultValue={given?.evidence}
      />
      <CheckboxField name="veto" label={t("veto")} defaultChecked={given?.veto} />
    </>
  );
}

/** Adds a node, or changes the one that is chosen. */
export function IndicatorForm({ tenant, set }: { tenant: string; set: SetView }) {
  const t = useTranslations("indicators");
  const [chosen, choose] = useState("");
  const id = useId();
  const given = set.indicators.find((node) => node.id === chosen);
  const hidden = { setId: set.id, version: set.version, ...(given && { indicatorId: given.id }) };
  const parents = set.indicators.filter(({ kind, level }) => kind === null && level < 3);
  const leaf = given && !set.indicators.some(({ parentCode }) => parentCode === given.code);
  return (
    <div className="flex flex-col gap-5">
      <label htmlFor={id} className="flex flex-col gap-1 font-medium">
        {t("which")}
        <Choices
          id={id}
          className={controlClass}
          value={chosen}
          onChange={(event) => choose(event.target.value)}
          choices={[
            ["", t("add")],
            ...set.indicators.map((node) => [node.id, labelOf(node)] as const),
          ]}
        />
      </label>
      <ActionForm
        key={chosen}
        action={saveIndicatorAction}
        tenant={tenant}
        hidden={hidden}
        submitLabel={t(given ? "change" : "add")}
        successMessage={t("saved")}
      >
        <Words given={given} parents={parents} />
        <Numbers given={given} />
      </ActionForm>
      {leaf && (
        <ActionForm
          action={removeIndicatorAction}
          tenant={tenant}
          hidden={hidden}
          submitLabel={t("remove")}
          submitVariant="danger"
          successMessage={t("removed")}
        />
      )}
    </div>
  );
}
