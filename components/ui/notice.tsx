import type { ReactNode } from "react";
import { cx } from "./cx";
import { type Tone, ToneMark, toneSoft } from "./tone";

/** Something to know before going on. For what just happened in a form, the form speaks itself. */
export function Notice({
  tone = "neutral",
  title,
  children,
}: {
  tone?: Tone;
  title?: ReactNode;
  children?: ReactNode;
}) {
  return (
    <div className={cx("flex gap-2 rounded border px-3 py-2", toneSoft[tone])}>
      <ToneMark tone={tone} className="mt-1.5" />
      <div className="min-w-0 flex-1">
        {title && <p className="font-medium">{title}</p>}
        {children && <div className="text-sm">{children}</div>}
      </div>
    </div>
  );
}
