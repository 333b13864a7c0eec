import { permission } from "@/lib/features/access/policy";
import { defineCommand, defineQuery } from "@/lib/platform/corridor/use-case";
import { defineWhole } from "@/lib/platform/corridor/whole";
import { recordMeeting } from "../commands/record";
import { getMeeting } from "../queries/get-meeting";
import { listMeetings } from "../queries/list-meetings";
import {
  getMeetingInput,
  getMeetingOutput,
  listMeetingsInput,
  listMeetingsOutput,
  recordInput,
  recordOutput,
} from "../schema/record";

export const listMeetingsQuery = defineQuery({
  id: "meetings.list",
  path: "/alliances/{alliance}/meetings",
  place: "tenant",
  summary: "Meetings of all bodies",
  permission: permission("meeting.read"),
  input: listMeetingsInput,
  output: listMeetingsOutput,
  run: listMeetings,
});

export const exportMeetingsQuery = defineWhole(listMeetingsQuery, {
  id: "meetings.export",
  summary: "The filtered list of meetings as a table; each time is recorded",
  permission: permission("export.table"),
  subject: "meeting",
});

export const getMeetingQuery = defineQuery({
  id: "meetings.get",
  path: "/alliances/{alliance}/meetings/{meetingId}",
  place: "tenant",
  summary: "One meeting with attendance, motions and result sheets",
  permission: permission("meeting.read"),
  input: getMeetingInput,
  output: getMeetingOutput,
  run: getMeeting,
});

export const recordMeetingCommand = defineCommand({
  id: "meetings.record",
  path: "/alliances/{alliance}/meetings",
  place: "tenant",
  summary: "Records a meeting held on paper with its decisions",
  permission: permission("meeting.record"),
  isolation: "serializable",
  refusals: [
    "meeting-in-future",
    "meeting-already-recorded",
    "attendance-incomplete",
    "paper-missing",
    "no-rule-in-force",
    "votes-exceed-present",
    "contradiction-needs-reason",
    "application-needs-membership-matter",
    "application-not-recommended",
    "application-twice",
    "effective-before-adoption",
    "wrong-state",
    "already-member",
    "not-in-register",
    "effect-not-possible",
  ],
  input: recordInput,
  output: recordOutput,
  run: recordMeeting,
});
