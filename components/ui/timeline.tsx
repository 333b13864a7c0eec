import type { ReactNode } from "react";

export type TimelineItem = { at: ReactNode; title: ReactNode; body?: ReactNode };

/** What happened, in the order given. `at` is a day or an instant already put into words. */
export function Timeline({ items }: { items: readonly TimelineItem[] }) {
  // Events have no identity of their own, and two may share an instant: the place in the list is the key.
  const placed = items.map((item, place) => ({ ...item, place }));
  return (
    <ol className="border-l border-line pl-4">
      {placed.map((item) => (
        <li key={item.place} className="relative pb-4 last:pb-0">
          <span
            aria-hidden="true"
            className="absolute top-2 -left-[calc(1rem+4.5px)] size-2 rounded-full bg-control"
          />
          <p className="text-sm text-muted tabular-nums">{item.at}</p>
          <p className="break-words">{item.title}</p>
          {item.body && <div className="text-sm text-muted">{item.body}</div>}
        </li>
      ))}
    </ol>
  );
}
