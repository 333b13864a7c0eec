import "server-only";
import { loaderOf } from "@/lib/platform/corridor/loader";
import { effectChoicesQuery } from "./procedures/prepare";
import { listProposalsQuery } from "./procedures/proposals";
import { getMeetingQuery, listMeetingsQuery } from "./procedures/record";
import { liveMeetingQuery, yearPlanQuery } from "./procedures/run";

export const loadMeetings = loaderOf(listMeetingsQuery);
export const loadMeeting = loaderOf(getMeetingQuery);
export const loadLive = loaderOf(liveMeetingQuery);
export const loadYearPlan = loaderOf(yearPlanQuery);
export const loadProposals = loaderOf(listProposalsQuery);
export const loadEffectChoices = loaderOf(effectChoicesQuery);
