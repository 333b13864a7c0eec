"use client";

import { usePathname, useRouter } from "next/navigation";
import { useTranslations } from "next-intl";
import { useRef, useState, useTransition } from "react";
import { faultOf } from "./check";
import { collect, controlsOf, entriesOf } from "./collect";
import { type Attempt, attemptFor, fillHref, send } from "./send";
import type { Problem } from "./summary";
import type { SubmitAction } from "./types";
import { useWords, type Worded } from "./words";

type Options<I, T> = {
  action: SubmitAction<I, T>;
  tenant: string;
  hidden: Record<string, unknown>;
  successHref: string | undefined;
  successMessage: string;
  onSuccess: () => void;
  onReset: () => void;
};

/** Where a field's fault leads to: the element that takes the focus, and the words of its label. */
function fieldOf(form: HTMLFormElement, name: string) {
  const control = controlsOf(form).find((one) => one.name === name);
  const id = control?.dataset.focus ?? control?.id;
  return { id: id || undefined, label: control?.dataset.label ?? "" };
}

/** One submission after the other: check, send, and turn the answer into what the form shows. */
export function useSubmission<I, T>(options: Options<I, T>) {
  const [problem, setProblem] = useState<Problem>();
  const [done, setDone] = useState(false);
  const [pending, start] = useTransition();
  const inFlight = useRef(false);
  const attempt = useRef<Attempt>(undefined);
  const router = useRouter();
  const path = usePathname();
  const errors = useTranslations("errors");
  const fields = useTranslations("fields");
  const { worded } = useWords();

  const show = (form: HTMLFormElement, code: string, { text, faults }: Worded) =>
    setProblem({
      code,
      text,
      faults: faults.map((fault) => ({ ...fieldOf(form, fault.name), ...fault })),
    });

  const succeed = (value: T) => {
    attempt.current = undefined;
    options.onSuccess();
    const href = options.successHref && fillHref(options.successHref, value);
    start(() => {
      setProblem(undefined);
      if (href && href !== path) {
        sessionStorage.setItem("flash", options.successMessage);
        router.push(href);
        return;
      }
      setDone(true);
      options.onReset();
      router.refresh();
    });
  };

  const run = async (
    form: HTMLFormElement,
    input: Record<string, unknown>,
    names: Map<string, string>,
  ) => {
    const now = attemptFor(attempt.current, input);
    attempt.current = now;
    // The action's schema decides what the input must be; here it is only carried.
    const answer = await send(options.action, options.tenant, input as I, now);
    if (answer.ok) return succeed(answer.value);
    const { text, faults } = await worded(answer);
    // A refusal that is about one field stands beside that field, in its own words.
    const { field } = answer.details ?? {};
    if (typeof field === "string") faults.push({ name: field, text });
    const named = faults.map((fault) => ({ ...fault, name: names.get(fault.name) ?? fault.name }));
    show(form, answer.code, { text, faults: named });
  };

  /** False when something is missing: then it is shown and nothing is sent. */
  const check = (form: HTMLFormElement): boolean => {
    const found = new Map<string, string>();
    for (const control of controlsOf(form)) {
      const fault = faultOf(control);
      if (fault && !control.disabled) found.set(control.name, fields(fault));
    }
    if (found.size === 0) return true;
    const faults = [...found].map(([name, text]) => ({ name, text }));
    show(form, "malformed", { text: errors("malformed"), faults });
    return false;
  };

  const submit = (form: HTMLFormElement) => {
    if (inFlight.current) return;
    inFlight.current = true;
    setDone(false);
    const { input, names } = collect(entriesOf(form));
    start(async () => {
      try {
        await run(form, { ...input, ...options.hidden }, names);
      } finally {
        inFlight.current = false;
      }
    });
  };

  return { problem, done, pending, check, submit };
}
