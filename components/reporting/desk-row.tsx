"use client";

import { useLocale, useTranslations } from "next-intl";
import { type KeyboardEvent, useEffect, useRef } from "react";
import type { FindingView, ReportRow } from "@/lib/features/reporting/schema/reports";
import { Badge } from "../ui/badge";
import { Button } from "../ui/button";
import { controlClass } from "../ui/control";
import { Findings } from "./cell-notes";
import { useCellWords } from "./words";

export type Mark = { right: boolean; reason: string };

type Props = {
  tenant: string;
  row: ReportRow;
  findings: readonly FindingView[];
  mark: Mark | undefined;
  /** Whether Tab comes to this cell: of all cells to the one where the keyboard is, or would begin. */
  current: boolean;
  onMark: (mark: Mark | undefined) => void;
  onKey: (event: KeyboardEvent<HTMLElement>) => void;
  onHere: () => void;
  onNext: () => void;
};

/** Appears when a cell is to go back, and is where the next letter goes; Enter leaves it for the next cell. */
function ReasonField({
  row,
  mark,
  onMark,
  onNext,
}: Pick<Props, "row" | "onMark" | "onNext"> & { mark: Mark }) {
  const t = useTranslations("reporting.desk");
  const field = useRef<HTMLInputElement>(null);
  useEffect(() => field.current?.focus(), []);
  return (
    <input
      ref={field}
      type="text"
      aria-label={`${row.code} ${t("reason")}`}
      placeholder={t("reason")}
      maxLength={500}
      className={controlClass}
      value={mark.reason}
      onChange={(event) => onMark({ right: false, reason: event.target.value })}
      onKeyDown={(event) => {
        // An input method takes its Enter first.
        if (event.key !== "Enter" || event.nativeEvent.isComposing) return;
        event.preventDefault();
        onNext();
      }}
    />
  );
}

function Decision(props: Pick<Props, "row" | "mark" | "onMark" | "onNext">) {
  const { mark, onMark, onNext } = props;
  const t = useTranslations("reporting.desk");
  if (!mark) {
    return (
      <>
        <Button
          onClick={() => {
            onMark({ right: true, reason: "" });
            onNext();
          }}
        >
          {t("right")}
        </Button>
        <Button variant="quiet" onClick={() => onMark({ right: false, reason: "" })}>
          {t("back")}
        </Button>
      </>
    );
  }
  return (
    <>
      <Badge tone={mark.right ? "ok" : "problem"}>{t(mark.right ? "right" : "back")}</Badge>
      {!mark.right && <ReasonField {...props} mark={mark} />}
      <Button variant="quiet" onClick={() => onMark(undefined)}>
        {t("undo")}
      </Button>
    </>
  );
}

/** One cell with its history, findings and paper, and what the desk says of it. */
export function DeskRow({ tenant, row, findings, onKey, onHere, current, ...decision }: Props) {
  const t = useTranslations("reporting.grid");
  const locale = useLocale();
  const words = useCellWords();
  const name = (locale === "en" && row.nameEn) || row.nameZh;
  const label = `${row.code} ${name}`;
  const unit = row.cell.unit ?? row.unitZh ?? "";
  return (
    <li className="px-3 py-2">
      {/* The keyboard goes from cell to cell; buttons inside say the same for the pointer. */}
      <fieldset
        data-row={row.indicatorId}
        tabIndex={current ? 0 : -1}
        onFocus={(event) => event.target === event.currentTarget && onHere()}
        onKeyDown={onKey}
        className="grid gap-2 md:grid-cols-[2fr_1fr_1fr_2fr_2fr]"
      >
        <legend className="sr-only">{label}</legend>
        <span>{label}</span>
        <strong className="tabular-nums">
          {words.typed(row)} {row.kind === "flow" || row.kind === "stock" ? unit : ""}
        </strong>
        <span className="text-sm text-muted tabular-nums">
          {[0, 1, 2].map((place) => words.past(row, place)).join(" · ")}
        </span>
        <div className="text-sm">
          <Findings findings={findings} />
          {row.cell.reason && (
            <p>
              {t("reason")}: {row.cell.reason}
            </p>
          )}
          {row.cell.file && (
            <a href={`/api/files/${tenant}/${row.cell.file.id}`}>{row.cell.file.name}</a>
          )}
        </div>
        <div className="flex flex-wrap items-center gap-2">
          <Decision row={row} {...decision} />
        </div>
      </fieldset>
    </li>
  );
}
