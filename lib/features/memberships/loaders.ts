import "server-only";
import { loaderOf } from "@/lib/platform/corridor/loader";
import { certificateQuery, exitQuery, sleepingQuery } from "./procedures/life";
import {
  composition,
  getOrganizationPage,
  handoverQuery,
  list,
  staged,
} from "./procedures/register";

export const loadMembers = loaderOf(list);
export const loadComposition = loaderOf(composition);
export const loadOrganization = loaderOf(getOrganizationPage);
export const loadHandover = loaderOf(handoverQuery);
export const loadImport = loaderOf(staged);
export const loadExit = loaderOf(exitQuery);
export const loadCertificate = loaderOf(certificateQuery);
export const loadSleeping = loaderOf(sleepingQuery);
