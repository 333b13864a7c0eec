import type { ReactNode } from "react";

export type Fact = { label: string; value: ReactNode };

/** Labels and values of a record, in as many columns as fit; on a phone each value stands beside its label. */
export function Facts({ items }: { items: readonly Fact[] }) {
  return (
    <dl className="grid grid-cols-[repeat(auto-fill,minmax(min(100%,14rem),1fr))] gap-x-6 gap-y-2 sm:gap-y-3">
      {items.map((item) => (
        <div
          key={item.label}
          className="min-w-0 max-sm:grid max-sm:grid-cols-[minmax(5.5rem,32%)_1fr] max-sm:items-baseline max-sm:gap-x-3"
        >
          <dt className="text-sm text-muted">{item.label}</dt>
          <dd className="min-w-0 break-words">{item.value}</dd>
        </div>
      ))}
    </dl>
  );
}
