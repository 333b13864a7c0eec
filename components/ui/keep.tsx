import type { ReactNode } from "react";

/** Keeps a day on one line: the hyphens in it are places to break. For messages with `<keep>`. */
export const keep = (words: ReactNode) => <span className="whitespace-nowrap">{words}</span>;
