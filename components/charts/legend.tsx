import { colour, hatch, Patterns, seriesClass } from "./look";

export type LegendItem = { label: string; place: number; provisional?: boolean | undefined };

/** Names of the series beside their look, in the order of the bars. */
export function Legend({ items }: { items: readonly LegendItem[] }) {
  return (
    <ul className="mb-2 flex flex-wrap gap-x-4 gap-y-1 text-sm">
      {items.map(({ label, place, provisional }) => (
        <li key={label} className="flex items-center gap-1.5">
          <svg viewBox="0 0 14 14" className="size-3.5" aria-hidden="true">
            <Patterns />
            <rect
              width={14}
              height={14}
              rx={2}
              stroke={colour(place)}
              fill={provisional ? hatch(place) : colour(place)}
              className={provisional ? undefined : seriesClass(place)}
            />
          </svg>
          {label}
        </li>
      ))}
    </ul>
  );
}
