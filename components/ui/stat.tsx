import Link from "next/link";
import type { ReactNode } from "react";

/** One number with all that it must say: unit, period, state, and the records behind it. */
export function Stat({
  label,
  value,
  unit,
  period,
  state,
  href,
  note,
}: {
  label: ReactNode;
  value: ReactNode;
  unit: ReactNode;
  period?: ReactNode;
  state?: ReactNode;
  href?: string;
  note?: ReactNode;
}) {
  const number = (
    <>
      <span className="text-2xl font-semibold tabular-nums">{value}</span>
      <span className="ml-1 text-sm text-muted">{unit}</span>
    </>
  );
  return (
    <div className="min-w-0 rounded border border-line bg-surface px-4 py-3">
      <p className="text-sm text-muted">{label}</p>
      <p className="mt-0.5 break-words">
        {href ? (
          <Link href={href} prefetch={false} className="text-ink no-underline hover:underline">
            {number}
          </Link>
        ) : (
          number
        )}
      </p>
      {(period || state) && (
        <p className="mt-1 flex flex-wrap items-center gap-x-2 gap-y-1 text-sm text-muted">
          {period && <span>{period}</span>}
          {state}
        </p>
      )}
      {note && <div className="mt-1 text-sm text-muted">{note}</div>}
    </div>
  );
}
