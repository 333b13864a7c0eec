import { loaderOf } from "@/lib/platform/corridor/loader";
import { getDashboardProcedure, partsProcedure, picturesProcedure } from "./procedures";

export const loadDashboard = loaderOf(getDashboardProcedure);
export const loadParts = loaderOf(partsProcedure);
export const loadPictures = loaderOf(picturesProcedure);
