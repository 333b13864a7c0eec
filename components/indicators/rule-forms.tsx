"use client";

import { useTranslations } from "next-intl";
import { useState } from "react";
import { setRulesAction } from "@/lib/features/indicators/actions";
import type { RuleView, SetView } from "@/lib/features/indicators/schema";
import { strengths } from "@/lib/features/indicators/types";
import { ActionForm } from "../forms/action-form";
import { SelectField, TextField } from "../forms/fields";
import { Button } from "../ui/button";

type Line = { key: number; rule?: RuleView };

/** All checks of the draft as lines of one form, so that they are saved together. */
export function RulesForm({ tenant, set }: { tenant: string; set: SetView }) {
  const t = useTranslations("indicators");
  const [lines, setLines] = useState<Line[]>(() => set.rules.map((rule, key) => ({ key, rule })));
  const add = () =>
    setLines((all) => [...all, { key: Math.max(-1, ...all.map(({ key }) => key)) + 1 }]);
  return (
    <ActionForm
      action={setRulesAction}
      tenant={tenant}
      hidden={{ setId: set.id, version: set.version }}
      submitLabel={t("saveRules")}
      successMessage={t("saved")}
      secondary={<Button onClick={add}>{t("addRule")}</Button>}
    >
      <p className="text-sm text-muted">{t("rulesHint")}</p>
      {lines.map(({ key, rule }, place) => (
        <fieldset key={key} className="flex flex-col gap-3 border-l-2 border-line pl-3">
          <legend className="font-medium">{t("ruleOf", { place: place + 1 })}</legend>
          <TextField
            name={`rules.${key}.expression`}
            label={t("field.expression")}
            required
            maxLength={300}
            defaultValue={rule?.expression}
          />
          <SelectField
            name={`rules.${key}.strength`}
            label={t("field.strength")}
            required
            options={strengths.map((value) => ({ value, label: t(`strength.${value}`) }))}
            defaultValue={rule?.strength}
          />
          <TextField
            name={`rules.${key}.note`}
            label={t("field.note")}
            required
            maxLength={300}
            defaultValue={rule?.note}
          />
          <div>
            <Button
              variant="quiet"
              onClick={() => setLines((all) => all.filter((line) => line.key !== key))}
            >
              {t("removeRule")}
            </Button>
          </div>
        </fieldset>
      ))}
    </ActionForm>
  );
}
