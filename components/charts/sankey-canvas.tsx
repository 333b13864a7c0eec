"use client";

import {
  ResponsiveContainer,
  Sankey,
  type SankeyLinkProps,
  type SankeyNodeProps,
  useChartWidth,
} from "recharts";
import { colour, fitted } from "./look";
import type { DrawnFlow } from "./types";

const FONT = 13;
const MARGIN = { top: 8, bottom: 8, left: 4, right: 4 };

/** A place of the flow with its name and amount inside the drawing: where nothing goes on, before it. */
function Place({ node, data }: { node: SankeyNodeProps; data: DrawnFlow }) {
  const width = useChartWidth() ?? 0;
  const shown = data.nodes[node.index];
  const atEnd = node.x > width * 0.6;
  return (
    <g>
      <rect
        x={node.x}
        y={node.y}
        width={node.width}
        height={Math.max(1, node.height)}
        fill={colour(shown?.place ?? 0)}
      />
      <text
        x={atEnd ? node.x - 6 : node.x + node.width + 6}
        y={node.y + node.height / 2}
        dy="0.35em"
        textAnchor={atEnd ? "end" : "start"}
        className="fill-ink text-[13px] tabular-nums"
      >
        {fitted(`${shown?.text ?? ""} ${shown?.label ?? ""}`, width * 0.42, FONT)}
      </text>
    </g>
  );
}

/** A band between two places, as wide as its amount. */
function Band({ link, place }: { link: SankeyLinkProps; place: number }) {
  const { sourceX, sourceY, sourceControlX, targetX, targetY, targetControlX, linkWidth } = link;
  return (
    <path
      d={`M${sourceX},${sourceY} C${sourceControlX},${sourceY} ${targetControlX},${targetY} ${targetX},${targetY}`}
      fill="none"
      stroke={colour(place)}
      strokeOpacity={0.3}
      strokeWidth={Math.max(1, linkWidth)}
    />
  );
}

/** The drawing of a flow; loaded only where one stands, and read by nobody but the eye. */
export default function SankeyCanvas({ data, height }: { data: DrawnFlow; height: number }) {
  return (
    <div className="size-full bg-surface">
      <ResponsiveContainer width="100%" height={height}>
        <Sankey
          data={{
            nodes: data.nodes.map(({ label }) => ({ name: label })),
            links: data.links.map((link) => ({ ...link })),
          }}
          margin={MARGIN}
          accessibilityLayer={false}
          nodeWidth={10}
          nodePadding={18}
          sort={false}
          node={(node: SankeyNodeProps) => <Place node={node} data={data} />}
          link={(link: SankeyLinkProps) => (
            <Band link={link} place={data.nodes[data.links[link.index]?.source ?? 0]?.place ?? 0} />
          )}
        />
      </ResponsiveContainer>
    </div>
  );
}
