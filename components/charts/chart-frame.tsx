"use client";

import { useTranslations } from "next-intl";
import { type ReactNode, useState } from "react";
import { cx } from "../ui/cx";

/**
 * Chart and table in one place of a fixed height. The table comes from the server and is what a screen reader reads;
 * the chart is laid over it once it is there, so nothing moves. A keyboard that reaches a link of the table brings the
 * table up.
 */
export function ChartFrame({
  title,
  unit,
  height,
  legend,
  chart,
  table,
}: {
  title: string;
  unit: string;
  height: number;
  legend?: ReactNode;
  chart: ReactNode;
  table: ReactNode;
}) {
  const t = useTranslations("common.chart");
  const [asTable, setAsTable] = useState(false);
  return (
    <figure className="min-w-0">
      <figcaption className="mb-2 flex flex-wrap items-center justify-between gap-x-4 gap-y-1 text-sm">
        <span>
          <span className="font-medium">{title}</span>{" "}
          <span className="text-muted">{t("unit", { unit })}</span>
        </span>
        <button
          type="button"
          aria-pressed={asTable}
          onClick={() => setAsTable(!asTable)}
          className="min-h-6 rounded px-1.5 text-accent hover:bg-sunken print:hidden"
        >
          {t("showTable")}
        </button>
      </figcaption>
      {legend}
      <div className="relative isolate" style={{ height }}>
        <div
          className={cx(
            "absolute inset-0 overflow-auto bg-surface",
            asTable
              ? "z-10"
              : "focus-within:z-10 [[data-drawn]~&]:opacity-0 focus-within:[[data-drawn]~&]:opacity-100",
          )}
        >
          {table}
        </div>
        <div aria-hidden="true" className={cx("absolute inset-0", asTable && "invisible")}>
          {chart}
        </div>
      </div>
    </figure>
  );
}
