import "server-only";
import { loaderOf } from "@/lib/platform/corridor/loader";
import { creditedQuery } from "./procedures/credits";
import { powersQuery } from "./procedures/decisions";
import { expertsQuery, openPanelQuery, reviewDeskQuery } from "./procedures/panels";
import { byLinkQuery } from "./procedures/partners";
import {
  getProjectProcedure,
  listProjectsProcedure,
  registrationProcedure,
} from "./procedures/projects";
import { projectWorkQuery } from "./procedures/work";

export const loadProjects = loaderOf(listProjectsProcedure);
export const loadProject = loaderOf(getProjectProcedure);
export const loadRegistration = loaderOf(registrationProcedure);
export const loadWork = loaderOf(projectWorkQuery);
export const loadPowers = loaderOf(powersQuery);
export const loadCredited = loaderOf(creditedQuery);
export const loadByLink = loaderOf(byLinkQuery);
export const loadExperts = loaderOf(expertsQuery);
export const loadReviewDesk = loaderOf(reviewDeskQuery);
export const loadPanel = loaderOf(openPanelQuery);
