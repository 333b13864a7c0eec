import { access } from "./en/access";
import { agreements } from "./en/agreements";
import { alliances } from "./en/alliances";
import { applications } from "./en/applications";
import { audit } from "./en/audit";
import { bodies } from "./en/bodies";
import { calls } from "./en/calls";
import { classes } from "./en/classes";
import { colleges } from "./en/colleges";
import { common } from "./en/common";
import { corrections } from "./en/corrections";
import { dashboards } from "./en/dashboards";
import { documents } from "./en/documents";
import { elections } from "./en/elections";
import { enterprises } from "./en/enterprises";
import { errors } from "./en/errors";
import { schemes } from "./en/evaluations/schemes";
import { fields } from "./en/fields";
import { files } from "./en/files";
import { funds } from "./en/funds";
import { homes } from "./en/homes";
import { indicators } from "./en/indicators";
import { interests } from "./en/interests";
import { prepare } from "./en/meetings/prepare";
import { register } from "./en/meetings/register";
import { sitting } from "./en/meetings/sitting";
import { memberships } from "./en/memberships";
import { metrics } from "./en/metrics";
import { minutes } from "./en/minutes";
import { organizations } from "./en/organizations";
import { outcomes } from "./en/outcomes";
import { platforms } from "./en/platforms";
import { programmes } from "./en/programmes";
import { projects } from "./en/projects";
import { reference } from "./en/reference";
import { refusals } from "./en/refusals";
import { regions } from "./en/regions";
import { reporting } from "./en/reporting";
import { reports } from "./en/reports";
import { resolutions } from "./en/resolutions";
import { talent } from "./en/talent";
import { targets } from "./en/targets";
import { tasks } from "./en/tasks";
import { votes } from "./en/votes";

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
