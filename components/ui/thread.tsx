import type { ReactNode } from "react";

export type ThreadStep = { label: ReactNode; value: ReactNode; current?: boolean };

/** The line that a record is part of, from where it began to what became of it; the page's own step is marked. */
export function Thread({ label, steps }: { label: string; steps: readonly ThreadStep[] }) {
  // Steps have no identity of their own: the place in the line is the key.
  const placed = steps.map((step, place) => ({ ...step, place }));
  return (
    <ol aria-label={label} className="flex flex-col gap-3">
      {placed.map((step) => (
        <li
          key={step.place}
          aria-current={step.current ? "step" : undefined}
          className={`border-l-2 pl-3 ${step.current ? "border-accent" : "border-line"}`}
        >
          <p className="text-sm text-muted">{step.label}</p>
          <div className={`break-words ${step.current ? "font-medium" : ""}`}>{step.value}</div>
        </li>
      ))}
    </ol>
  );
}
