"use client";

import dynamic from "next/dynamic";
import { ChartFrame, type ChartProps } from "./chart-frame";
import { ChartTable } from "./chart-table";
import type { DrawnFlow } from "./types";

const Canvas = dynamic(() => import("./sankey-canvas"), { ssr: false });

/** What flows from where to where; the table has every band as a line. */
export function SankeyChart({
  data,
  texts,
  heads,
  ...frame
}: ChartProps & {
  data: DrawnFlow;
  /** The amount of each link in its unit. */
  texts: readonly string[];
  heads: readonly [from: string, to: string, amount: string];
}) {
  const height = Math.max(320, data.nodes.length * 34);
  return (
    <ChartFrame
      {...frame}
      empty={data.links.length === 0}
      height={height}
      chart={<Canvas data={data} height={height} />}
      table={
        <ChartTable
          caption={frame.title}
          heads={heads}
          rows={data.links.map(({ source, target }, place) => ({
            key: `${source}-${target}`,
            label: data.nodes[source]?.label ?? "",
            cells: [data.nodes[target]?.label ?? "", texts[place] ?? ""],
          }))}
        />
      }
    />
  );
}
