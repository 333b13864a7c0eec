import "server-only";
import { loaderOf } from "@/lib/platform/corridor/loader";
import { getDemandQuery, listDemandsQuery, listOccupationsQuery } from "./procedures/demands";
import {
  getReportQuery,
  listAdjustmentsQuery,
  listReportsQuery,
  talentOverviewQuery,
} from "./procedures/reports";
import {
  getSupplyQuery,
  listMatchesQuery,
  listSuppliesQuery,
  matchCandidatesQuery,
} from "./procedures/supply";

export const loadTalentOverview = loaderOf(talentOverviewQuery);
export const loadDemands = loaderOf(listDemandsQuery);
export const loadDemand = loaderOf(getDemandQuery);
export const loadOccupations = loaderOf(listOccupationsQuery);
export const loadSupplies = loaderOf(listSuppliesQuery);
export const loadSupply = loaderOf(getSupplyQuery);
export const loadMatches = loaderOf(listMatchesQuery);
export const loadCandidates = loaderOf(matchCandidatesQuery);
export const loadAdjustments = loaderOf(listAdjustmentsQuery);
export const loadReports = loaderOf(listReportsQuery);
export const loadReport = loaderOf(getReportQuery);
