import type { ReactNode } from "react";

/** What stands where a list has no rows: says why, and what the first step is. */
export function EmptyState({
  title,
  hint,
  action,
}: {
  title: ReactNode;
  hint?: ReactNode;
  action?: ReactNode;
}) {
  return (
    <div className="flex flex-col items-center gap-2 px-4 py-10 text-center">
      <p className="font-medium">{title}</p>
      {hint && <p className="max-w-prose text-sm text-muted">{hint}</p>}
      {action && <div className="mt-2 print:hidden">{action}</div>}
    </div>
  );
}
