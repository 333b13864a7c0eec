"use client";

import { useTranslations } from "next-intl";
import { useState } from "react";
import { CheckboxField, SelectField, TextAreaField, TextField } from "@/components/forms/fields";
import type { Option } from "@/components/forms/types";
import { matters } from "@/lib/features/bodies/types";
import type { EffectChoices } from "@/lib/features/meetings/schema/effects";
import type { ItemView } from "@/lib/features/meetings/schema/live";
import { itemKinds } from "@/lib/features/meetings/types";
import { EffectFields } from "./effect-fields";

/** Applications and projects that an item may be about, and what a vote on it may bring about. */
export type Links = { applications: Option[]; projects: Option[]; effects: EffectChoices };

/** What an item is about, and what a carried vote on it does. */
export function AgendaItemFields({
  item,
  links,
  today,
}: {
  item?: ItemView;
  links: Links;
  today: string;
}) {
  const t = useTranslations("meetings");
  const m = useTranslations("bodies.matter");
  const [applicationId, setApplicationId] = useState("");
  // Whoever names an application means its admission: what the vote does and its matter follow, and may be changed.
  const admits = links.effects.admit.some(({ id }) => id === applicationId);
  return (
    <>
      <TextField
        name="title"
        label={t("item.name")}
        required
        maxLength={200}
        defaultValue={item?.title}
      />
      <div className="grid gap-5 sm:grid-cols-2">
        <SelectField
          name="kind"
          label={t("item.kind")}
          required
          defaultValue={item?.kind ?? "decide"}
          options={itemKinds.map((kind) => ({ value: kind, label: t(`itemKind.${kind}`) }))}
        />
        <SelectField
          key={String(admits)}
          name="matter"
          label={t("item.matter")}
          hint={t("agendaForm.matterHint")}
          defaultValue={admits ? "membership" : (item?.matter ?? "ordinary")}
          options={matters.map((matter) => ({ value: matter, label: m(matter) }))}
        />
      </div>
      <TextField
        name="proposer"
        label={t("agendaForm.proposer")}
        maxLength={200}
        defaultValue={item?.proposer ?? ""}
      />
      <TextAreaField
        name="explanation"
        label={t("agendaForm.explanation")}
        maxLength={5000}
        rows={3}
        defaultValue={item?.explanation ?? ""}
      />
      {links.applications.length > 0 && (
        <div
          onChange={(event) => {
            if (event.target instanceof HTMLSelectElement) setApplicationId(event.target.value);
          }}
        >
          <SelectField
            name="applicationId"
            label={t("item.application")}
            defaultValue={item?.applicationId ?? ""}
            options={links.applications}
          />
        </div>
      )}
      {links.projects.length > 0 && (
        <SelectField
          name="projectId"
          label={t("agendaForm.project")}
          hint={t("agendaForm.projectHint")}
          defaultValue={item?.projectId ?? ""}
          options={links.projects}
        />
      )}
      <EffectFields
        key={admits ? applicationId : ""}
        choices={links.effects}
        today={today}
        effect={admits ? { kind: "admit", applicationId } : item?.effect}
      />
      <CheckboxField
        name="partyPrior"
        label={t("item.partyPrior")}
        defaultChecked={item?.partyPrior}
      />
      <CheckboxField
        name="guarded"
        label={t("agendaForm.guarded")}
        hint={t("agendaForm.guardedHint")}
        defaultChecked={item?.guarded}
      />
    </>
  );
}
