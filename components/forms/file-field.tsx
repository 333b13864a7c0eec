"use client";

import { useTranslations } from "next-intl";
import { type ChangeEvent, type ReactNode, useRef, useState } from "react";
import { Button } from "../ui/button";
import { useField } from "./context";
import { Field } from "./field";
import { upload } from "./upload";
import { useWords } from "./words";

type State = { id: string; name: string; percent?: number; fault?: string };

/** Sends the file as soon as it is chosen; the form submits its id. A file that failed can be chosen again. */
export function FileField({
  name,
  label,
  tenant,
  required,
  hint,
  accept,
  to,
}: {
  name: string;
  label: string;
  tenant?: string;
  required?: boolean;
  hint?: ReactNode;
  accept?: string;
  /** Where the bytes go, instead of the alliance's files. */
  to?: string;
}) {
  const t = useTranslations("common.form.file");
  const { sentence } = useWords();
  const field = useField(name, hint ?? t("limit"));
  const kept = typeof field.kept?.value === "string" ? field.kept.value : "";
  const [state, setState] = useState<State>({ id: kept, name: field.kept?.shown ?? "" });
  const hidden = useRef<HTMLInputElement>(null);
  const running = useRef<ReturnType<typeof upload>>(undefined);

  const settle = (next: State) => {
    setState(next);
    if (!hidden.current) return;
    // The form around it listens for `input` to know that something changed.
    hidden.current.value = next.id;
    hidden.current.dataset.shown = next.name;
    hidden.current.dispatchEvent(new Event("input", { bubbles: true }));
  };

  const onChoose = async (event: ChangeEvent<HTMLInputElement>) => {
    const file = event.target.files?.[0];
    event.target.value = "";
    if (!file) return;
    running.current?.stop();
    const onProgress = (percent: number) => setState({ id: "", name: file.name, percent });
    const own = upload(tenant ?? field.tenant, file, onProgress, to);
    running.current = own;
    settle({ id: "", name: file.name, percent: 0 });
    const answer = await own.done;
    const fault = answer.ok ? undefined : await sentence(answer);
    if (running.current !== own) return;
    running.current = undefined;
    settle(answer.ok ? { id: answer.id, name: file.name } : { id: "", name: "", fault });
  };

  const remove = () => {
    running.current?.stop();
    running.current = undefined;
    settle({ id: "", name: "" });
  };

  const busy = state.percent !== undefined;
  return (
    <Field
      id={field.id}
      label={label}
      required={required}
      hint={hint ?? t("limit")}
      fault={state.fault ?? field.fault}
    >
      <input
        ref={hidden}
        type="hidden"
        name={name}
        defaultValue={state.id}
        data-label={label}
        data-focus={field.id}
        data-shown={state.name}
        data-required={required ? "1" : undefined}
        data-busy={busy ? "1" : undefined}
      />
      <div className="flex flex-wrap items-center gap-x-3 gap-y-2">
        <input
          id={field.id}
          type="file"
          accept={accept}
          onChange={onChoose}
          {...field.aria}
          className="peer sr-only"
        />
        {/* The browser's own button speaks the browser's language, not the reader's. */}
        <label
          htmlFor={field.id}
          className="inline-flex min-h-9 cursor-pointer items-center rounded border border-control bg-surface px-3 text-sm font-medium outline-offset-2 peer-focus-visible:outline-2 peer-focus-visible:outline-accent hover:bg-sunken"
        >
          {t(state.id ? "replace" : "choose")}
        </label>
        <p role="status" className="text-sm break-all">
          {busy && t("uploading", { percent: state.percent ?? 0 })}
          {!busy && state.id && t("done", { name: state.name })}
        </p>
        {(busy || state.id) && (
          <Button variant="quiet" onClick={remove}>
            {t("remove")}
          </Button>
        )}
      </div>
    </Field>
  );
}
