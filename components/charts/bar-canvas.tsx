"use client";

import { useRouter } from "next/navigation";
import { Bar, LabelList, BarChart as Plot, ResponsiveContainer, XAxis, YAxis } from "recharts";
import { BarLabel } from "./bar-label";
import { colour, hatch, Patterns, widthOf } from "./look";
import { NameTick } from "./name-tick";

export type DrawnBar = {
  label: string;
  href: string | undefined;
  text: string;
  settled: number;
  provisional: number;
};

const FONT = 13;

/** The drawing of a bar chart; loaded only where a chart stands, and read by nobody but the eye. */
export default function BarCanvas({
  data,
  direction,
  height,
}: {
  data: readonly DrawnBar[];
  direction: "horizontal" | "vertical";
  height: number;
}) {
  const router = useRouter();
  const across = direction === "horizontal";
  const names = Math.min(170, Math.max(40, ...data.map((bar) => widthOf(bar.label, FONT))) + 12);
  const numbers = Math.max(20, ...data.map((bar) => widthOf(bar.text, FONT))) + 10;
  const open = (_: unknown, place: number) => {
    const href = data[place]?.href;
    if (href) router.push(href);
  };
  const bar = {
    stackId: "whole",
    isAnimationActive: false,
    maxBarSize: across ? 20 : 48,
    onClick: open,
    className: data.some((one) => one.href) ? "cursor-pointer" : undefined,
  };
  const category = { dataKey: "label", type: "category", tickLine: false, interval: 0 } as const;
  const number = { type: "number", hide: true, domain: zeroBased } as const;
  return (
    <div className="pointer-events-auto size-full bg-surface">
      <ResponsiveContainer width="100%" height={height}>
        <Plot
          data={[...data]}
          layout={across ? "vertical" : "horizontal"}
          accessibilityLayer={false}
          margin={across ? { right: numbers, left: 0, top: 4, bottom: 4 } : { top: 24, bottom: 4 }}
        >
          <Patterns />
          {across ? <XAxis {...number} /> : <XAxis {...category} tick={<NameTick />} />}
          {across ? (
            <YAxis {...category} width={names} tick={<NameTick width={names - 10} />} />
          ) : (
            <YAxis {...number} width={0} />
          )}
          <Bar {...bar} dataKey="settled" fill={colour(0)} />
          {/* A bar of no width would have no label: a hundredth of a pixel carries the number of a verified value. */}
          <Bar {...bar} minPointSize={0.01} dataKey="provisional" fill={hatch(0)}>
            <LabelList
              dataKey="text"
              content={(label) => <BarLabel {...label} across={across} />}
            />
          </Bar>
        </Plot>
      </ResponsiveContainer>
    </div>
  );
}

/** A bar that does not start at zero lies. */
const zeroBased: [(least: number) => number, (most: number) => number] = [
  (least) => Math.min(0, least),
  (most) => Math.max(0, most),
];
