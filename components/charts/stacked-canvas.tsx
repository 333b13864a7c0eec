"use client";

import { useRouter } from "next/navigation";
import { Bar, LabelList, BarChart as Plot, ResponsiveContainer, XAxis, YAxis } from "recharts";
import { colour, hatch, Patterns, seriesClass, widthOf } from "./look";
import { NameTick } from "./name-tick";
import type { DrawnRow } from "./series";
import type { Series } from "./types";

type LabelProps = {
  x?: number | string | undefined;
  y?: number | string | undefined;
  width?: number | string | undefined;
  height?: number | string | undefined;
  value?: unknown;
};

/** The value inside its part, on a plate so that colour and pattern do not swallow it; left out where it has no room. */
function PartLabel({ x, y, width, height, value }: LabelProps) {
  const text = typeof value === "string" ? value : "";
  const needed = widthOf(text, 12) + 8;
  if (Number(width) < needed || !text) return null;
  const centre = Number(x) + Number(width) / 2;
  const middle = Number(y) + Number(height) / 2;
  return (
    <g>
      <rect
        x={centre - needed / 2}
        y={middle - 9}
        width={needed}
        height={18}
        rx={3}
        fill="var(--surface)"
      />
      <text x={centre} y={middle} dy="0.35em" textAnchor="middle" className="fill-ink text-[12px]">
        {text}
      </text>
    </g>
  );
}

export default function StackedCanvas({
  data,
  series,
  height,
}: {
  data: readonly DrawnRow[];
  series: readonly Series[];
  height: number;
}) {
  const router = useRouter();
  const names = Math.min(170, Math.max(40, ...data.map((row) => widthOf(row.label, 13))) + 12);
  const linked = data.some((row) => row.href);
  return (
    <div className="pointer-events-auto size-full bg-surface">
      <ResponsiveContainer width="100%" height={height}>
        <Plot
          data={[...data]}
          layout="vertical"
          accessibilityLayer={false}
          margin={{ right: 8, left: 0, top: 4, bottom: 4 }}
        >
          <Patterns />
          <XAxis type="number" hide domain={[0, "dataMax"]} />
          <YAxis
            dataKey="label"
            type="category"
            tickLine={false}
            interval={0}
            width={names}
            tick={<NameTick width={names - 10} />}
          />
          {series.map((one, place) => (
            <Bar
              key={one.key}
              stackId="whole"
              dataKey={(row: DrawnRow) => row.values[one.key] ?? 0}
              name={one.label}
              fill={one.provisional ? hatch(place) : colour(place)}
              stroke="var(--surface)"
              isAnimationActive={false}
              maxBarSize={28}
              className={[
                one.provisional ? "" : seriesClass(place),
                linked ? "cursor-pointer" : "",
              ].join(" ")}
              onClick={(_, index) => {
                const href = data[index]?.href;
                if (href) router.push(href);
              }}
            >
              <LabelList
                valueAccessor={(_, index) => data[index]?.texts[one.key] ?? ""}
                content={PartLabel}
              />
            </Bar>
          ))}
        </Plot>
      </ResponsiveContainer>
    </div>
  );
}
