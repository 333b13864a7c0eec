import "server-only";
import { loaderOf } from "@/lib/platform/corridor/loader";
import {
  getOfferingQuery,
  listIndustriesQuery,
  listOfferingsQuery,
  programmeChoicesQuery,
  programmeOverlapQuery,
  programmeOverviewQuery,
} from "./procedures";

export const loadProgrammeOverview = loaderOf(programmeOverviewQuery);
export const loadOfferings = loaderOf(listOfferingsQuery);
export const loadOffering = loaderOf(getOfferingQuery);
export const loadOverlap = loaderOf(programmeOverlapQuery);
export const loadProgrammeChoices = loaderOf(programmeChoicesQuery);
export const loadIndustries = loaderOf(listIndustriesQuery);
