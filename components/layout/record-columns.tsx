import type { ReactNode } from "react";
import { cx } from "../ui/cx";

type Props = {
  /** What is to be done now: first on a phone, beside the record on a desk. */
  steps?: ReactNode;
  children: ReactNode;
  /** What is seldom done: last on a phone, below the steps on a desk. */
  tools?: ReactNode;
};

const column = "flex min-w-0 flex-col gap-4 empty:hidden";

/**
 * A record and what is done with it. The parts stand in the document as they stand on a phone: a slow line brings a page in
 * pieces, and a piece that comes later must not push down what is read already.
 */
export function RecordColumns({ steps, children, tools }: Props) {
  return (
    <div className="grid items-start gap-4 lg:grid-cols-[2fr_1fr] lg:grid-rows-[auto_1fr]">
      {steps && <div className={cx(column, "lg:col-start-2")}>{steps}</div>}
      <div className={cx(column, "lg:col-start-1 lg:row-span-2 lg:row-start-1")}>{children}</div>
      {tools && <div className={cx(column, "lg:col-start-2")}>{tools}</div>}
    </div>
  );
}
