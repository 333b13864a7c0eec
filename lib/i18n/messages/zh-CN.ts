import { access } from "./zh-CN/access";
import { agreements } from "./zh-CN/agreements";
import { alliances } from "./zh-CN/alliances";
import { applications } from "./zh-CN/applications";
import { audit } from "./zh-CN/audit";
import { bodies } from "./zh-CN/bodies";
import { calls } from "./zh-CN/calls";
import { classes } from "./zh-CN/classes";
import { colleges } from "./zh-CN/colleges";
import { common } from "./zh-CN/common";
import { corrections } from "./zh-CN/corrections";
import { dashboards } from "./zh-CN/dashboards";
import { documents } from "./zh-CN/documents";
import { elections } from "./zh-CN/elections";
import { enterprises } from "./zh-CN/enterprises";
import { errors } from "./zh-CN/errors";
import { schemes } from "./zh-CN/evaluations/schemes";
import { fields } from "./zh-CN/fields";
import { files } from "./zh-CN/files";
import { funds } from "./zh-CN/funds";
import { homes } from "./zh-CN/homes";
import { indicators } from "./zh-CN/indicators";
import { interests } from "./zh-CN/interests";
import { prepare } from "./zh-CN/meetings/prepare";
import { register } from "./zh-CN/meetings/register";
import { sitting } from "./zh-CN/meetings/sitting";
import { memberships } from "./zh-CN/memberships";
import { metrics } from "./zh-CN/metrics";
import { minutes } from "./zh-CN/minutes";
import { organizations } from "./zh-CN/organizations";
import { outcomes } from "./zh-CN/outcomes";
import { platforms } from "./zh-CN/platforms";
import { programmes } from "./zh-CN/programmes";
import { projects } from "./zh-CN/projects";
import { reference } from "./zh-CN/reference";
import { refusals } from "./zh-CN/refusals";
import { regions } from "./zh-CN/regions";
import { reporting } from "./zh-CN/reporting";
import { reports } from "./zh-CN/reports";
import { resolutions } from "./zh-CN/resolutions";
import { talent } from "./zh-CN/talent";
import { targets } from "./zh-CN/targets";
import { tasks } from "./zh-CN/tasks";
import { votes } from "./zh-CN/votes";

export const messages = {
  access,
  agreements,
  platforms,
  colleges,
  alliances,
  applications,
  audit,
  bodies,
  calls,
  common,
  corrections,
  dashboards,
  documents,
  elections,
  enterprises,
  errors,
  evaluations: { ...schemes },
  fields,
  files,
  funds,
  homes,
  indicators,
  interests,
  meetings: { ...register, ...prepare, ...sitting },
  memberships,
  metrics,
  minutes,
  organizations,
  outcomes,
  projects,
  reference,
  refusals,
  regions,
  reporting,
  resolutions,
  targets,
  tasks,
  programmes,
  classes,
  reports,
  talent,
  votes,
};
