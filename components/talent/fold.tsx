import type { ReactNode } from "react";

/** A form that is rarely needed, behind its name. */
export function Fold({ title, children }: { title: string; children: ReactNode }) {
  return (
    <details>
      <summary className="min-h-6 cursor-pointer">{title}</summary>
      <div className="mt-3">{children}</div>
    </details>
  );
}
