import "server-only";
import { loaderOf } from "@/lib/platform/corridor/loader";
import { getProjectProcedure, listProjectsProcedure, registrationProcedure } from "./procedures";

export const loadProjects = loaderOf(listProjectsProcedure);
export const loadProject = loaderOf(getProjectProcedure);
export const loadRegistration = loaderOf(registrationProcedure);
