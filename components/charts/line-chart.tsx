"use client";

import dynamic from "next/dynamic";
import { useLocale, useTranslations } from "next-intl";
import { ChartFrame, type ChartProps } from "./chart-frame";
import { ChartTable } from "./chart-table";
import { drawnRows, tableRows } from "./series";
import type { Series, SeriesDatum } from "./types";

const Canvas = dynamic(() => import("./line-canvas"), { ssr: false });
const HEIGHT = 260;

/** Values over periods. A missing period is a gap, not a zero; each line ends in its name. */
export function LineChart({
  data,
  series,
  ...frame
}: ChartProps & { data: readonly SeriesDatum[]; series: readonly Series[] }) {
  const t = useTranslations("common.chart");
  const locale = useLocale();
  return (
    <ChartFrame
      {...frame}
      empty={data.length === 0}
      height={HEIGHT}
      chart={<Canvas data={drawnRows(data, series, locale)} series={series} height={HEIGHT} />}
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
