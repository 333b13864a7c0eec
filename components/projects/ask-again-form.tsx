"use client";

import { useTranslations } from "next-intl";
import { askAgainAction } from "@/lib/features/projects/actions";
import type { Project } from "@/lib/features/projects/schema/projects";
import { ActionForm } from "../forms/action-form";
import { DateField, TextAreaField, TextField } from "../forms/fields";
import { PartnerRows } from "./partner-rows";

/** The lead revises what a partner declined, or asks again as it was. */
export function AskAgainForm({ tenant, project }: { tenant: string; project: Project }) {
  const t = useTranslations("projects");
  if (!project.inside) return null;
  const { version, summary, parties } = project.inside;
  return (
    <ActionForm
      action={askAgainAction}
      tenant={tenant}
      hidden={{ id: project.id, version }}
      submitLabel={t("move.ask_again")}
      successMessage={t("move.asked")}
      draftKey={`ask-again-${project.id}-${version}`}
    >
      <p className="text-sm text-muted">{t("move.askAgainHint")}</p>
      <TextField
        name="title"
        label={t("form.name")}
        required
        maxLength={200}
        defaultValue={project.title}
      />
      <PartnerRows given={parties.filter((party) => party.role !== "lead")} />
      <div className="flex flex-wrap gap-4">
        <DateField
          name="startsOn"
          label={t("form.startsOn")}
          required
          defaultValue={project.startsOn}
        />
        <DateField name="endsOn" label={t("form.endsOn")} required defaultValue={project.endsOn} />
      </div>
      <TextAreaField
        name="summary"
        label={t("form.summary")}
        required
        rows={4}
        maxLength={2000}
        defaultValue={summary}
      />
    </ActionForm>
  );
}
