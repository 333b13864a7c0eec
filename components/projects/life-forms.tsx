"use client";

import { useTranslations } from "next-intl";
import {
  archiveProjectAction,
  closeProjectAction,
  followProjectAction,
  proposeRegistrationAction,
  proposeTerminationAction,
  recallProjectAction,
  requestAcceptanceAction,
  resumeProjectAction,
  settleProjectAction,
  suspendProjectAction,
} from "@/lib/features/projects/actions";
import { ActionForm } from "../forms/action-form";
import { FileField, TextAreaField, TextField } from "../forms/fields";
import { StepForm } from "../forms/step-form";

type Props = { tenant: string; id: string; version: number };
const key = ({ tenant, id, version }: Props) => ({ tenant, hidden: { id, version } });

const plain = {
  resume: { action: resumeProjectAction, done: "resumed", question: "resumeQuestion" },
  close: { action: closeProjectAction, done: "closed", question: "closeQuestion" },
  archive: { action: archiveProjectAction, done: "archived", question: "archiveQuestion" },
} as const;

/** A step that takes nothing but a yes. */
export function PlainMove({ move, ...props }: Props & { move: keyof typeof plain }) {
  const t = useTranslations("projects.move");
  const { action, done, question } = plain[move];
  return (
    <ActionForm
      {...key(props)}
      action={action}
      submitLabel={t(move)}
      confirmLabel={t(question)}
      successMessage={t(done)}
    />
  );
}

export function RecallMove(props: Props) {
  const t = useTranslations("projects.move");
  return (
    <StepForm
      {...key(props)}
      label={t("recall")}
      action={recallProjectAction}
      done={t("recalled")}
    />
  );
}

/** 核对通过 → 提请决定. */
export function ProposeMove(props: Props) {
  const t = useTranslations("projects.decision");
  return (
    <StepForm
      {...key(props)}
      label={t("propose")}
      action={proposeRegistrationAction}
      done={t("proposed")}
      variant="primary"
    >
      <TextAreaField name="reason" label={t("proposeReason")} required rows={2} maxLength={1000} />
    </StepForm>
  );
}

export function AcceptanceMove(props: Props) {
  const t = useTranslations("projects");
  return (
    <StepForm
      {...key(props)}
      label={t("move.request_acceptance")}
      action={requestAcceptanceAction}
      done={t("move.requestedAcceptance")}
      variant="primary"
    >
      <TextAreaField
        name="statement"
        label={t("move.statement")}
        required
        rows={4}
        maxLength={1000}
      />
      <FileField name="fileId" label={t("form.file")} tenant={props.tenant} />
    </StepForm>
  );
}

export function SettleMove(props: Props) {
  const t = useTranslations("projects.move");
  return (
    <StepForm
      {...key(props)}
      label={t("settle")}
      action={settleProjectAction}
      done={t("settled")}
      variant="primary"
    >
      <TextAreaField name="settlement" label={t("settlement")} required rows={4} maxLength={2000} />
    </StepForm>
  );
}

export function FollowMove(props: Props) {
  const t = useTranslations("projects.move");
  return (
    <StepForm {...key(props)} label={t("follow")} action={followProjectAction} done={t("followed")}>
      <TextField name="years" label={t("years")} required inputMode="numeric" defaultValue="3" />
    </StepForm>
  );
}

const reasoned = {
  suspend: { action: suspendProjectAction, done: "suspended" },
  terminate: { action: proposeTerminationAction, done: "terminated" },
} as const;

export function StopMove({ move, ...props }: Props & { move: keyof typeof reasoned }) {
  const t = useTranslations("projects.move");
  const { action, done } = reasoned[move];
  return (
    <StepForm {...key(props)} label={t(move)} action={action} done={t(done)} variant="danger">
      <TextAreaField name="reason" label={t("reason")} required rows={2} maxLength={500} />
    </StepForm>
  );
}
