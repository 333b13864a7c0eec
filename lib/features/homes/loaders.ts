import "server-only";
import { loaderOf } from "@/lib/platform/corridor/loader";
import {
  expertHomeProcedure,
  governanceHomeProcedure,
  organizationHomeProcedure,
} from "./procedures";

export const loadGovernanceHome = loaderOf(governanceHomeProcedure);
export const loadOrganizationHome = loaderOf(organizationHomeProcedure);
export const loadExpertHome = loaderOf(expertHomeProcedure);
