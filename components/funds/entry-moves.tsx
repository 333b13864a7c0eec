"use client";

import { useTranslations } from "next-intl";
import {
  approveEntryAction,
  askEntryAction,
  checkEntryAction,
  discardEntryAction,
  holdEntryAction,
  postEntryAction,
  rejectEntryAction,
  resumeEntryAction,
  reverseEntryAction,
  submitEntryAction,
} from "@/lib/features/funds/actions";
import type { Entry } from "@/lib/features/funds/schema/entries";
import { ActionForm } from "../forms/action-form";
import { TextAreaField } from "../forms/fields";

type Props = { tenant: string; entry: Entry };

const steps = {
  check: { action: checkEntryAction, done: "checked", question: "checkQuestion" },
  approve: { action: approveEntryAction, done: "approved", question: "approveQuestion" },
  post: { action: postEntryAction, done: "posted", question: "postQuestion" },
} as const;

/** The step that waits: one button and one question. */
function StepForm({ tenant, entry, step }: Props & { step: keyof typeof steps }) {
  const t = useTranslations("funds.entry");
  const { action, done, question } = steps[step];
  return (
    <ActionForm
      action={action}
      tenant={tenant}
      hidden={{ id: entry.id, version: entry.version }}
      submitLabel={t(step)}
      confirmLabel={t(question)}
      successMessage={t(done)}
    />
  );
}

const stops = {
  ask: { action: askEntryAction, done: "asked", hint: "askHint" },
  hold: { action: holdEntryAction, done: "held", hint: undefined },
  reject: { action: rejectEntryAction, done: "rejected", hint: undefined },
  discard: { action: discardEntryAction, done: "discarded", hint: "discardHint" },
} as const;

function StopForm({ tenant, entry, stop }: Props & { stop: keyof typeof stops }) {
  const t = useTranslations("funds.entry");
  const { action, done, hint } = stops[stop];
  return (
    <details className="rounded border border-line bg-surface">
      <summary className="min-h-11 cursor-pointer px-4 py-2.5">{t(stop)}</summary>
      <div className="px-4 pt-1 pb-4">
        <ActionForm
          action={action}
          tenant={tenant}
          hidden={{ id: entry.id, version: entry.version }}
          submitLabel={t(stop)}
          submitVariant={stop === "reject" || stop === "discard" ? "danger" : "secondary"}
          successMessage={t(done)}
          draftKey={`${stop}-${entry.id}`}
        >
          <TextAreaField
            name="reason"
            label={t("reason")}
            hint={hint && t(hint)}
            required
            rows={2}
            maxLength={500}
          />
        </ActionForm>
      </div>
    </details>
  );
}

function ReverseForm({ tenant, entry }: Props) {
  const t = useTranslations("funds.entry");
  return (
    <ActionForm
      action={reverseEntryAction}
      tenant={tenant}
      hidden={{ id: entry.id }}
      submitLabel={t("reverse")}
      submitVariant="danger"
      successMessage={t("reversed")}
      successHref={`/a/${tenant}/funds/entries/{id}`}
      draftKey={`reverse-${entry.id}`}
    >
      <TextAreaField
        name="reason"
        label={t("reason")}
        hint={t("reverseHint")}
        required
        rows={2}
        maxLength={500}
      />
    </ActionForm>
  );
}

/** Hands in a draft; or answers the one thing that was asked. */
function SubmitForm({ tenant, entry }: Props) {
  const t = useTranslations("funds.entry");
  return (
    <ActionForm
      action={submitEntryAction}
      tenant={tenant}
      hidden={{ id: entry.id, version: entry.version }}
      submitLabel={t("submit")}
      successMessage={t("submitted")}
      draftKey={`submit-${entry.id}`}
    >
      {entry.state === "incomplete" && (
        <TextAreaField name="answer" label={t("answer")} required rows={2} maxLength={500} />
      )}
    </ActionForm>
  );
}

/** What the reader may do to the entry: the step that waits first, then what halts it. */
export function EntryMoves({ tenant, entry }: Props) {
  const t = useTranslations("funds.entry");
  const { actions } = entry;
  const props = { tenant, entry };
  const idle = !Object.values(actions).includes(true);
  return (
    <div className="flex max-w-xl flex-col gap-4">
      {actions.submit && <SubmitForm {...props} />}
      {(["check", "approve", "post"] as const).map(
        (step) => actions[step] && <StepForm key={step} {...props} step={step} />,
      )}
      {actions.resume && (
        <ActionForm
          action={resumeEntryAction}
          tenant={tenant}
          hidden={{ id: entry.id, version: entry.version }}
          submitLabel={t("resume")}
          successMessage={t("resumed")}
        />
      )}
      {(["ask", "hold", "reject", "discard"] as const).map(
        (stop) => actions[stop] && <StopForm key={stop} {...props} stop={stop} />,
      )}
      {actions.reverse && <ReverseForm {...props} />}
      {idle && <p className="text-muted">{t("nothing")}</p>}
    </div>
  );
}
