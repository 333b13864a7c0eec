import * as access from "@/lib/features/access/procedures";
import * as alliances from "@/lib/features/alliances/procedures";
import * as applications from "@/lib/features/applications/procedures";
import * as audit from "@/lib/features/audit/procedures";
import * as bodies from "@/lib/features/bodies/procedures";
import * as dashboards from "@/lib/features/dashboards/procedures";
import { getFileProcedure } from "@/lib/features/files/procedures";
import * as funds from "@/lib/features/funds/procedures";
import * as meetings from "@/lib/features/meetings/procedures";
import * as memberships from "@/lib/features/memberships/procedures";
import * as metrics from "@/lib/features/metrics/procedures";
import * as organizations from "@/lib/features/organizations/procedures";
import * as outcomes from "@/lib/features/outcomes/procedures";
import * as people from "@/lib/features/people/procedures";
import * as projects from "@/lib/features/projects/procedures";
import type { UseCase } from "@/lib/platform/corridor/use-case";

const features = [
  access,
  alliances,
  applications,
  audit,
  bodies,
  dashboards,
  funds,
  meetings,
  memberships,
  metrics,
  organizations,
  outcomes,
  people,
  projects,
];

/** Every use case that REST offers, and that the permission tests walk. Files' bytes have handlers of their own. */
export const operations: readonly UseCase[] = [
  ...features.flatMap((feature) => Object.values<UseCase>(feature)),
  getFileProcedure,
];
