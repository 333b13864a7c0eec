import "server-only";
import { loaderOf } from "@/lib/platform/corridor/loader";
import {
  getMeetingQuery,
  getResolutionQuery,
  listMeetingsQuery,
  listResolutionsQuery,
} from "./procedures";

export const loadMeetings = loaderOf(listMeetingsQuery);
export const loadMeeting = loaderOf(getMeetingQuery);
export const loadResolutions = loaderOf(listResolutionsQuery);
export const loadResolution = loaderOf(getResolutionQuery);
