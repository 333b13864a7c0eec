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

/** One colour and pattern per series; `provisional` draws all of it hatched. */
export type Series = { key: string; label: string; provisional?: boolean };

/** A row of a chart with several series; a value may be missing, which is not zero. */
export type SeriesDatum = {
  label: string;
  values: Record<string, number | null | undefined>;
  texts?: Record<string, string>;
  href?: string;
};
