"use client";

import dynamic from "next/dynamic";
import { useLocale, useTranslations } from "next-intl";
import { ChartFrame, type ChartProps } from "./chart-frame";
import { ChartTable } from "./chart-table";
import { Legend } from "./legend";
import { drawnRows, tableRows } from "./series";
import type { Series, SeriesDatum } from "./types";

const Canvas = dynamic(() => import("./stacked-canvas"), { ssr: false });

/** Parts of a whole, one bar for each label, with the value written in each part that has room. */
export function StackedBars({
  data,
  series,
  ...frame
}: ChartProps & { data: readonly SeriesDatum[]; series: readonly Series[] }) {
  const t = useTranslations("common.chart");
  const locale = useLocale();
  const height = Math.max(2, data.length) * 44 + 8;
  return (
    <ChartFrame
      {...frame}
      empty={data.length === 0}
      height={height}
      legend={<Legend items={series.map((one, place) => ({ ...one, place }))} />}
      chart={<Canvas data={drawnRows(data, series, locale)} series={series} height={height} />}
      table={
        <ChartTable
          caption={frame.title}
          heads={[frame.labelHeading ?? t("item"), ...series.map((one) => one.label)]}
          rows={tableRows(data, series, locale)}
        />
      }
    />
  );
}
