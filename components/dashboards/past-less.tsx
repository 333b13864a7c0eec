import { useLocale, useTranslations } from "next-intl";
import type { MetricNumber } from "@/lib/features/dashboards/schema";
import { useMetricWords } from "./words";

/** Numbers of a group that have no past: which, and why, in one sentence instead of a wall of empty tiles. */
export function PastLess({ numbers }: { numbers: readonly MetricNumber[] }) {
  const t = useTranslations("dashboards");
  const { nameOf } = useMetricWords(useLocale());
  const [first] = numbers;
  if (!first) return null;
  return (
    <p className="mt-3 text-sm text-muted">
      {t("noPast", { names: numbers.map(nameOf).join(t("marks.and")) })}{" "}
      {t(first.source === "funds" ? "noPastFunds" : "noPastList")}
    </p>
  );
}
