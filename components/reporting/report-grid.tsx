"use client";

import { useTranslations } from "next-intl";
import { type ClipboardEvent, type KeyboardEvent, useRef, useState } from "react";
import { placesOf, readBlock } from "@/lib/features/reporting/rules/block";
import type { ReportRow, ReportView } from "@/lib/features/reporting/schema/reports";
import { Notice } from "../ui/notice";
import { FormUpload } from "./form-upload";
import { GridRow, gridColumns } from "./grid-row";
import { useGrid } from "./use-grid";
import { useCellWords } from "./words";

/** Works like a spreadsheet: arrows, Enter and Tab move, a block is pasted, every cell saves itself. */
export function ReportGrid({ tenant, report }: { tenant: string; report: ReportView }) {
  const t = useTranslations("reporting.grid");
  const words = useCellWords();
  const { drafts, findings, offline, change, flush } = useGrid(tenant, report, words.typed);
  const [told, tell] = useState("");
  const list = useRef<HTMLUListElement>(null);
  const open = report.rows.filter((row) => row.open);
  const left = findings.filter(({ finding }) => finding === "blank").length;

  const move = (id: string, by: number) => {
    const at = open.findIndex((row) => row.indicatorId === id);
    const next = open[at + by];
    const cell =
      next && list.current?.querySelector<HTMLElement>(`[data-cell="${next.indicatorId}"]`);
    if (cell instanceof HTMLInputElement) cell.select();
    cell?.focus();
  };
  const onKey = (row: ReportRow) => (event: KeyboardEvent<HTMLElement>) => {
    const down = event.key === "ArrowDown" || (event.key === "Enter" && !event.shiftKey);
    const up = event.key === "ArrowUp" || (event.key === "Enter" && event.shiftKey);
    // Words have lines of their own, and an input method takes its keys first.
    if ((!down && !up) || row.kind === "text" || event.nativeEvent.isComposing) return;
    event.preventDefault();
    move(row.indicatorId, down ? 1 : -1);
  };
  const onPaste = (row: ReportRow) => async (event: ClipboardEvent<HTMLElement>) => {
    const text = event.clipboardData.getData("text/plain");
    if (!/[\t\n]/.test(text.trim()) || row.kind === "text") return;
    event.preventDefault();
    const block = readBlock(text);
    const { places, aside } = placesOf(block, open, row.indicatorId);
    for (const { id, typed } of places) change(id, { typed }, true);
    const { ok, bad } = await flush();
    const over = block.length - places.length;
    const parts = [
      t("pasted", { cells: places.length, ok, bad }),
      over > 0 && t("overflow", { count: over }),
      aside > 0 && t("aside", { count: aside }),
    ];
    tell(parts.filter(Boolean).join(t("and")));
  };

  return (
    <div className="flex flex-col gap-3">
      {open.length > 0 && (
        <>
          <p className="text-sm text-muted">{t("hint")}</p>
          <p className="text-sm">{t("left", { count: left, of: open.length })}</p>
          <FormUpload tenant={tenant} obligationId={report.id} />
        </>
      )}
      {offline && <Notice tone="attention">{t("offline")}</Notice>}
      <p role="status" className="text-sm font-medium">
        {told}
      </p>
      <div
        aria-hidden="true"
        className={`${gridColumns} hidden border-b border-line bg-sunken px-3 py-2 text-sm text-muted`}
      >
        <span>{t("indicator")}</span>
        <span className="text-right">{t("value")}</span>
        {[0, 1, 2].map((place) => (
          <span key={place} className="text-right">
            {report.periods[place] ?? t("before")}
          </span>
        ))}
        <span>{t("notes")}</span>
      </div>
      <ul
        ref={list}
        className="flex flex-col divide-y divide-line rounded border border-line bg-surface"
      >
        {report.rows.map((row) => {
          const draft = drafts[row.indicatorId];
          return (
            draft && (
              <GridRow
                key={row.indicatorId}
                tenant={tenant}
                row={row}
                periods={report.periods}
                draft={draft}
                findings={row.computed ? [] : findings.filter(({ code }) => code === row.code)}
                onChange={(given) => change(row.indicatorId, given)}
                onKey={onKey(row)}
                onPaste={onPaste(row)}
                onLeave={() => void flush()}
              />
            )
          );
        })}
      </ul>
    </div>
  );
}
