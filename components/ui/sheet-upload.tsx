"use client";

import { type ChangeEvent, type ReactNode, useId, useState } from "react";
import { cx } from "./cx";
import { Notice } from "./notice";

const looks = {
  main: "inline-flex min-h-9 items-center rounded border border-accent bg-accent px-3 font-medium text-on-accent outline-offset-2 hover:bg-accent-strong",
  second:
    "inline-flex min-h-9 items-center rounded border border-control bg-surface px-3 font-medium outline-offset-2 hover:bg-sunken",
  link: "text-accent underline underline-offset-2",
};

/** What the server said; the words for a fault come with it, in the language of the page. */
async function put<Answer>(address: string, file: File): Promise<Answer | { problem: string }> {
  const [path, search] = address.split("?");
  const asked = new URLSearchParams(search);
  asked.set("name", file.name);
  const response = await fetch(`${path}?${asked}`, {
    method: "PUT",
    body: file,
    headers: { "Accept-Language": document.documentElement.lang },
  });
  const answer = await response.json();
  return response.ok ? answer : { problem: answer.message ?? "" };
}

const isProblem = (answer: object): answer is { problem: string } => "problem" in answer;

/** A button that sends a spreadsheet as soon as it is chosen. What the answer means is for the caller to show. */
export function SheetUpload<Answer extends object>({
  address,
  words,
  look = "second",
  accept = ".xlsx",
  hint,
  before,
  after,
  onAnswer,
  children,
}: {
  address: string;
  words: { choose: string; busy: (name: string) => string; lost: string };
  look?: keyof typeof looks;
  accept?: string;
  hint?: string;
  /** Links beside the button. */
  before?: ReactNode;
  after?: ReactNode;
  /** Null: nothing came of it, and the words that stood there are out of date. */
  onAnswer: (answer: Answer | null) => void;
  /** What the last answer said. */
  children?: ReactNode;
}) {
  const id = useId();
  const [state, setState] = useState<{ busy?: string; problem?: string }>({});
  const onChoose = async (event: ChangeEvent<HTMLInputElement>) => {
    const file = event.target.files?.[0];
    event.target.value = "";
    if (!file || state.busy) return;
    setState({ busy: file.name });
    const answer = await put<Answer>(address, file).catch(() => ({ problem: words.lost }));
    setState(isProblem(answer) ? answer : {});
    onAnswer(isProblem(answer) ? null : answer);
  };
  return (
    <div className="flex flex-col gap-3">
      {state.problem && <Notice tone="problem">{state.problem}</Notice>}
      {children}
      <div className="flex flex-wrap items-center gap-3 text-sm">
        {before}
        <input
          id={id}
          type="file"
          accept={accept}
          onChange={onChoose}
          aria-describedby={hint ? `${id}-hint` : undefined}
          className="peer sr-only"
        />
        <label
          htmlFor={id}
          className={cx(
            "cursor-pointer peer-focus-visible:outline-2 peer-focus-visible:outline-accent",
            looks[look],
          )}
        >
          {words.choose}
        </label>
        {after}
        <p role="status" className="break-all">
          {state.busy && words.busy(state.busy)}
        </p>
      </div>
      {hint && (
        <p id={`${id}-hint`} className="text-sm text-muted">
          {hint}
        </p>
      )}
    </div>
  );
}
