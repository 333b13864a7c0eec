"use client";

import { useRouter } from "next/navigation";
import { useTranslations } from "next-intl";
import { type ChangeEvent, useId, useState } from "react";
import { Notice } from "../ui/notice";
import { useCellWords } from "./words";

type Row = { row: number; code: string; fault: string | null; by: string | null };
type State = { busy?: string; problem?: string; rows?: Row[] };

/** The form as a spreadsheet, down and up again; every row of it is answered. */
export function FormUpload({ tenant, obligationId }: { tenant: string; obligationId: string }) {
  const t = useTranslations("reporting");
  const words = useCellWords();
  const router = useRouter();
  const id = useId();
  const [state, setState] = useState<State>({});
  const send = async (file: File): Promise<State> => {
    const search = new URLSearchParams({ name: file.name, obligationId });
    const response = await fetch(`/api/imports/reporting/${encodeURIComponent(tenant)}?${search}`, {
      method: "PUT",
      body: file,
      headers: { "Accept-Language": document.documentElement.lang },
    });
    const answer = await response.json();
    return response.ok ? { rows: answer.rows } : { problem: answer.message ?? "" };
  };
  const onChoose = async (event: ChangeEvent<HTMLInputElement>) => {
    const file = event.target.files?.[0];
    event.target.value = "";
    if (!file || state.busy) return;
    setState({ busy: file.name });
    setState(await send(file).catch(() => ({ problem: t("grid.lost") })));
    router.refresh();
  };
  const bad = state.rows?.filter(({ fault }) => fault !== null) ?? [];
  return (
    <div className="flex flex-col gap-2">
      {state.problem && <Notice tone="problem">{state.problem}</Notice>}
      {state.rows && (
        <Notice
          tone={bad.length > 0 ? "problem" : "ok"}
          title={t("importDone", { ok: bad.length > 0 ? 0 : state.rows.length, bad: bad.length })}
        >
          <ul>
            {bad.map(({ row, code, fault, by }) => (
              <li key={row}>{t("imported", { row, code, fault: words.fault(fault ?? "", by) })}</li>
            ))}
          </ul>
        </Notice>
      )}
      <div className="flex flex-wrap items-center gap-3 text-sm">
        <a href={`/api/exports/reporting/${tenant}/${obligationId}`}>{t("grid.download")}</a>
        <input id={id} type="file" accept=".xlsx" onChange={onChoose} className="peer sr-only" />
        <label
          htmlFor={id}
          className="cursor-pointer text-accent underline underline-offset-2 peer-focus-visible:outline-2"
        >
          {t("grid.upload")}
        </label>
        <p role="status">{state.busy && t("grid.uploading", { name: state.busy })}</p>
      </div>
    </div>
  );
}
