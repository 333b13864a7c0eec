import "server-only";
import { loaderOf } from "@/lib/platform/corridor/loader";
import { composition, getOrganizationPage, list, staged } from "./procedures";
import { certificateQuery, exitQuery, sleepingQuery } from "./procedures/life";

export const loadMembers = loaderOf(list);
export const loadComposition = loaderOf(composition);
export const loadOrganization = loaderOf(getOrganizationPage);
export const loadImport = loaderOf(staged);
export const loadExit = loaderOf(exitQuery);
export const loadCertificate = loaderOf(certificateQuery);
export const loadSleeping = loaderOf(sleepingQuery);
