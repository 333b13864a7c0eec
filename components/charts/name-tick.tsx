"use client";

import { fitted } from "./look";

type TickProps = {
  x?: number | string;
  y?: number | string;
  payload?: { value?: string };
  width?: number;
  textAnchor?: "start" | "middle" | "end" | "inherit";
};

/** A name on an axis: cut where it is too long, in full as its title. */
export function NameTick({ x = 0, y = 0, payload, width = 96, textAnchor }: TickProps) {
  const text = payload?.value ?? "";
  const beside = textAnchor === "end";
  return (
    <text
      x={x}
      y={y}
      dy={beside ? "0.35em" : "1em"}
      textAnchor={textAnchor ?? "middle"}
      className="fill-ink text-[13px]"
    >
      <title>{text}</title>
      {fitted(text, width, 13)}
    </text>
  );
}
