"use client";

import { useCallback, useEffect, useRef, useState } from "react";
import { lockCellAction, saveCellsAction } from "@/lib/features/reporting/actions";
import type { FindingView, ReportRow, ReportView } from "@/lib/features/reporting/schema/reports";
import {
  answered,
  type Change,
  cellsOf,
  type Drafts,
  keep,
  kept,
  startOf,
  withFault,
  withStatus,
} from "./drafts";

/** Typing pauses this long before a cell is sent. */
const PAUSE_MS = 700;

/** What stands in the cells, on the screen and, as long as it is not saved, on this device. */
function useDrafts(report: ReportView, typed: (row: ReportRow) => string) {
  const [drafts, setDrafts] = useState<Drafts>(() => startOf(report.rows, typed));
  const latest = useRef(drafts);
  const put = useCallback(
    (change: (before: Drafts) => Drafts) => {
      latest.current = change(latest.current);
      keep(report.id, latest.current);
      setDrafts(latest.current);
    },
    [report.id],
  );
  return { drafts, latest, put };
}

type Held = ReturnType<typeof useDrafts>;

/** The way of the cells to the server, one lot after the other, so that no answer meets a version it does not know. */
function useSending(tenant: string, report: ReportView, { latest, put }: Held) {
  const [findings, setFindings] = useState<FindingView[]>(report.findings);
  const [offline, setOffline] = useState(false);
  const queue = useRef(Promise.resolve({ ok: 0, bad: 0 }));
  const send = useCallback(async (): Promise<{ ok: number; bad: number }> => {
    const sent = Object.entries(latest.current).flatMap(([id, draft]) =>
      draft.status === "waiting" && !draft.fault ? [{ id, draft }] : [],
    );
    if (sent.length === 0) return { ok: 0, bad: 0 };
    put((all) => withStatus(all, sent, "saving"));
    const input = { obligationId: report.id, cells: cellsOf(sent) };
    const answer = await saveCellsAction(tenant, input).catch(() => undefined);
    const told = answer?.ok ? answer.value : undefined;
    setOffline(answer === undefined);
    if (told) setFindings(told.findings);
    put((all) => answered(all, sent, told?.cells));
    const ok = told?.cells.filter((cell) => cell.ok).length ?? 0;
    return { ok, bad: sent.length - ok };
  }, [latest, put, report.id, tenant]);
  const flush = useCallback(() => {
    queue.current = queue.current.then(send);
    return queue.current;
  }, [send]);
  return { findings, offline, flush };
}

/** The cells of a report as they are typed: each saves itself, and nothing is lost with the line or the window. */
export function useGrid(tenant: string, report: ReportView, typed: (row: ReportRow) => string) {
  const held = useDrafts(report, typed);
  const { latest, put } = held;
  const { findings, offline, flush } = useSending(tenant, report, held);
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);
  /** The first letter takes the cell; who is late reads the name of the other one. */
  const take = useCallback(
    async (id: string) => {
      const input = { obligationId: report.id, indicatorId: id };
      const answer = await lockCellAction(tenant, input).catch(() => undefined);
      const by = answer?.ok ? answer.value.by : null;
      if (by !== null) put((all) => withFault(all, id, { code: "locked", by }));
    },
    [put, report.id, tenant],
  );
  const change = useCallback(
    (id: string, given: Change, pasted = false) => {
      const before = latest.current[id];
      if (!before) return;
      // A block goes out at once; there is nothing to take.
      if (!pasted && before.status === "saved" && given.typed !== undefined) void take(id);
      put((all) => ({ ...all, [id]: { ...before, ...given, status: "waiting", fault: null } }));
      clearTimeout(timer.current);
      timer.current = setTimeout(flush, PAUSE_MS);
    },
    [flush, latest, put, take],
  );
  useEffect(() => {
    const open = new Set(report.rows.flatMap((row) => (row.open ? [row.indicatorId] : [])));
    for (const [id, given] of Object.entries(kept(report.id))) if (open.has(id)) change(id, given);
    const online = () => void flush();
    window.addEventListener("online", online);
    return () => window.removeEventListener("online", online);
  }, [change, flush, report.id, report.rows]);
  return { drafts: held.drafts, findings, offline, change, flush };
}
