import { colour, hatch, Patterns, seriesClass } from "./look";
import type { Series } from "./types";

/** Names of the series beside their look, in the order of the bars. */
export function Legend({ series }: { series: readonly Series[] }) {
  return (
    <ul className="mb-2 flex flex-wrap gap-x-4 gap-y-1 text-sm">
      {series.map((one, place) => (
        <li key={one.key} className="flex items-center gap-1.5">
          <svg viewBox="0 0 14 14" className="size-3.5" aria-hidden="true">
            <Patterns />
            <rect
              width={14}
              height={14}
              rx={2}
              stroke={colour(place)}
              fill={one.provisional ? hatch(place) : colour(place)}
              className={one.provisional ? undefined : seriesClass(place)}
            />
          </svg>
          {one.label}
        </li>
      ))}
    </ul>
  );
}
