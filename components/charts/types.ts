/** One bar. `value` is the whole; `provisional` is the part of it that is not verified yet. */
export type BarDatum = {
  label: string;
  value: number;
  provisional?: number;
  /** The value in words where the number alone would lose something (money in its unit). */
  text?: string;
  /** The records behind the value. */
  href?: string;
};
