"use client";

import { useRouter } from "next/navigation";
import { useTranslations } from "next-intl";
import { type ChangeEvent, useId, useState } from "react";
import { cx } from "../ui/cx";
import { Notice } from "../ui/notice";

type State = { busy?: string; problem?: string };

/** What the upload answered; the words for a fault come with it, in the language of the page. */
async function send(tenant: string, file: File): Promise<{ id: string } | { message: string }> {
  const response = await fetch(
    `/api/imports/organizations/${encodeURIComponent(tenant)}?name=${encodeURIComponent(file.name)}`,
    {
      method: "PUT",
      body: file,
      headers: { "Accept-Language": document.documentElement.lang },
    },
  );
  const answer: { id?: string; message?: string } = await response.json();
  return answer.id ? { id: answer.id } : { message: answer.message ?? "" };
}

/** Sends a spreadsheet as soon as it is chosen and opens the look at its rows. Nothing is written by that. */
export function ImportUpload({ tenant, again }: { tenant: string; again: boolean }) {
  const t = useTranslations("memberships.import");
  const router = useRouter();
  const id = useId();
  const [state, setState] = useState<State>({});
  const onChoose = async (event: ChangeEvent<HTMLInputElement>) => {
    const file = event.target.files?.[0];
    event.target.value = "";
    if (!file || state.busy) return;
    setState({ busy: file.name });
    const answer = await send(tenant, file).catch(() => ({ message: t("offline") }));
    if ("id" in answer) router.push(`/a/${tenant}/members/import?importId=${answer.id}`);
    setState("id" in answer ? {} : { problem: answer.message });
  };
  return (
    <div className="flex flex-col gap-3">
      {state.problem && <Notice tone="problem">{state.problem}</Notice>}
      <div className="flex flex-wrap items-center gap-3">
        <input
          id={id}
          type="file"
          accept=".xlsx"
          onChange={onChoose}
          aria-describedby={`${id}-hint`}
          className="peer sr-only"
        />
        <label
          htmlFor={id}
          className={cx(
            "inline-flex min-h-9 cursor-pointer items-center rounded border px-3 text-sm font-medium outline-offset-2 peer-focus-visible:outline-2 peer-focus-visible:outline-accent",
            again
              ? "border-control bg-surface hover:bg-sunken"
              : "border-accent bg-accent text-on-accent hover:bg-accent-strong",
          )}
        >
          {t(again ? "another" : "choose")}
        </label>
        <p role="status" className="text-sm break-all">
          {state.busy && t("checking", { name: state.busy })}
        </p>
      </div>
      <p id={`${id}-hint`} className="text-sm text-muted">
        {t("hint")}
      </p>
    </div>
  );
}
