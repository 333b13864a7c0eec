import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import type { IndicatorView } from "@/lib/features/evaluations/schema/schemes";
import { Badge } from "../ui/badge";
import { plain, useSentence } from "./use-sentence";

const indent = ["", "", "sm:pl-5", "sm:pl-10"];

type Props = {
  indicators: readonly IndicatorView[];
  /** What may be done with one. */
  actions?: (indicator: IndicatorView) => ReactNode;
};

/** The tree with each rule as a sentence. */
export function IndicatorTree({ indicators, actions }: Props) {
  const t = useTranslations("evaluations.schemes");
  const sentence = useSentence();
  if (indicators.length === 0) return <p className="text-muted">{t("noIndicators")}</p>;
  return (
    <ol className="flex flex-col divide-y divide-line">
      {indicators.map((one) => (
        <li key={one.id} className={`py-3 first:pt-0 ${indent[one.depth] ?? ""}`}>
          <div className="flex flex-wrap items-baseline justify-between gap-x-4">
            <p className={one.kind ? "font-medium" : "font-semibold"}>
              {one.code} {one.name}
            </p>
            <p className="flex items-center gap-2 whitespace-nowrap tabular-nums">
              {one.kind && <Badge>{t(`kind.${one.kind}`)}</Badge>}
              {one.weight === "0.00" ? t("weightless") : t("points", { points: plain(one.weight) })}
            </p>
          </div>
          <p className="text-muted">{sentence(one)}</p>
          {one.metricCode && (
            <p className="text-sm text-muted">{t("metric", { code: one.metricCode })}</p>
          )}
          {one.evidence && (
            <p className="text-sm text-muted">{t("evidence", { text: one.evidence })}</p>
          )}
          {actions?.(one)}
        </li>
      ))}
    </ol>
  );
}
