import { z } from "zod";
import { permission } from "@/lib/features/access/policy";
import { defineQuery } from "@/lib/platform/corridor/use-case";
import { listMetrics, listPublishedFigures } from "./queries";
import {
  listFiguresSchema,
  listMetricsSchema,
  metricSchema,
  publishedFigureSchema,
} from "./schema";

export const listMetricsProcedure = defineQuery({
  id: "metrics.list",
  path: "/metrics",
  place: "platform",
  summary: "The registry of metrics: names, units, definitions",
  permission: permission("figure.read_approved"),
  input: listMetricsSchema,
  output: z.object({ items: z.array(metricSchema) }),
  run: listMetrics,
});

export const listFiguresProcedure = defineQuery({
  id: "figures.list",
  path: "/published-figures",
  place: "platform",
  summary: "Published figures with their source, qualifier and period",
  permission: permission("figure.read_approved"),
  input: listFiguresSchema,
  output: z.object({ items: z.array(publishedFigureSchema) }),
  run: listPublishedFigures,
});
