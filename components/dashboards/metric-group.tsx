import { useTranslations } from "next-intl";
import type { Dashboard, MetricSeries } from "@/lib/features/dashboards/schema";
import { EmptyState } from "../ui/empty-state";
import { Panel } from "../ui/panel";
import { MetricTile } from "./metric-tile";

/** Metrics that belong together and are never added to each other. */
export function MetricGroup({
  tenant,
  dashboard,
  title,
  description,
  metrics,
  withYears = false,
}: {
  tenant: string;
  dashboard: Dashboard;
  title: string;
  description?: string;
  metrics: readonly MetricSeries[];
  /** Draws the years of each metric below its number. */
  withYears?: boolean;
}) {
  const t = useTranslations("dashboards");
  return (
    <Panel title={title} {...(description && { description })}>
      {metrics.length === 0 ? (
        <EmptyState title={t("none")} hint={t("noneHint")} />
      ) : (
        <div className="grid gap-6 md:grid-cols-2 xl:grid-cols-3">
          {metrics.map((metric) => (
            <MetricTile
              key={metric.code}
              tenant={tenant}
              dashboard={dashboard}
              metric={metric}
              withYears={withYears}
            />
          ))}
        </div>
      )}
    </Panel>
  );
}
