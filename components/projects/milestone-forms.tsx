"use client";

import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import {
  acceptMilestoneAction,
  beginMilestoneAction,
  reopenMilestoneAction,
  returnMilestoneAction,
  submitMilestoneAction,
  waiveMilestoneAction,
} from "@/lib/features/projects/actions";
import type { MilestoneView } from "@/lib/features/projects/schema/milestones";
import { ActionForm } from "../forms/action-form";
import { FileField, TextAreaField } from "../forms/fields";
import { StepForm } from "../forms/step-form";
import { ResolutionField } from "./change-forms";

type Props = { tenant: string; milestone: MilestoneView };
type Choice = { id: string; label: string };

function Submit({ tenant, milestone }: Props) {
  const t = useTranslations("projects.milestone");
  const { id, version, criteria } = milestone;
  return (
    <StepForm
      label={t("submit")}
      action={submitMilestoneAction}
      tenant={tenant}
      hidden={{ milestoneId: id, version }}
      done={t("done")}
      variant="primary"
      draftKey={`milestone-${id}-${version}`}
    >
      {criteria.map((one, index) => (
        <div key={one.id} className="flex flex-col gap-3">
          <input type="hidden" name={`evidence.${index}.criterionId`} value={one.id} />
          <TextAreaField
            name={`evidence.${index}.text`}
            label={t("evidenceFor", { text: one.text })}
            required
            rows={2}
            maxLength={1000}
          />
          <FileField name={`evidence.${index}.fileId`} label={t("file")} tenant={tenant} />
        </div>
      ))}
    </StepForm>
  );
}

const reasoned = {
  return: returnMilestoneAction,
  waive: waiveMilestoneAction,
  reopen: reopenMilestoneAction,
} as const;

function Reasoned({
  tenant,
  milestone,
  move,
  children,
}: Props & { move: keyof typeof reasoned; children?: ReactNode }) {
  const t = useTranslations("projects.milestone");
  return (
    <StepForm
      label={t(move)}
      action={reasoned[move]}
      tenant={tenant}
      hidden={{ milestoneId: milestone.id, version: milestone.version }}
      done={t("done")}
      variant={move === "return" ? "secondary" : "danger"}
    >
      <TextAreaField
        name="reason"
        label={t("reason")}
        hint={move === "reopen" ? t("reopenHint") : undefined}
        required
        rows={2}
        maxLength={500}
      />
      {children}
    </StepForm>
  );
}

/** What the reader may do with one milestone. */
export function MilestoneForms({
  tenant,
  milestone,
  resolutions,
}: Props & { resolutions: readonly Choice[] }) {
  const t = useTranslations("projects.milestone");
  const { may, id, version } = milestone;
  const byBody = milestone.authority === "committee" || milestone.authority === "council";
  const key = { tenant, hidden: { milestoneId: id, version }, successMessage: t("done") };
  return (
    <div className="flex flex-col gap-2">
      {may.own && <p className="text-sm text-muted">{t("own")}</p>}
      {may.begin && (
        <ActionForm
          {...key}
          action={beginMilestoneAction}
          submitLabel={t("begin")}
          submitVariant="secondary"
        />
      )}
      {may.decide && (
        <ActionForm
          {...key}
          action={acceptMilestoneAction}
          submitLabel={t("accept")}
          confirmLabel={t("acceptQuestion")}
        />
      )}
      {may.submit && <Submit tenant={tenant} milestone={milestone} />}
      {may.decide && <Reasoned tenant={tenant} milestone={milestone} move="return" />}
      {may.waive && <Reasoned tenant={tenant} milestone={milestone} move="waive" />}
      {may.reopen && (
        <Reasoned tenant={tenant} milestone={milestone} move="reopen">
          {byBody && <ResolutionField resolutions={resolutions} />}
        </Reasoned>
      )}
    </div>
  );
}
