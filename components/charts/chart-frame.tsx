"use client";

import { useTranslations } from "next-intl";
import { type ReactNode, useRef, useState } from "react";
import { cx } from "../ui/cx";
import { saveImage } from "./save-image";

/** What every chart is told besides its data. */
export type ChartProps = {
  title: string;
  /** The unit of all values: 人, 万元. */
  unit: string;
  /** The heading of the first column of the table: what the labels are. */
  labelHeading?: string;
  /** Below the chart and in its picture: where the numbers come from, of when they are, and what marks mean. */
  notes?: readonly string[];
};

/** A table that is longer than its frame scrolls; the keyboard must reach it (WCAG 2.1.1). */
const reachable = { tabIndex: 0 };

/**
 * Chart and table in one place of a fixed height. The table comes from the server and is what a screen reader reads;
 * the chart is laid over it once it is there, so nothing moves. A keyboard that reaches the table brings it up.
 */
export function ChartFrame({
  title,
  unit,
  notes = [],
  height,
  legend,
  chart,
  table,
  empty,
}: ChartProps & {
  height: number;
  empty: boolean;
  legend?: ReactNode;
  chart: ReactNode;
  table: ReactNode;
}) {
  const t = useTranslations("common.chart");
  const [asTable, setAsTable] = useState(false);
  const drawing = useRef<HTMLDivElement>(null);
  const save = () => {
    const svg = drawing.current?.querySelector<SVGSVGElement>("svg.recharts-surface");
    if (svg) void saveImage(svg, `${title} ${t("unit", { unit })}`, notes);
  };
  if (empty) {
    return (
      <figure className="min-w-0 text-sm">
        <figcaption className="font-medium">{title}</figcaption>
        <p className="py-6 text-center text-muted">{t("empty")}</p>
      </figure>
    );
  }
  return (
    <figure className="min-w-0">
      <figcaption className="mb-1 flex flex-wrap items-baseline justify-between gap-x-4 text-sm">
        <span>
          <span className="font-medium">{title}</span>{" "}
          <span className="text-muted">{t("unit", { unit })}</span>
        </span>
        <span className="print:hidden">
          <button
            type="button"
            onClick={save}
            aria-label={t("savePictureOf", { title })}
            className="min-h-6 rounded px-1.5 text-accent hover:bg-sunken"
          >
            {t("savePicture")}
          </button>
          <button
            type="button"
            aria-pressed={asTable}
            onClick={() => setAsTable(!asTable)}
            className="min-h-6 rounded px-1.5 text-accent hover:bg-sunken"
          >
            {t(asTable ? "showChart" : "showTable")}
          </button>
        </span>
      </figcaption>
      {legend}
      <div className="relative isolate" style={{ height }}>
        <section
          {...reachable}
          className={cx(
            "absolute inset-0 overflow-auto bg-surface focus-within:z-10 focus:z-10",
            asTable && "z-10",
          )}
        >
          {table}
        </section>
        <div ref={drawing} aria-hidden="true" className="pointer-events-none absolute inset-0">
          {chart}
        </div>
      </div>
      {notes.map((note) => (
        <p key={note} className="mt-1 text-sm text-muted">
          {note}
        </p>
      ))}
    </figure>
  );
}
