import { permission } from "@/lib/features/access/policy";
import { defineCommand, defineQuery } from "@/lib/platform/corridor/use-case";
import { adjournMeeting, callAgain, closeMeeting, lackQuorum } from "../commands/close";
import { focusItem, settleItem } from "../commands/course";
import {
  openMeeting,
  openRefusals,
  refreeze,
  resumeMeeting,
  setChair,
  startCheckIn,
  suspendMeeting,
} from "../commands/open";
import { liveMeeting, revisionOf } from "../queries/live";
import { yearPlan } from "../queries/year-plan";
import * as view from "../schema/live";
import { moved } from "../schema/prepare";
import { seatAnswer } from "../schema/presence";
import * as given from "../schema/run";

export const liveMeetingQuery = defineQuery({
  id: "meetings.live",
  path: "/alliances/{alliance}/meetings/{meetingId}/live",
  place: "tenant",
  summary: "Everything that the screens of a meeting show, as it stands now",
  permission: permission("meeting.read"),
  input: view.liveInput,
  output: view.liveOutput,
  run: liveMeeting,
});

export const revisionQuery = defineQuery({
  id: "meetings.revision",
  path: "/alliances/{alliance}/meetings/{meetingId}/revision",
  place: "tenant",
  summary: "A number that grows with every change of a meeting",
  permission: permission("meeting.read"),
  input: view.liveInput,
  output: view.revisionOutput,
  run: revisionOf,
});

export const yearPlanQuery = defineQuery({
  id: "meetings.yearPlan",
  path: "/alliances/{alliance}/meeting-plan/{year}",
  place: "tenant",
  summary: "Meetings held and planned in a year, by body",
  permission: permission("meeting.read"),
  input: view.yearPlanInput,
  output: view.yearPlanOutput,
  run: yearPlan,
});

export const startCheckInCommand = defineCommand({
  id: "meetings.startCheckIn",
  path: "/alliances/{alliance}/meetings/{meetingId}/check-in",
  place: "tenant",
  summary: "Begins to check people in",
  permission: permission("meeting.record_attendance"),
  refusals: ["wrong-state", "check-in-too-early"],
  input: given.meetingRef,
  output: moved,
  run: startCheckIn,
});

export const openMeetingCommand = defineCommand({
  id: "meetings.open",
  path: "/alliances/{alliance}/meetings/{meetingId}/open",
  place: "tenant",
  summary: "Opens a meeting that has a quorum; freezes the electorate",
  permission: permission("meeting.run"),
  refusals: openRefusals,
  input: given.meetingRef,
  output: moved,
  run: openMeeting,
});

export const suspendMeetingCommand = defineCommand({
  id: "meetings.suspend",
  path: "/alliances/{alliance}/meetings/{meetingId}/suspend",
  place: "tenant",
  summary: "A break, or the quorum is lost",
  permission: permission("meeting.run"),
  refusals: ["wrong-state", "vote-open"],
  input: given.suspendInput,
  output: moved,
  run: suspendMeeting,
});

export const resumeMeetingCommand = defineCommand({
  id: "meetings.resume",
  path: "/alliances/{alliance}/meetings/{meetingId}/resume",
  place: "tenant",
  summary: "Goes on after a break",
  permission: permission("meeting.run"),
  refusals: openRefusals,
  input: given.meetingRef,
  output: moved,
  run: resumeMeeting,
});

export const setChairCommand = defineCommand({
  id: "meetings.setChair",
  path: "/alliances/{alliance}/meetings/{meetingId}/chair",
  place: "tenant",
  summary: "Hands the chair over",
  permission: permission("meeting.run"),
  refusals: ["wrong-state", "not-there", "vote-open"],
  input: given.chairInput,
  output: seatAnswer,
  run: setChair,
});

export const refreezeCommand = defineCommand({
  id: "meetings.refreeze",
  path: "/alliances/{alliance}/meetings/{meetingId}/refreeze",
  place: "tenant",
  summary: "Freezes the electorate anew after a decision changed the seats",
  permission: permission("meeting.run"),
  refusals: ["wrong-state", "vote-open"],
  input: given.refreezeInput,
  output: given.refrozen,
  run: refreeze,
});

export const focusItemCommand = defineCommand({
  id: "agenda.focus",
  path: "/alliances/{alliance}/agenda-items/{itemId}/focus",
  place: "tenant",
  summary: "Calls an item",
  permission: permission("meeting.run"),
  refusals: ["wrong-state", "vote-open"],
  input: given.focusInput,
  output: given.itemMoved,
  run: focusItem,
});

export const settleItemCommand = defineCommand({
  id: "agenda.settle",
  path: "/alliances/{alliance}/agenda-items/{itemId}/settle",
  place: "tenant",
  summary: "Hears, defers, withdraws an item or hands it to the higher body",
  permission: permission("meeting.run"),
  refusals: ["wrong-state", "vote-open"],
  input: given.settleInput,
  output: given.itemMoved,
  run: settleItem,
});

export const closeMeetingCommand = defineCommand({
  id: "meetings.close",
  path: "/alliances/{alliance}/meetings/{meetingId}/close",
  place: "tenant",
  summary: "Closes a meeting and writes its attendance",
  permission: permission("meeting.run"),
  refusals: ["wrong-state", "vote-open", "items-undecided"],
  input: given.meetingRef,
  output: moved,
  run: closeMeeting,
});

export const adjournMeetingCommand = defineCommand({
  id: "meetings.adjourn",
  path: "/alliances/{alliance}/meetings/{meetingId}/adjourn",
  place: "tenant",
  summary: "Breaks off; what is left goes on in another meeting",
  permission: permission("meeting.run"),
  refusals: ["wrong-state", "vote-open", "meeting-in-past"],
  input: given.againInput,
  output: given.madeAnother,
  run: adjournMeeting,
});

export const lackQuorumCommand = defineCommand({
  id: "meetings.lackQuorum",
  path: "/alliances/{alliance}/meetings/{meetingId}/inquorate",
  place: "tenant",
  summary: "The time to wait is over without a quorum",
  permission: permission("meeting.run"),
  refusals: ["wrong-state", "wait-first", "quorum-there", "no-rule-for-notice"],
  input: given.meetingRef,
  output: moved,
  run: lackQuorum,
});

export const callAgainCommand = defineCommand({
  id: "meetings.callAgain",
  path: "/alliances/{alliance}/meetings/{meetingId}/call-again",
  place: "tenant",
  summary: "Prepares the second call of a meeting without quorum",
  permission: permission("meeting.create"),
  refusals: ["wrong-state", "called-already", "meeting-in-past"],
  input: given.againInput,
  output: given.madeAnother,
  run: callAgain,
});
