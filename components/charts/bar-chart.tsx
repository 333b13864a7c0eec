"use client";

import dynamic from "next/dynamic";
import { useLocale, useTranslations } from "next-intl";
import { formatCount } from "@/lib/i18n/format";
import { ChartFrame, type ChartProps } from "./chart-frame";
import { ChartTable } from "./chart-table";
import { Legend } from "./legend";
import type { BarDatum } from "./types";

const Canvas = dynamic(() => import("./bar-canvas"), { ssr: false });

/** One bar for each label. Horizontal bars read names, vertical ones read periods. */
export function BarChart({
  data,
  direction = "horizontal",
  ...frame
}: ChartProps & { data: readonly BarDatum[]; direction?: "horizontal" | "vertical" }) {
  const t = useTranslations("common.chart");
  const locale = useLocale();
  const provisional = data.some((datum) => datum.provisional);
  const hatched = data.some((datum) => datum.hatched);
  const rows = data.map((datum) => ({
    label: datum.label,
    href: datum.href,
    cells: [
      datum.text ?? formatCount(datum.value, locale),
      formatCount(datum.provisional ?? 0, locale),
    ],
  }));
  const heads = [frame.labelHeading ?? t("item"), frame.unit];
  const height = direction === "horizontal" ? Math.max(3, data.length) * 36 + 8 : 260;
  return (
    <ChartFrame
      {...frame}
      empty={data.length === 0}
      height={height}
      legend={
        hatched && (
          <Legend
            items={[
              { label: t("verified"), place: 0 },
              { label: t("hatched"), place: 0, provisional: true },
            ]}
          />
        )
      }
      chart={
        <Canvas
          data={rows.map((row, place) => ({
            label: row.label,
            href: row.href,
            text: row.cells[0] ?? "",
            settled: (data[place]?.value ?? 0) - (data[place]?.hatched ?? 0),
            provisional: data[place]?.hatched ?? 0,
          }))}
          direction={direction}
          height={height}
        />
      }
      table={
        <ChartTable
          caption={frame.title}
          heads={provisional ? [...heads, t("provisional")] : heads}
          rows={rows}
        />
      }
    />
  );
}
