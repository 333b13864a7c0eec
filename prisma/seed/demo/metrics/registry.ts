import type { DemoRows } from "../rows";
import { membersMetrics } from "./members";
import { moneyMetrics } from "./money";
import { platformsMetrics } from "./platforms";
import { programmesMetrics } from "./programmes";
import { projectsMetrics } from "./projects";
import { resultsMetrics } from "./results";
import { studentsMetrics } from "./students";
import { trainingMetrics } from "./training";
import type { MetricWords } from "./words";

/** The 84 metrics of domain.md section 4, in the order of their codes. */
const metricRegistry: readonly MetricWords[] = [
  ...membersMetrics,
  ...platformsMetrics,
  ...projectsMetrics,
  ...moneyMetrics,
  ...resultsMetrics,
  ...trainingMetrics,
  ...studentsMetrics,
  ...programmesMetrics,
].sort((a, b) => (a.code < b.code ? -1 : 1));

export const metricDefinitionRows = (): Partial<DemoRows> => ({
  metricDefinition: metricRegistry.map((metric) => ({
    code: metric.code,
    sortOrder: Number(metric.code.slice(1)),
    nameZh: metric.zh,
    nameEn: metric.en,
    unitZh: metric.unit[0],
    unitEn: metric.unit[1],
    aggregation: metric.aggregation,
    yearBasis: metric.yearBasis ?? "calendar",
    definitionZh: metric.definition[0],
    definitionEn: metric.definition[1],
    reportable: metric.reported !== undefined,
    evidenceRequired: metric.reported === "with evidence",
  })),
});
