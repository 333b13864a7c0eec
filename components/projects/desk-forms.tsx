"use client";

import { useTranslations } from "next-intl";
import { declareConflictAction, submitScoresAction } from "@/lib/features/projects/actions";
import { criteriaOf } from "@/lib/features/projects/rules/panels";
import type { PanelView } from "@/lib/features/projects/schema/panels";
import { panelVotes } from "@/lib/features/projects/types";
import { ActionForm } from "../forms/action-form";
import { RadioField, TextAreaField, TextField } from "../forms/fields";
import { StepForm } from "../forms/step-form";

/** The gate: nothing opens before one of the two is said. */
export function DeclareForms({ tenant, panelId }: { tenant: string; panelId: string }) {
  const t = useTranslations("projects.desk");
  return (
    <div className="flex flex-col gap-3">
      <ActionForm
        action={declareConflictAction}
        tenant={tenant}
        hidden={{ panelId, answer: "none" }}
        submitLabel={t("none")}
        successMessage={t("declared")}
      />
      <StepForm
        label={t("conflict")}
        action={declareConflictAction}
        tenant={tenant}
        hidden={{ panelId, answer: "conflict" }}
        done={t("declared")}
        variant="danger"
      >
        <TextAreaField name="note" label={t("conflictNote")} required rows={2} maxLength={500} />
      </StepForm>
    </div>
  );
}

const namesOf = (kind: PanelView["kind"]) =>
  Object.entries(criteriaOf[kind]) as [
    (
      | "need"
      | "method"
      | "team"
      | "benefit"
      | "progress"
      | "quality"
      | "money"
      | "targets"
      | "evidence"
    ),
    number,
  ][];

/** The sheet, written blind. */
export function ScoreForm({
  tenant,
  panel,
  own,
}: {
  tenant: string;
  panel: PanelView;
  own: PanelView["seats"][number];
}) {
  const t = useTranslations("projects");
  return (
    <ActionForm
      action={submitScoresAction}
      tenant={tenant}
      hidden={{ panelId: panel.id }}
      submitLabel={own.submitted ? t("desk.resubmit") : t("desk.submit")}
      successMessage={t("desk.submitted")}
      draftKey={`score-${panel.id}-${panel.version}`}
    >
      <div className="grid gap-3 sm:grid-cols-2">
        {namesOf(panel.kind).map(([name, most]) => (
          <TextField
            key={name}
            name={`scores.${name}`}
            label={t("desk.points", { name: t(`criterion.${name}`), most: String(most) })}
            required
            inputMode="numeric"
            defaultValue={own.scores?.[name]?.toString()}
          />
        ))}
      </div>
      {panel.kind === "acceptance" && (
        <RadioField
          name="vote"
          label={t("desk.voteLabel")}
          required
          options={panelVotes.map((value) => ({ value, label: t(`panel.votes.${value}`) }))}
        />
      )}
      <TextAreaField
        name="comment"
        label={t("desk.comment")}
        required
        rows={4}
        maxLength={2000}
        defaultValue={own.comment}
      />
    </ActionForm>
  );
}
