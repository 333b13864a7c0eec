/**
 * One bar. `value` is the whole; `hatched` is the part of it that may still change, as it is drawn, and `provisional` the part
 * that is not verified yet, as it is told.
 */
export type BarDatum = {
  label: string;
  value: number;
  hatched?: number;
  provisional?: number;
  /** The value in words where the number alone would lose something (money in its unit). */
  text?: string;
  /** The records behind the value. */
  href?: string;
};

/** Places in the order of the flow, and the bands between them by their position in `nodes`. */
export type DrawnFlow = {
  /** `place` is the colour; the text is the amount in its unit. */
  nodes: readonly { label: string; text: string; place: number }[];
  links: readonly { source: number; target: number; value: number }[];
};
