import { access } from "./en/access";
import { agreements } from "./en/agreements";
import { alerts } from "./en/alerts";
import { alliances } from "./en/alliances";
import { answers } from "./en/answers";
import { applications } from "./en/applications";
import { cooperating as auditCooperating } from "./en/audit/cooperating";
import { founding as auditFounding } from "./en/audit/founding";
import { governing as auditGoverning } from "./en/audit/governing";
import { reporting as auditReporting } from "./en/audit/reporting";
import { screen as auditScreen } from "./en/audit/screen";
import { bodies } from "./en/bodies";
import { bids as callsBids } from "./en/calls/bids";
import { calls as callsCalls } from "./en/calls/calls";
import { lists as callsLists } from "./en/calls/lists";
import { mail as callsMail } from "./en/calls/mail";
import { cases } from "./en/cases";
import { certificates } from "./en/certificates";
import { classes } from "./en/classes";
import { colleges } from "./en/colleges";
import { common } from "./en/common";
import { corrections } from "./en/corrections";
import { dashboards } from "./en/dashboards";
import { documents } from "./en/documents";
import { elections } from "./en/elections";
import { enterprises } from "./en/enterprises";
import { errors } from "./en/errors";
import { mail as evaluationMail } from "./en/evaluations/mail";
import { rounds } from "./en/evaluations/rounds";
import { schemes } from "./en/evaluations/schemes";
import { subject } from "./en/evaluations/subject";
import { files } from "./en/files";
import { entries as fundsEntries } from "./en/funds/entries";
import { ledger as fundsLedger } from "./en/funds/ledger";
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
import { bookings as platformsBookings } from "./en/platforms/bookings";
import { promotions as platformsPromotions } from "./en/platforms/promotions";
import { register as platformsRegister } from "./en/platforms/register";
import { programmes } from "./en/programmes";
import { decide as projectsDecide } from "./en/projects/decide";
import { life as projectsLife } from "./en/projects/life";
import { register as projectsRegister } from "./en/projects/register";
import { reference } from "./en/reference";
import { regions } from "./en/regions";
import { reporting } from "./en/reporting";
import { reports } from "./en/reports";
import { resolutions } from "./en/resolutions";
import { sheets } from "./en/sheets";
import { subscriptions } from "./en/subscriptions";
import { talent } from "./en/talent";
import { targets } from "./en/targets";
import { tasks } from "./en/tasks";
import { trainings } from "./en/trainings";
import { verification } from "./en/verification";
import { votes } from "./en/votes";

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
