import type { ReactNode } from "react";
import { cx } from "./cx";

const frames = {
  plain: "",
  /** Under others of its kind, set off by a line. */
  line: "border-t border-line pt-2",
  boxed: "rounded border border-line",
};

/** What is not the usual step, behind its name until somebody asks for it. */
export function Fold({
  label,
  frame = "plain",
  open,
  hint,
  children,
}: {
  label: string;
  frame?: keyof typeof frames;
  open?: boolean;
  hint?: string;
  children: ReactNode;
}) {
  const boxed = frame === "boxed";
  return (
    <details open={open} className={frames[frame]}>
      <summary
        className={cx(
          "min-h-11 cursor-pointer py-2.5 lg:min-h-6 lg:py-1",
          boxed && "px-3 font-medium",
        )}
      >
        {label}
      </summary>
      <div className={cx("mt-1 mb-3", boxed && "flex flex-col gap-4 px-3")}>
        {hint && <p className="mb-2 text-sm text-muted">{hint}</p>}
        {children}
      </div>
    </details>
  );
}
