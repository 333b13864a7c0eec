import * as access from "@/lib/features/access/procedures/accounts";
import * as roles from "@/lib/features/access/procedures/roles";
import * as agreements from "@/lib/features/agreements/procedures";
import * as alerts from "@/lib/features/alerts/procedures";
import * as alliances from "@/lib/features/alliances/procedures/alliances";
import * as powers from "@/lib/features/alliances/procedures/powers";
import * as bodiesOf from "@/lib/features/alliances/procedures/structure";
import * as applications from "@/lib/features/applications/procedures";
import * as audit from "@/lib/features/audit/procedures";
import * as bodies from "@/lib/features/bodies/procedures/roster";
import * as ruleSets from "@/lib/features/bodies/procedures/rule-sets";
import * as seats from "@/lib/features/bodies/procedures/seats";
import * as callAssessing from "@/lib/features/calls/procedures/assess";
import * as callAwards from "@/lib/features/calls/procedures/award";
import * as callBids from "@/lib/features/calls/procedures/bids";
import * as livingLists from "@/lib/features/calls/procedures/lists";
import * as calls from "@/lib/features/calls/procedures/needs";
import * as certificates from "@/lib/features/certificates/procedures";
import * as classes from "@/lib/features/classes/procedures";
import * as colleges from "@/lib/features/colleges/procedures/colleges";
import * as collegeReviews from "@/lib/features/colleges/procedures/reviews";
import * as corrections from "@/lib/features/corrections/procedures";
import * as dashboards from "@/lib/features/dashboards/procedures";
import * as documents from "@/lib/features/documents/procedures";
import * as elections from "@/lib/features/elections/procedures";
import * as enterprises from "@/lib/features/enterprises/procedures";
import * as evaluationJudging from "@/lib/features/evaluations/procedures/judging";
import * as evaluations from "@/lib/features/evaluations/procedures/rounds";
import * as evaluationSchemes from "@/lib/features/evaluations/procedures/schemes";
import { getFileProcedure } from "@/lib/features/files/procedures";
import * as budgets from "@/lib/features/funds/procedures/budgets";
import * as entries from "@/lib/features/funds/procedures/entries";
import * as promises from "@/lib/features/funds/procedures/promises";
import * as fundReports from "@/lib/features/funds/procedures/reports";
import * as homes from "@/lib/features/homes/procedures";
import * as indicators from "@/lib/features/indicators/procedures";
import * as interests from "@/lib/features/interests/procedures";
import * as meetingAttend from "@/lib/features/meetings/procedures/attend";
import * as meetingPrepare from "@/lib/features/meetings/procedures/prepare";
import * as proposals from "@/lib/features/meetings/procedures/proposals";
import * as meetings from "@/lib/features/meetings/procedures/record";
import * as meetingRun from "@/lib/features/meetings/procedures/run";
import * as membershipLife from "@/lib/features/memberships/procedures/life";
import * as memberships from "@/lib/features/memberships/procedures/register";
import * as metrics from "@/lib/features/metrics/procedures";
import * as minutes from "@/lib/features/minutes/procedures";
import * as organizations from "@/lib/features/organizations/procedures";
import * as trainings from "@/lib/features/outcomes/procedures/batches";
import * as coClaims from "@/lib/features/outcomes/procedures/co-claims";
import * as doubles from "@/lib/features/outcomes/procedures/doubles";
import * as outcomes from "@/lib/features/outcomes/procedures/records";
import * as people from "@/lib/features/people/procedures";
import * as platformBookings from "@/lib/features/platforms/procedures/bookings";
import * as parks from "@/lib/features/platforms/procedures/parks";
import * as platforms from "@/lib/features/platforms/procedures/platforms";
import * as platformPromotions from "@/lib/features/platforms/procedures/promotions";
import * as programmes from "@/lib/features/programmes/procedures";
import * as projectCredits from "@/lib/features/projects/procedures/credits";
import * as projectDecisions from "@/lib/features/projects/procedures/decisions";
import * as projectLife from "@/lib/features/projects/procedures/life";
import * as projectPanels from "@/lib/features/projects/procedures/panels";
import * as projectPartners from "@/lib/features/projects/procedures/partners";
import * as projects from "@/lib/features/projects/procedures/projects";
import * as projectWork from "@/lib/features/projects/procedures/work";
import * as regions from "@/lib/features/regions/procedures";
import * as reportingCycles from "@/lib/features/reporting/procedures/cycles";
import * as reportingReports from "@/lib/features/reporting/procedures/reports";
import * as cases from "@/lib/features/reports/procedures/cases";
import * as editions from "@/lib/features/reports/procedures/editions";
import * as editionLife from "@/lib/features/reports/procedures/life";
import * as resolutions from "@/lib/features/resolutions/procedures";
import * as subscriptions from "@/lib/features/subscriptions/procedures";
import * as talentDemands from "@/lib/features/talent/procedures/demands";
import * as talentReports from "@/lib/features/talent/procedures/reports";
import * as talentSupply from "@/lib/features/talent/procedures/supply";
import * as targets from "@/lib/features/targets/procedures";
import * as tasks from "@/lib/features/tasks/procedures";
import * as verification from "@/lib/features/verification/procedures/desk";
import * as samples from "@/lib/features/verification/procedures/samples";
import * as ballots from "@/lib/features/votes/procedures/ballots";
import * as departures from "@/lib/features/votes/procedures/departure";
import * as votes from "@/lib/features/votes/procedures/run";
import type { UseCase } from "@/lib/platform/corridor/use-case";

const features = [
  collegeReviews,
  colleges,
  parks,
  platformBookings,
  platformPromotions,
  platforms,
  agreements,
  ballots,
  access,
  alliances,
  applications,
  audit,
  bodies,
  bodiesOf,
  calls,
  callAssessing,
  callAwards,
  callBids,
  livingLists,
  corrections,
  certificates,
  verification,
  samples,
  dashboards,
  homes,
  regions,
  subscriptions,
  alerts,
  targets,
  documents,
  elections,
  enterprises,
  budgets,
  entries,
  promises,
  fundReports,
  indicators,
  interests,
  meetings,
  meetingAttend,
  meetingPrepare,
  meetingRun,
  proposals,
  memberships,
  membershipLife,
  seats,
  metrics,
  minutes,
  organizations,
  outcomes,
  trainings,
  coClaims,
  doubles,
  evaluations,
  evaluationJudging,
  evaluationSchemes,
  people,
  powers,
  projects,
  projectWork,
  projectPanels,
  projectDecisions,
  projectLife,
  projectPartners,
  projectCredits,
  reportingCycles,
  reportingReports,
  resolutions,
  tasks,
  roles,
  ruleSets,
  votes,
  departures,
  programmes,
  classes,
  editions,
  editionLife,
  cases,
  talentDemands,
  talentReports,
  talentSupply,
];

/** Every use case that REST offers, and that the permission tests walk. Files' bytes have handlers of their own. */
export const operations: readonly UseCase[] = [
  ...features.flatMap((feature) => Object.values<UseCase>(feature)),
  getFileProcedure,
];
