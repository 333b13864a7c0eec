"use client";

import { useTranslations } from "next-intl";
import { type KeyboardEvent, useEffect, useRef, useState } from "react";
import { returnReportAction, verifyReportAction } from "@/lib/features/reporting/actions";
import type { ReportRow, ReportView } from "@/lib/features/reporting/schema/reports";
import { ActionForm } from "../forms/action-form";
import { Button } from "../ui/button";
import { DeskRow, type Mark } from "./desk-row";

type Marks = Record<string, Mark>;

const startOf = (rows: readonly ReportRow[]): Marks =>
  Object.fromEntries(
    rows
      .filter(({ cell }) => cell.confirmed)
      .map((row) => [row.indicatorId, { right: true, reason: "" }]),
  );

function Send({
  tenant,
  report,
  marks,
  all,
}: {
  tenant: string;
  report: ReportView;
  marks: Marks;
  all: number;
}) {
  const t = useTranslations("reporting.desk");
  const ids = Object.keys(marks);
  const confirmed = ids.filter((id) => marks[id]?.right);
  const cells = ids.flatMap((id) => {
    const mark = marks[id];
    return mark && !mark.right ? [{ indicatorId: id, reason: mark.reason }] : [];
  });
  const hidden = { obligationId: report.id, version: report.version, confirmed };
  if (cells.length > 0) {
    return (
      <ActionForm
        action={returnReportAction}
        tenant={tenant}
        hidden={{ ...hidden, cells }}
        submitLabel={t("send", { count: cells.length })}
        successMessage={t("sent")}
      />
    );
  }
  return (
    confirmed.length === all && (
      <ActionForm
        action={verifyReportAction}
        tenant={tenant}
        hidden={hidden}
        submitLabel={t("verify")}
        successMessage={t("verified")}
      />
    )
  );
}

/** Cell by cell with the keyboard: arrows move, Enter finds right, R returns with a reason. */
export function Desk({ tenant, report }: { tenant: string; report: ReportView }) {
  const t = useTranslations("reporting.desk");
  const rows = report.rows.filter((row) => row.kind !== null && !row.computed);
  const [marks, setMarks] = useState(() => startOf(rows));
  const list = useRef<HTMLUListElement>(null);
  const end = useRef<HTMLDivElement>(null);
  const [here, setHere] = useState(() => {
    const first = rows.findIndex(({ cell }) => !cell.confirmed);
    return first < 0 ? 0 : first;
  });
  // Who has just begun the check has lost the button; the keyboard goes on here, unless it is somewhere already.
  useEffect(() => {
    if (document.activeElement !== document.body) return;
    list.current
      ?.querySelector<HTMLElement>("fieldset[tabindex='0']")
      ?.focus({ preventScroll: true });
  }, []);
  const mark = (id: string, given: Mark | undefined) =>
    setMarks(({ [id]: _, ...rest }) => (given ? { ...rest, [id]: given } : rest));
  const focus = (place: number) =>
    list.current?.querySelector<HTMLElement>(`[data-row="${rows[place]?.indicatorId}"]`)?.focus();
  // After the last cell comes what is said of all of them.
  const next = (place: number) =>
    place + 1 < rows.length ? focus(place + 1) : end.current?.querySelector("button")?.focus();
  const onKey = (row: ReportRow, place: number) => (event: KeyboardEvent<HTMLElement>) => {
    // Keys of the fields inside are their own.
    if (event.target !== event.currentTarget) return;
    if (event.key === "ArrowDown") focus(place + 1);
    else if (event.key === "ArrowUp") focus(place - 1);
    else if (event.key === "Enter") {
      mark(row.indicatorId, { right: true, reason: "" });
      next(place);
    } else if (event.key.toLowerCase() === "r") mark(row.indicatorId, { right: false, reason: "" });
    else return;
    event.preventDefault();
  };
  const rest = () =>
    setMarks((before) => ({
      ...Object.fromEntries(rows.map((row) => [row.indicatorId, { right: true, reason: "" }])),
      ...before,
    }));
  return (
    <div className="flex flex-col gap-3">
      <p className="text-sm text-muted">{t("hint")}</p>
      <ul ref={list} className="flex flex-col divide-y divide-line rounded border border-line">
        {rows.map((row, place) => (
          <DeskRow
            key={row.indicatorId}
            tenant={tenant}
            row={row}
            findings={report.findings.filter(({ code }) => code === row.code)}
            mark={marks[row.indicatorId]}
            current={place === here}
            onMark={(given) => {
              mark(row.indicatorId, given);
              if (!given) focus(place);
            }}
            onKey={onKey(row, place)}
            onHere={() => setHere(place)}
            onNext={() => next(place)}
          />
        ))}
      </ul>
      <div ref={end} className="flex flex-wrap items-center gap-3">
        <Button onClick={rest}>{t("rest")}</Button>
        <p role="status" className="text-sm">
          {t("progress", { seen: Object.keys(marks).length, all: rows.length })}
        </p>
      </div>
      <Send tenant={tenant} report={report} marks={marks} all={rows.length} />
    </div>
  );
}
