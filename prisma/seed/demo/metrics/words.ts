import type { MetricAggregation, YearBasis } from "@/prisma/generated/enums";

export type MetricWords = {
  code: string;
  zh: string;
  en: string;
  /** Chinese, English. */
  unit: readonly [string, string];
  aggregation: MetricAggregation;
  /** Calendar year unless told otherwise. */
  yearBasis?: YearBasis;
  /** Chinese, English. */
  definition: readonly [string, string];
  /** Members report results under it. */
  reported?: "with evidence" | "plainly";
};
