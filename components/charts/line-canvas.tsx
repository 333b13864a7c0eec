"use client";

import { useLocale } from "next-intl";
import {
  CartesianGrid,
  LabelList,
  Line,
  LineChart as Plot,
  ResponsiveContainer,
  XAxis,
  YAxis,
} from "recharts";
import { formatCount } from "@/lib/i18n/format";
import { colour, fitted, widthOf } from "./look";
import { NameTick } from "./name-tick";
import type { DrawnRow } from "./series";
import type { Series } from "./types";

/** Lines are told apart without colour by the shape of the stroke. */
const strokes = [undefined, "8 3", "2 3", "10 3 2 3", "5 5", "1 4"];

const lastOf = (data: readonly DrawnRow[], key: string): number =>
  data.findLastIndex((row) => row.values[key] !== null);

export default function LineCanvas({
  data,
  series,
  height,
}: {
  data: readonly DrawnRow[];
  series: readonly Series[];
  height: number;
}) {
  const locale = useLocale();
  const names = Math.min(140, Math.max(...series.map((one) => widthOf(one.label, 13))) + 14);
  return (
    <div className="pointer-events-auto size-full bg-surface">
      <ResponsiveContainer width="100%" height={height}>
        <Plot
          data={[...data]}
          accessibilityLayer={false}
          margin={{ right: names, left: 0, top: 16, bottom: 4 }}
        >
          <CartesianGrid vertical={false} stroke="var(--line)" />
          <XAxis dataKey="label" tickLine={false} tick={<NameTick />} />
          <YAxis
            width={56}
            tickLine={false}
            axisLine={false}
            domain={[0, "auto"]}
            tickFormatter={(value: number) => formatCount(value, locale)}
            tick={{ fontSize: 12, fill: "var(--muted)" }}
          />
          {series.map((one, place) => (
            <Line
              key={one.key}
              name={one.label}
              dataKey={(row: DrawnRow) => row.values[one.key]}
              stroke={colour(place)}
              strokeWidth={2}
              strokeDasharray={strokes[one.provisional ? 2 : place % 6]}
              dot={{ r: 3, strokeDasharray: "none" }}
              isAnimationActive={false}
            >
              <LabelList
                position="right"
                offset={8}
                className="fill-ink text-[13px]"
                valueAccessor={(_, index) =>
                  index === lastOf(data, one.key) ? fitted(one.label, names - 10, 13) : ""
                }
              />
            </Line>
          ))}
        </Plot>
      </ResponsiveContainer>
    </div>
  );
}
