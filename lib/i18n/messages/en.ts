import { access } from "./en/access";
import { alliances } from "./en/alliances";
import { applications } from "./en/applications";
import { audit } from "./en/audit";
import { bodies } from "./en/bodies";
import { common } from "./en/common";
import { dashboards } from "./en/dashboards";
import { documents } from "./en/documents";
import { elections } from "./en/elections";
import { errors } from "./en/errors";
import { fields } from "./en/fields";
import { files } from "./en/files";
import { funds } from "./en/funds";
import { interests } from "./en/interests";
import { meetings } from "./en/meetings";
import { memberships } from "./en/memberships";
import { metrics } from "./en/metrics";
import { minutes } from "./en/minutes";
import { organizations } from "./en/organizations";
import { outcomes } from "./en/outcomes";
import { projects } from "./en/projects";
import { reference } from "./en/reference";
import { refusals } from "./en/refusals";
import { resolutions } from "./en/resolutions";
import { tasks } from "./en/tasks";
import { votes } from "./en/votes";

export const messages = {
  access,
  alliances,
  applications,
  audit,
  bodies,
  common,
  dashboards,
  documents,
  elections,
  errors,
  fields,
  files,
  funds,
  interests,
  meetings,
  memberships,
  metrics,
  minutes,
  organizations,
  outcomes,
  projects,
  reference,
  refusals,
  resolutions,
  tasks,
  votes,
};
