import { useLocale } from "next-intl";
import type { Dashboard, MetricNumber } from "@/lib/features/dashboards/schema";
import { usePeriod, useShown } from "./number-tile";
import { useMetricWords } from "./words";

/** One number to be read from the last row. */
export function WallNumber({ number, dashboard }: { number: MetricNumber; dashboard: Dashboard }) {
  const { nameOf } = useMetricWords(useLocale());
  const shown = useShown()(number);
  const period = usePeriod()(number, dashboard);
  return (
    <section aria-label={nameOf(number)} className="rounded border border-line bg-surface p-8">
      <h2 className="text-2xl text-muted">{nameOf(number)}</h2>
      <p className="mt-2 text-6xl font-semibold tabular-nums">
        {shown.text} <span className="text-2xl text-muted">{shown.unit}</span>
      </p>
      <p className="mt-2 text-xl text-muted">{period}</p>
    </section>
  );
}
