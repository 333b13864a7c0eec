import type { IndicatorAggregation, IndicatorKind } from "../types";

export const INDICATOR_CODE = /^[A-Za-z0-9][A-Za-z0-9._-]{0,19}$/;

/** How an answer of this kind is put together when nothing else is said. */
export const usualAggregation = (kind: IndicatorKind | null): IndicatorAggregation | null => {
  if (kind === "flow") return "sum";
  if (kind === "stock") return "last";
  return kind === "ratio" ? "ratio" : null;
};

/** Percentages are made from their parts; what is not a number is not put together at all. */
export const fitsKind = (
  kind: IndicatorKind | null,
  aggregation: IndicatorAggregation | null,
): boolean => {
  if (kind === "stock" || kind === "flow") return aggregation !== null && aggregation !== "ratio";
  return aggregation === usualAggregation(kind);
};

/** "12.5", "12.5 %" → 1250; undefined: not a share of a whole. */
export function readWeight(text: string): number | undefined {
  const plain = text.normalize("NFKC").replace(/%\s*$/, "").trim();
  if (!/^\d{1,3}(\.\d{1,2})?$/.test(plain)) return undefined;
  const weight = Math.round(Number(plain) * 100);
  return weight <= 10_000 ? weight : undefined;
}
