import { useTranslations } from "next-intl";
import type { IndicatorView } from "@/lib/features/evaluations/schema/schemes";

/** "600.00" → "600": whole numbers are said without decimals. */
export const plain = (text: string): string => text.replace(/\.00$/, "");

type Told = Pick<
  IndicatorView,
  "kind" | "weight" | "unit" | "target" | "floor" | "cap" | "each" | "most" | "levels"
>;

/** A rule as a sentence that a member can check by hand. */
export function useSentence() {
  const t = useTranslations("evaluations.schemes");
  return (rule: Told): string => {
    const value = (text: string | null) => plain(text ?? "0");
    if (!rule.kind) return t("sentence.group", { weight: value(rule.weight) });
    const kind = rule.kind === "threshold" && rule.floor !== null ? "thresholdFloor" : rule.kind;
    return t(`sentence.${kind}`, {
      weight: value(rule.weight),
      unit: rule.unit ?? "",
      target: value(rule.target),
      floor: value(rule.floor),
      cap: value(rule.cap),
      each: value(rule.each),
      most: value(rule.most),
      levels: rule.levels
        .filter(({ points }) => points !== "0.00")
        .map(({ level, points }) =>
          t("sentence.levelPart", { level: t(`level.${level}`), points: value(points) }),
        )
        .join(t("sentence.levelJoin")),
    });
  };
}
