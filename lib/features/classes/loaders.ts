import "server-only";
import { loaderOf } from "@/lib/platform/corridor/loader";
import { classSummaryQuery, getClassQuery, listClassesQuery } from "./procedures";

export const loadClasses = loaderOf(listClassesQuery);
export const loadClassSummary = loaderOf(classSummaryQuery);
export const loadClass = loaderOf(getClassQuery);
