import { ChartTable } from "../charts/chart-table";
import { colour, fitted, seriesClass, widthOf } from "../charts/look";
import type { DrawnChart } from "./drawn-charts";

const WIDTH = 360;
const TYPE = 12;
const LABEL = 18;
const BAR = 14;
const STEP = 18;
const GAP = 8;

type Props = { chart: DrawnChart; heads: readonly [string, string] };

/**
 * A picture that needs no program to be drawn: full bars are this year's, empty ones the year before, and each says its
 * amount, so that paper without colour shows the same. The same numbers stand in a table for whoever does not see it.
 */
export function StillChart({ chart, heads }: Props) {
  const texts = chart.lines.flatMap(({ bars }) => bars.map(({ text }) => text));
  const longest = WIDTH - Math.max(...texts.map((text) => widthOf(text, TYPE))) - 10;
  const tops = chart.lines.map((_, place) =>
    chart.lines
      .slice(0, place)
      .reduce((sum, { bars }) => sum + LABEL + bars.length * STEP + GAP, 0),
  );
  const height = texts.length * STEP + chart.lines.length * (LABEL + GAP);
  return (
    <figure className="min-w-0 max-w-md break-inside-avoid font-sans leading-normal">
      <figcaption className="mb-1 text-sm font-semibold">{chart.title}</figcaption>
      <svg viewBox={`0 0 ${WIDTH} ${height}`} className="w-full" aria-hidden="true">
        {chart.lines.map((line, place) => (
          <g key={line.key} transform={`translate(0 ${tops[place] ?? 0})`}>
            <text y={TYPE} fontSize={TYPE} className="fill-ink">
              {fitted(line.label, WIDTH, TYPE)}
            </text>
            {line.bars.map((bar, order) => {
              const wide = Math.max(bar.length > 0 ? 2 : 0, (longest * bar.length) / 1000);
              const top = LABEL + order * STEP;
              return (
                <g key={bar.key}>
                  <rect
                    x={0.5}
                    y={top}
                    width={wide}
                    height={BAR}
                    {...(bar.earlier
                      ? { fill: "none", stroke: "var(--ink)", strokeDasharray: "3 2" }
                      : { fill: colour(0), className: seriesClass(0) })}
                  />
                  <text
                    x={wide + 6}
                    y={top + BAR - 3}
                    fontSize={TYPE}
                    className="fill-ink tabular-nums"
                  >
                    {bar.text}
                  </text>
                </g>
              );
            })}
          </g>
        ))}
      </svg>
      <div className="sr-only">
        <ChartTable
          caption={chart.title}
          heads={heads}
          rows={chart.lines.flatMap((line) =>
            line.bars.map((bar) => ({
              key: `${line.key} ${bar.key}`,
              label: line.label,
              cells: [bar.text],
            })),
          )}
        />
      </div>
      <p className="mt-1 text-sm text-muted">{chart.note}</p>
    </figure>
  );
}
