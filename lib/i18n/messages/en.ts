import { access } from "./en/access";
import { alliances } from "./en/alliances";
import { applications } from "./en/applications";
import { audit } from "./en/audit";
import { bodies } from "./en/bodies";
import { common } from "./en/common";
import { dashboards } from "./en/dashboards";
import { errors } from "./en/errors";
import { fields } from "./en/fields";
import { files } from "./en/files";
import { funds } from "./en/funds";
import { meetings } from "./en/meetings";
import { memberships } from "./en/memberships";
import { metrics } from "./en/metrics";
import { organizations } from "./en/organizations";
import { outcomes } from "./en/outcomes";
import { projects } from "./en/projects";
import { reference } from "./en/reference";
import { refusals } from "./en/refusals";

export const messages = {
  access,
  alliances,
  applications,
  audit,
  bodies,
  common,
  dashboards,
  errors,
  fields,
  files,
  funds,
  meetings,
  memberships,
  metrics,
  organizations,
  outcomes,
  projects,
  reference,
  refusals,
};
