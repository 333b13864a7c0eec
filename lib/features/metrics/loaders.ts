import { loaderOf } from "@/lib/platform/corridor/loader";
import { listFiguresProcedure, listMetricsProcedure } from "./procedures";

export const loadMetrics = loaderOf(listMetricsProcedure);
export const loadPublishedFigures = loaderOf(listFiguresProcedure);
