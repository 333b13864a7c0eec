import { permission } from "@/lib/features/access/policy";
import { defineCommand, defineQuery } from "@/lib/platform/corridor/use-case";
import { defineWhole } from "@/lib/platform/corridor/whole";
import { recordLifeEvent } from "./commands/life";
import { listFollowUp } from "./queries/follow-up";
import { getResolution } from "./queries/get";
import { listResolutions } from "./queries/list";
import { getThread, getThreads } from "./queries/thread";
import {
  followUpInput,
  followUpOutput,
  getResolutionInput,
  getResolutionOutput,
  getThreadInput,
  getThreadsInput,
  getThreadsOutput,
  listResolutionsInput,
  listResolutionsOutput,
  recordEventInput,
  recordEventOutput,
  thread,
} from "./schema";

export const listResolutionsQuery = defineQuery({
  id: "resolutions.list",
  path: "/alliances/{alliance}/resolutions",
  place: "tenant",
  summary: "Resolutions of all bodies with their state and tasks",
  permission: permission("resolution.read"),
  input: listResolutionsInput,
  output: listResolutionsOutput,
  run: listResolutions,
});

export const exportResolutionsQuery = defineWhole(listResolutionsQuery, {
  id: "resolutions.export",
  summary: "The filtered list of resolutions as a table; each time is recorded",
  permission: permission("export.table"),
  subject: "resolution",
});

export const getResolutionQuery = defineQuery({
  id: "resolutions.get",
  path: "/alliances/{alliance}/resolutions/{resolutionId}",
  place: "tenant",
  summary: "One resolution with the motion, the meeting and what became of it",
  permission: permission("resolution.read"),
  input: getResolutionInput,
  output: getResolutionOutput,
  run: getResolution,
});

export const getThreadQuery = defineQuery({
  id: "resolutions.thread",
  path: "/alliances/{alliance}/items/{itemId}/thread",
  place: "tenant",
  summary: "The line from proposal or application over item, vote and resolution to the tasks",
  permission: permission("resolution.read"),
  input: getThreadInput,
  output: thread,
  run: getThread,
});

export const getThreadsQuery = defineQuery({
  id: "resolutions.threads",
  path: "/alliances/{alliance}/threads",
  place: "tenant",
  summary: "The lines of the items that one meeting voted on, or that dealt with one application",
  permission: permission("resolution.read"),
  input: getThreadsInput,
  output: getThreadsOutput,
  run: getThreads,
});

export const followUpQuery = defineQuery({
  id: "resolutions.followUp",
  path: "/alliances/{alliance}/bodies/{bodyId}/follow-up",
  place: "tenant",
  summary: "What became of the resolutions of a body",
  permission: permission("resolution.read"),
  input: followUpInput,
  output: followUpOutput,
  run: listFollowUp,
});

export const recordEventCommand = defineCommand({
  id: "resolutions.recordEvent",
  path: "/alliances/{alliance}/resolutions/{resolutionId}/events",
  place: "tenant",
  summary:
    "Notes that a resolution was amended, superseded, repealed, completed or put under review",
  permission: permission("resolution.record_event"),
  // The state is read from several rows.
  isolation: "serializable",
  refusals: [
    "wrong-state",
    "event-in-future",
    "event-needs-resolution",
    "event-needs-reason",
    "resolution-of-itself",
    "resolution-not-later",
    "tasks-open",
  ],
  input: recordEventInput,
  output: recordEventOutput,
  run: recordLifeEvent,
});
