"use client";

import { useLocale, useTranslations } from "next-intl";
import type { ClipboardEvent, KeyboardEvent } from "react";
import type { FindingView, ReportRow } from "@/lib/features/reporting/schema/reports";
import { Choices } from "../ui/choices";
import { controlClass } from "../ui/control";
import { cx } from "../ui/cx";
import { CellNotes } from "./cell-notes";
import type { CellDraft } from "./drafts";
import { useCellWords } from "./words";

export const gridColumns =
  "md:grid md:grid-cols-[minmax(12rem,2fr)_minmax(9rem,1.2fr)_repeat(3,minmax(4.5rem,0.6fr))_minmax(12rem,2fr)] md:gap-x-3";

type Props = {
  tenant: string;
  row: ReportRow;
  draft: CellDraft;
  findings: readonly FindingView[];
  onChange: (change: Partial<Pick<CellDraft, "typed" | "unit" | "reason" | "file">>) => void;
  onKey: (event: KeyboardEvent<HTMLElement>) => void;
  onPaste: (event: ClipboardEvent<HTMLElement>) => void;
  onLeave: () => void;
};

function Cell({ row, draft, onChange, onKey, onPaste, onLeave }: Props) {
  const t = useTranslations("reporting.grid");
  const locale = useLocale();
  const hint =
    row.kind === "ratio" ? t("ratioHint") : row.kind === "yes_no" ? t("yesNoHint") : undefined;
  const common = {
    "aria-label": `${row.code} ${row.nameZh}`,
    "aria-invalid": draft.fault ? true : undefined,
    "data-cell": row.indicatorId,
    value: draft.typed,
    onKeyDown: onKey,
    onPaste,
    onBlur: onLeave,
    placeholder: hint,
  };
  if (!row.open)
    return (
      <span className="tabular-nums">
        {row.computed ? (row.cell.amount ?? "0") : draft.typed || "–"}
      </span>
    );
  return (
    <span className="flex gap-1">
      {row.kind === "text" ? (
        <textarea
          {...common}
          rows={2}
          className={controlClass}
          onChange={(event) => onChange({ typed: event.target.value })}
        />
      ) : (
        <input
          {...common}
          type="text"
          inputMode={row.kind === "yes_no" ? undefined : "decimal"}
          autoComplete="off"
          className={cx(controlClass, "text-right tabular-nums")}
          onChange={(event) => onChange({ typed: event.target.value })}
        />
      )}
      {row.units.length > 1 ? (
        <Choices
          aria-label={`${row.code} ${t("unit")}`}
          className="min-h-9 rounded border border-control bg-surface px-1"
          value={draft.unit ?? ""}
          onChange={(event) => onChange({ unit: event.target.value })}
          choices={row.units.map((unit) => [unit, unit] as const)}
        />
      ) : (
        row.unitZh && (
          <span className="self-center text-sm whitespace-nowrap text-muted">
            {locale === "en" ? row.unitEn : row.unitZh}
          </span>
        )
      )}
    </span>
  );
}

/** One indicator: a line of the sheet, and on a phone a card of its own. */
export function GridRow(props: Props & { periods: readonly string[] }) {
  const { row, draft, periods } = props;
  const t = useTranslations("reporting.grid");
  const locale = useLocale();
  const words = useCellWords();
  const name = (locale === "en" && row.nameEn) || row.nameZh;
  if (row.kind === null) {
    return (
      <li className="bg-sunken px-3 py-1.5 font-semibold">
        {row.code} {name}
      </li>
    );
  }
  return (
    <li
      className={cx(
        gridColumns,
        "flex flex-col gap-2 px-3 py-2",
        row.cell.returnReason && row.open && "bg-problem-soft",
      )}
    >
      <div className={row.level > 1 ? "md:pl-3" : undefined}>
        <span className="text-muted">{row.code}</span> {name}
        {row.definition && <p className="text-sm text-muted">{row.definition}</p>}
        {row.target && (
          <p className="text-sm text-muted">
            {t("target")} {row.target}
          </p>
        )}
        {row.seriesCut && <p className="text-sm text-muted">{t("cut")}</p>}
      </div>
      <div>
        <Cell {...props} />
        <p role="status" className={cx("text-sm", draft.fault ? "text-problem" : "text-muted")}>
          {row.computed && t("computed")}
          {draft.fault && words.fault(draft.fault.code, draft.fault.by)}
          {!draft.fault && row.open && draft.status === "saving" && t("saving")}
          {!draft.fault && row.open && draft.status === "waiting" && t("waiting")}
          {!draft.fault && row.open && draft.status === "saved" && draft.version > 0 && t("saved")}
        </p>
        {row.yearToDate && (
          <p className="text-sm text-muted">
            {t("yearToDate")} {row.yearToDate}
          </p>
        )}
      </div>
      {[0, 1, 2].map((place) => (
        <div
          key={place}
          className={cx(
            "justify-between gap-2 text-sm text-muted tabular-nums md:block md:text-right",
            row.before[place] ? "flex" : "hidden",
          )}
        >
          <span className="md:sr-only">{periods[place] ?? t("before")}</span>
          {words.past(row, place)}
        </div>
      ))}
      <CellNotes {...props} />
    </li>
  );
}
