"use client";

type LabelProps = {
  x?: number | string | undefined;
  y?: number | string | undefined;
  width?: number | string | undefined;
  height?: number | string | undefined;
  value?: unknown;
  /** Beside the end of a horizontal bar, or above a vertical one. */
  across: boolean;
};

/** The value at the end of its bar, on one line however narrow the bar is. */
export function BarLabel({ x, y, width, height, value, across }: LabelProps) {
  const left = Number(x);
  const top = Number(y);
  return (
    <text
      x={across ? left + Number(width) + 6 : left + Number(width) / 2}
      y={across ? top + Number(height) / 2 : top - 6}
      dy={across ? "0.35em" : undefined}
      textAnchor={across ? "start" : "middle"}
      className="fill-ink text-[13px] tabular-nums"
    >
      {String(value ?? "")}
    </text>
  );
}
