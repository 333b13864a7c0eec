import * as access from "@/lib/features/access/procedures";
import * as roles from "@/lib/features/access/procedures/roles";
import * as alliances from "@/lib/features/alliances/procedures";
import * as powers from "@/lib/features/alliances/procedures/powers";
import * as bodiesOf from "@/lib/features/alliances/procedures/structure";
import * as applications from "@/lib/features/applications/procedures";
import * as audit from "@/lib/features/audit/procedures";
import * as bodies from "@/lib/features/bodies/procedures";
import * as ruleSets from "@/lib/features/bodies/procedures/rule-sets";
import * as seats from "@/lib/features/bodies/procedures/seats";
import * as dashboards from "@/lib/features/dashboards/procedures";
import * as documents from "@/lib/features/documents/procedures";
import * as elections from "@/lib/features/elections/procedures";
import { getFileProcedure } from "@/lib/features/files/procedures";
import * as funds from "@/lib/features/funds/procedures";
import * as interests from "@/lib/features/interests/procedures";
import * as meetings from "@/lib/features/meetings/procedures";
import * as meetingAttend from "@/lib/features/meetings/procedures/attend";
import * as meetingPrepare from "@/lib/features/meetings/procedures/prepare";
import * as proposals from "@/lib/features/meetings/procedures/proposals";
import * as meetingRun from "@/lib/features/meetings/procedures/run";
import * as memberships from "@/lib/features/memberships/procedures";
import * as membershipLife from "@/lib/features/memberships/procedures/life";
import * as metrics from "@/lib/features/metrics/procedures";
import * as minutes from "@/lib/features/minutes/procedures";
import * as organizations from "@/lib/features/organizations/procedures";
import * as outcomes from "@/lib/features/outcomes/procedures";
import * as people from "@/lib/features/people/procedures";
import * as projects from "@/lib/features/projects/procedures";
import * as resolutions from "@/lib/features/resolutions/procedures";
import * as tasks from "@/lib/features/tasks/procedures";
import * as ballots from "@/lib/features/votes/procedures/ballots";
import * as departures from "@/lib/features/votes/procedures/departure";
import * as votes from "@/lib/features/votes/procedures/run";
import type { UseCase } from "@/lib/platform/corridor/use-case";

const features = [
  ballots,
  access,
  alliances,
  applications,
  audit,
  bodies,
  bodiesOf,
  dashboards,
  documents,
  elections,
  funds,
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
  people,
  powers,
  projects,
  resolutions,
  tasks,
  roles,
  ruleSets,
  votes,
  departures,
];

/** Every use case that REST offers, and that the permission tests walk. Files' bytes have handlers of their own. */
export const operations: readonly UseCase[] = [
  ...features.flatMap((feature) => Object.values<UseCase>(feature)),
  getFileProcedure,
];
