"use client";

import { useRouter } from "next/navigation";
import { useTranslations } from "next-intl";
import { type ChangeEvent, useId, useState } from "react";
import type { FillAnswer } from "@/lib/features/indicators/schema";
import { fillColumns } from "@/lib/features/indicators/types";
import { Notice } from "../ui/notice";

const codes = [
  "missing",
  "too-long",
  "not-a-code",
  "twice",
  "parent-unknown",
  "too-deep",
  "unknown-word",
  "not-a-number",
  "not-a-weight",
  "below-lowest",
  "not-for-headings",
  "aggregation-of-kind",
] as const;

type State = { busy?: string; problem?: string; answer?: FillAnswer };

function Faults({ faults }: { faults: FillAnswer["faults"] }) {
  const t = useTranslations("indicators.fill");
  return (
    <Notice tone="problem" title={t("nothing", { count: faults.length })}>
      <ul className="mt-1 flex flex-col gap-1">
        {faults.map(({ row, column, code, text }) => {
          const known = codes.find((one) => one === code);
          const where = fillColumns.find((one) => one === column) ?? "code";
          return (
            <li key={`${row} ${column} ${code}`}>
              <strong>{t("row", { row, column: t(`column.${where}`) })}</strong>{" "}
              {known ? t(`fault.${known}`, { text }) : code}
            </li>
          );
        })}
      </ul>
    </Notice>
  );
}

/** Sends a spreadsheet as soon as it is chosen; shows of each row what to mend, or what was imported. */
export function FillUpload({
  tenant,
  setId,
  version,
}: {
  tenant: string;
  setId: string;
  version: number;
}) {
  const t = useTranslations("indicators.fill");
  const router = useRouter();
  const id = useId();
  const [state, setState] = useState<State>({});
  const send = async (file: File): Promise<State> => {
    const search = new URLSearchParams({ name: file.name, setId, version: String(version) });
    const response = await fetch(
      `/api/imports/indicators/${encodeURIComponent(tenant)}?${search}`,
      {
        method: "PUT",
        body: file,
        headers: { "Accept-Language": document.documentElement.lang },
      },
    );
    const answer = await response.json();
    return response.ok ? { answer } : { problem: answer.message ?? "" };
  };
  const onChoose = async (event: ChangeEvent<HTMLInputElement>) => {
    const file = event.target.files?.[0];
    event.target.value = "";
    if (!file || state.busy) return;
    setState({ busy: file.name });
    const next = await send(file).catch(() => ({ problem: t("offline") }));
    setState(next);
    // The draft has another version now, whatever was imported.
    router.refresh();
  };
  const { answer } = state;
  return (
    <div className="flex flex-col gap-3">
      {state.problem && <Notice tone="problem">{state.problem}</Notice>}
      {answer && answer.faults.length > 0 && <Faults faults={answer.faults} />}
      {answer && answer.imported > 0 && (
        <Notice tone="ok">{t("done", { count: answer.imported })}</Notice>
      )}
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
          className="inline-flex min-h-9 cursor-pointer items-center rounded border border-control bg-surface px-3 text-sm font-medium outline-offset-2 peer-focus-visible:outline-2 peer-focus-visible:outline-accent hover:bg-sunken"
        >
          {t("choose")}
        </label>
        <a href="/api/imports/indicators/template">{t("template")}</a>
        <p role="status" className="text-sm break-all">
          {state.busy && t("busy", { name: state.busy })}
        </p>
      </div>
      <p id={`${id}-hint`} className="text-sm text-muted">
        {t("hint")}
      </p>
    </div>
  );
}
