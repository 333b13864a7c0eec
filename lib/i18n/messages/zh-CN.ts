import { access } from "./zh-CN/access";
import { agreements } from "./zh-CN/agreements";
import { alerts } from "./zh-CN/alerts";
import { alliances } from "./zh-CN/alliances";
import { answers } from "./zh-CN/answers";
import { applications } from "./zh-CN/applications";
import { cooperating as auditCooperating } from "./zh-CN/audit/cooperating";
import { founding as auditFounding } from "./zh-CN/audit/founding";
import { governing as auditGoverning } from "./zh-CN/audit/governing";
import { reporting as auditReporting } from "./zh-CN/audit/reporting";
import { screen as auditScreen } from "./zh-CN/audit/screen";
import { bodies } from "./zh-CN/bodies";
import { bids as callsBids } from "./zh-CN/calls/bids";
import { calls as callsCalls } from "./zh-CN/calls/calls";
import { lists as callsLists } from "./zh-CN/calls/lists";
import { mail as callsMail } from "./zh-CN/calls/mail";
import { cases } from "./zh-CN/cases";
import { certificates } from "./zh-CN/certificates";
import { classes } from "./zh-CN/classes";
import { colleges } from "./zh-CN/colleges";
import { common } from "./zh-CN/common";
import { corrections } from "./zh-CN/corrections";
import { dashboards } from "./zh-CN/dashboards";
import { documents } from "./zh-CN/documents";
import { elections } from "./zh-CN/elections";
import { enterprises } from "./zh-CN/enterprises";
import { errors } from "./zh-CN/errors";
import { mail as evaluationMail } from "./zh-CN/evaluations/mail";
import { rounds } from "./zh-CN/evaluations/rounds";
import { schemes } from "./zh-CN/evaluations/schemes";
import { subject } from "./zh-CN/evaluations/subject";
import { files } from "./zh-CN/files";
import { entries as fundsEntries } from "./zh-CN/funds/entries";
import { ledger as fundsLedger } from "./zh-CN/funds/ledger";
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
import { bookings as platformsBookings } from "./zh-CN/platforms/bookings";
import { promotions as platformsPromotions } from "./zh-CN/platforms/promotions";
import { register as platformsRegister } from "./zh-CN/platforms/register";
import { programmes } from "./zh-CN/programmes";
import { decide as projectsDecide } from "./zh-CN/projects/decide";
import { life as projectsLife } from "./zh-CN/projects/life";
import { register as projectsRegister } from "./zh-CN/projects/register";
import { reference } from "./zh-CN/reference";
import { regions } from "./zh-CN/regions";
import { reporting } from "./zh-CN/reporting";
import { reports } from "./zh-CN/reports";
import { resolutions } from "./zh-CN/resolutions";
import { sheets } from "./zh-CN/sheets";
import { subscriptions } from "./zh-CN/subscriptions";
import { talent } from "./zh-CN/talent";
import { targets } from "./zh-CN/targets";
import { tasks } from "./zh-CN/tasks";
import { trainings } from "./zh-CN/trainings";
import { verification } from "./zh-CN/verification";
import { votes } from "./zh-CN/votes";

export const messages = {
  ...answers,
  access,
  agreements,
  platforms: { ...platformsRegister, ...platformsBookings, ...platformsPromotions },
  colleges,
  alliances,
  applications,
  audit: {
    ...auditScreen,
    action: { ...auditFounding, ...auditGoverning, ...auditCooperating, ...auditReporting },
  },
  bodies,
  calls: { ...callsCalls, ...callsBids, ...callsLists, ...callsMail },
  common,
  corrections,
  verification,
  dashboards,
  documents,
  elections,
  enterprises,
  errors,
  evaluations: { ...schemes, ...rounds, ...subject, ...evaluationMail },
  files,
  funds: { ...fundsLedger, ...fundsEntries },
  homes,
  indicators,
  interests,
  meetings: { ...register, ...prepare, ...sitting },
  memberships,
  metrics,
  minutes,
  organizations,
  outcomes,
  projects: { ...projectsRegister, ...projectsLife, ...projectsDecide },
  reference,
  regions,
  reporting,
  resolutions,
  targets,
  tasks,
  trainings,
  programmes,
  certificates,
  classes,
  cases,
  reports,
  sheets,
  subscriptions,
  alerts,
  talent,
  votes,
};
