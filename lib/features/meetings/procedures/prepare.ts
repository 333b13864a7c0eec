import { permission } from "@/lib/features/access/policy";
import { defineCommand, defineQuery } from "@/lib/platform/corridor/use-case";
import {
  addItem,
  addPaper,
  itemRefusals,
  paperRefusals,
  removeItem,
  removePaper,
  shiftItem,
  updateItem,
} from "../commands/agenda";
import {
  callOff,
  createMeeting,
  noticeRefusals,
  rescheduleMeeting,
  sendNotice,
  updateMeeting,
} from "../commands/prepare";
import { effectChoices } from "../queries/effect-choices";
import { effectChoicesInput, effectChoicesOutput } from "../schema/effects";
import * as given from "../schema/prepare";

export const effectChoicesQuery = defineQuery({
  id: "agenda.effectChoices",
  path: "/alliances/{alliance}/agenda-effects",
  place: "tenant",
  summary: "What a carried vote could bring about by itself, as things stand today",
  permission: permission("agenda.publish"),
  input: effectChoicesInput,
  output: effectChoicesOutput,
  run: effectChoices,
});

export const createMeetingCommand = defineCommand({
  id: "meetings.create",
  path: "/alliances/{alliance}/meetings/drafts",
  place: "tenant",
  summary: "Drafts a meeting; seen by the secretariat until its notice",
  permission: permission("meeting.create"),
  refusals: ["body-dissolved"],
  input: given.createInput,
  output: given.moved,
  run: createMeeting,
});

export const updateMeetingCommand = defineCommand({
  id: "meetings.update",
  path: "/alliances/{alliance}/meetings/{meetingId}/sitting",
  place: "tenant",
  summary: "Changes a draft",
  permission: permission("meeting.update"),
  refusals: ["wrong-state"],
  input: given.updateInput,
  output: given.moved,
  run: updateMeeting,
});

export const sendNoticeCommand = defineCommand({
  id: "meetings.notice",
  path: "/alliances/{alliance}/meetings/{meetingId}/notice",
  place: "tenant",
  summary: "Sends the notice: writes who is called, suggests conflicts, mails everybody",
  permission: permission("agenda.publish"),
  refusals: noticeRefusals,
  input: given.noticeInput,
  output: given.moved,
  run: sendNotice,
});

export const rescheduleMeetingCommand = defineCommand({
  id: "meetings.reschedule",
  path: "/alliances/{alliance}/meetings/{meetingId}/reschedule",
  place: "tenant",
  summary: "Another time or place: everybody is called again",
  permission: permission("meeting.update"),
  refusals: noticeRefusals,
  input: given.rescheduleInput,
  output: given.moved,
  run: rescheduleMeeting,
});

export const callOffCommand = defineCommand({
  id: "meetings.callOff",
  path: "/alliances/{alliance}/meetings/{meetingId}/call-off",
  place: "tenant",
  summary: "Cancels or postpones a meeting, with a reason",
  permission: permission("meeting.cancel"),
  refusals: ["wrong-state"],
  input: given.callOffInput,
  output: given.moved,
  run: callOff,
});

export const addItemCommand = defineCommand({
  id: "agenda.addItem",
  path: "/alliances/{alliance}/meetings/{meetingId}/items",
  place: "tenant",
  summary: "Puts an item at the end of the agenda",
  permission: permission("agenda.publish"),
  refusals: itemRefusals,
  input: given.addItemInput,
  output: given.itemAnswer,
  run: addItem,
});

export const updateItemCommand = defineCommand({
  id: "agenda.updateItem",
  path: "/alliances/{alliance}/agenda-items/{itemId}",
  place: "tenant",
  summary: "Changes an item before the meeting",
  permission: permission("agenda.publish"),
  refusals: itemRefusals,
  input: given.updateItemInput,
  output: given.itemAnswer,
  run: updateItem,
});

export const shiftItemCommand = defineCommand({
  id: "agenda.shiftItem",
  path: "/alliances/{alliance}/agenda-items/{itemId}/shift",
  place: "tenant",
  summary: "Moves an item one place up or down",
  permission: permission("agenda.publish"),
  refusals: itemRefusals,
  input: given.shiftItemInput,
  output: given.itemAnswer,
  run: shiftItem,
});

export const removeItemCommand = defineCommand({
  id: "agenda.removeItem",
  path: "/alliances/{alliance}/agenda-items/{itemId}/remove",
  place: "tenant",
  summary: "Removes an item from a draft",
  permission: permission("agenda.publish"),
  refusals: itemRefusals,
  input: given.itemRef,
  output: given.itemAnswer,
  run: removeItem,
});

export const addPaperCommand = defineCommand({
  id: "agenda.addPaper",
  path: "/alliances/{alliance}/agenda-items/{itemId}/papers",
  place: "tenant",
  summary: "Adds a paper to an item",
  permission: permission("agenda.publish"),
  refusals: paperRefusals,
  input: given.addPaperInput,
  output: given.paperAnswer,
  run: addPaper,
});

export const removePaperCommand = defineCommand({
  id: "agenda.removePaper",
  path: "/alliances/{alliance}/papers/{paperId}/remove",
  place: "tenant",
  summary: "Takes a paper away before the meeting",
  permission: permission("agenda.publish"),
  refusals: paperRefusals,
  input: given.removePaperInput,
  output: given.paperAnswer,
  run: removePaper,
});
