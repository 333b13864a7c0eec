"use client";

import { useTranslations } from "next-intl";
import { type FormEvent, type ReactNode, useEffect, useMemo, useRef, useState } from "react";
import { Button, type ButtonVariant } from "../ui/button";
import { ToneMark } from "../ui/tone";
import { ConfirmDialog } from "./confirm-dialog";
import { FormContext, type Kept } from "./context";
import { dropDraft, loadDraft, saveDraft } from "./draft";
import { useLeaveGuard } from "./leave-guard";
import { subjectOf } from "./subject";
import { Summary } from "./summary";
import type { SubmitAction } from "./types";
import { useSubmission } from "./use-submission";

type Props<I, T> = {
  action: SubmitAction<I, T>;
  /** The slug of the alliance of the page; "" where there is none. */
  tenant?: string;
  /** What the page knows and the person does not type: ids, the version the form was opened with. */
  hidden?: Record<string, unknown>;
  submitLabel: string;
  submitVariant?: ButtonVariant;
  successMessage?: string;
  /** Where to go afterwards; "{id}" stands for a value of the answer. Without it the page is read again. */
  successHref?: string;
  /** Keeps what is typed in this browser under this name until it is submitted. */
  draftKey?: string;
  /** A question to answer before sending. */
  confirmLabel?: string;
  /** Beside the submit button: a link back, for instance. */
  secondary?: ReactNode;
  children?: ReactNode;
};

/** What a draft holds, and a number that grows when the fields must be drawn anew. */
function useDraft(draftKey: string | undefined) {
  const [state, setState] = useState({ round: 0, kept: new Map<string, Kept>(), restored: false });
  useEffect(() => {
    const kept = draftKey ? loadDraft(draftKey) : undefined;
    if (kept?.size) setState((before) => ({ round: before.round + 1, kept, restored: true }));
  }, [draftKey]);
  const clear = () =>
    setState((before) => ({ round: before.round + 1, kept: new Map(), restored: false }));
  return { ...state, clear };
}

/**
 * A form over one action. React clears uncontrolled fields after a form's `action`, even after an error; hence
 * `onSubmit`, and whatever goes wrong, what was typed stays.
 */
function Form<I, T>(props: Props<I, T>) {
  const { tenant = "", hidden = {}, submitLabel, draftKey, confirmLabel } = props;
  const t = useTranslations("common.form");
  const form = useRef<HTMLFormElement>(null);
  const dialog = useRef<HTMLDialogElement>(null);
  const status = useRef<HTMLDivElement>(null);
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);
  const dirty = useRef(false);
  const draft = useDraft(draftKey);
  const forget = () => {
    clearTimeout(timer.current);
    dirty.current = false;
    if (draftKey) dropDraft(draftKey);
  };
  const successMessage = props.successMessage ?? t("saved");
  const { problem, done, pending, check, submit } = useSubmission({
    action: props.action,
    tenant,
    hidden,
    successHref: props.successHref,
    successMessage,
    onSuccess: forget,
    onReset: draft.clear,
  });
  useLeaveGuard(dirty, t("leave"));
  useEffect(() => {
    if (done) status.current?.focus();
  }, [done]);

  const context = useMemo(
    () => ({
      tenant,
      code: problem?.code,
      kept: draft.kept,
      faults: new Map((problem?.faults ?? []).map(({ name, text }) => [name, text])),
    }),
    [tenant, draft.kept, problem],
  );

  const onInput = () => {
    dirty.current = true;
    clearTimeout(timer.current);
    timer.current = setTimeout(() => {
      if (draftKey && form.current && dirty.current) saveDraft(draftKey, form.current);
    }, 300);
  };

  const onSubmit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    if (pending || !check(event.currentTarget)) return;
    if (confirmLabel) dialog.current?.showModal();
    else submit(event.currentTarget);
  };

  return (
    <FormContext value={context}>
      <form
        ref={form}
        noValidate
        aria-busy={pending}
        onSubmit={onSubmit}
        onInput={onInput}
        className="flex flex-col gap-5"
      >
        {problem && <Summary problem={problem} />}
        {done && (
          <div
            ref={status}
            role="status"
            tabIndex={-1}
            className="flex items-center gap-2 rounded border border-ok/40 bg-ok-soft px-3 py-2"
          >
            <ToneMark tone="ok" />
            {successMessage}
          </div>
        )}
        {draft.restored && (
          <p className="flex flex-wrap items-center gap-x-3 rounded border border-line bg-sunken px-3 py-2 text-sm">
            {t("draftRestored")}
            <Button
              variant="quiet"
              onClick={() => {
                forget();
                draft.clear();
              }}
            >
              {t("draftDiscard")}
            </Button>
          </p>
        )}
        {props.children && (
          <div key={draft.round} className="flex flex-col gap-5">
            {props.children}
          </div>
        )}
        <div className="flex flex-wrap items-center gap-3">
          <Button type="submit" variant={props.submitVariant ?? "primary"} aria-disabled={pending}>
            {pending ? t("pending") : submitLabel}
          </Button>
          {props.secondary}
        </div>
      </form>
      {confirmLabel && (
        <ConfirmDialog
          dialog={dialog}
          question={confirmLabel}
          submitLabel={submitLabel}
          onConfirm={() => form.current && submit(form.current)}
        />
      )}
    </FormContext>
  );
}

/** Drawn anew when it comes to be about another record. */
export const ActionForm = <I, T>(props: Props<I, T>) => (
  <Form key={subjectOf(props.hidden)} {...props} />
);
