import { access } from "./zh-CN/access";
import { alliances } from "./zh-CN/alliances";
import { applications } from "./zh-CN/applications";
import { audit } from "./zh-CN/audit";
import { bodies } from "./zh-CN/bodies";
import { common } from "./zh-CN/common";
import { dashboards } from "./zh-CN/dashboards";
import { documents } from "./zh-CN/documents";
import { elections } from "./zh-CN/elections";
import { errors } from "./zh-CN/errors";
import { fields } from "./zh-CN/fields";
import { files } from "./zh-CN/files";
import { funds } from "./zh-CN/funds";
import { interests } from "./zh-CN/interests";
import { meetings } from "./zh-CN/meetings";
import { memberships } from "./zh-CN/memberships";
import { metrics } from "./zh-CN/metrics";
import { minutes } from "./zh-CN/minutes";
import { organizations } from "./zh-CN/organizations";
import { outcomes } from "./zh-CN/outcomes";
import { projects } from "./zh-CN/projects";
import { reference } from "./zh-CN/reference";
import { refusals } from "./zh-CN/refusals";
import { resolutions } from "./zh-CN/resolutions";
import { tasks } from "./zh-CN/tasks";
import { votes } from "./zh-CN/votes";

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
