import { permission } from "@/lib/features/access/policy";
import { defineCommand } from "@/lib/platform/corridor/use-case";
import {
  answerCall,
  checkIn,
  checkInRefusals,
  heartbeat,
  leave,
  markLeft,
  markPresent,
  noteDelivered,
  noteOpened,
  renewCode,
} from "../commands/attend";
import { markAllPresent } from "../commands/mark-all";
import { presenceRefusals } from "../commands/presence";
import {
  acceptProxy,
  grantProxy,
  grantRefusals,
  recordProxy,
  revokeProxy,
} from "../commands/proxies";
import {
  challengeSeat,
  decideChallenge,
  declareConflict,
  recordDeclaration,
} from "../commands/recusals";
import * as given from "../schema/presence";

export const noteOpenedCommand = defineCommand({
  id: "meetings.noteOpened",
  path: "/alliances/{alliance}/meetings/{meetingId}/opened",
  place: "tenant",
  summary: "The own read receipt",
  permission: permission("meeting.read"),
  refusals: [],
  input: given.openedInput,
  output: given.openedAnswer,
  run: noteOpened,
});

export const noteDeliveredCommand = defineCommand({
  id: "meetings.noteDelivered",
  path: "/alliances/{alliance}/meetings/{meetingId}/delivered",
  place: "tenant",
  summary: "Notes that a seat was told in person",
  permission: permission("agenda.publish"),
  refusals: ["wrong-state"],
  input: given.deliveredInput,
  output: given.seatAnswer,
  run: noteDelivered,
});

export const answerCallCommand = defineCommand({
  id: "meetings.answer",
  path: "/alliances/{alliance}/meetings/{meetingId}/answer",
  place: "tenant",
  summary: "Answers the notice for the own seat",
  permission: permission("meeting.check_in"),
  refusals: ["wrong-state", "not-online"],
  input: given.answerInput,
  output: given.seatAnswer,
  run: answerCall,
});

export const renewCodeCommand = defineCommand({
  id: "meetings.renewCode",
  path: "/alliances/{alliance}/meetings/{meetingId}/code",
  place: "tenant",
  summary: "A new check-in code for the wall; the old one ends",
  permission: permission("meeting.record_attendance"),
  secretAnswer: true,
  refusals: ["wrong-state"],
  input: given.renewCodeInput,
  output: given.codeAnswer,
  run: renewCode,
});

export const checkInCommand = defineCommand({
  id: "presence.checkIn",
  path: "/alliances/{alliance}/meetings/{meetingId}/presence",
  place: "tenant",
  summary: "Checks in for the own seat",
  permission: permission("meeting.check_in"),
  refusals: checkInRefusals,
  input: given.checkInInput,
  output: given.presenceAnswer,
  run: checkIn,
});

export const leaveCommand = defineCommand({
  id: "presence.leave",
  path: "/alliances/{alliance}/meetings/{meetingId}/presence/leave",
  place: "tenant",
  summary: "Leaves the own seat",
  permission: permission("meeting.check_in"),
  refusals: ["wrong-state", "not-there"],
  input: given.leaveInput,
  output: given.presenceAnswer,
  run: leave,
});

export const heartbeatCommand = defineCommand({
  id: "presence.heartbeat",
  path: "/alliances/{alliance}/meetings/{meetingId}/presence/heartbeat",
  place: "tenant",
  summary: "A sign of life of somebody online",
  permission: permission("meeting.check_in"),
  refusals: [],
  input: given.heartbeatInput,
  output: given.heartbeatAnswer,
  run: heartbeat,
});

export const markPresentCommand = defineCommand({
  id: "presence.mark",
  path: "/alliances/{alliance}/meetings/{meetingId}/presence/mark",
  place: "tenant",
  summary: "Checks somebody in, or switches principal and alternate",
  permission: permission("meeting.record_attendance"),
  refusals: presenceRefusals,
  input: given.markPresentInput,
  output: given.presenceAnswer,
  run: markPresent,
});

export const markAllCommand = defineCommand({
  id: "presence.markAll",
  path: "/alliances/{alliance}/meetings/{meetingId}/presence/mark-all",
  place: "tenant",
  summary: "Checks in everybody who was called, but for the excused and those who gave a letter",
  permission: permission("meeting.record_attendance"),
  refusals: ["wrong-state"],
  input: given.markAllInput,
  output: given.markAllAnswer,
  run: markAllPresent,
});

export const markLeftCommand = defineCommand({
  id: "presence.markLeft",
  path: "/alliances/{alliance}/meetings/{meetingId}/presence/mark-left",
  place: "tenant",
  summary: "Notes that somebody has left",
  permission: permission("meeting.record_attendance"),
  refusals: ["wrong-state", "not-there"],
  input: given.leaveInput,
  output: given.presenceAnswer,
  run: markLeft,
});

export const grantProxyCommand = defineCommand({
  id: "proxies.grant",
  path: "/alliances/{alliance}/meetings/{meetingId}/proxies",
  place: "tenant",
  summary: "Gives a letter for the own seat",
  permission: permission("proxy.grant"),
  refusals: grantRefusals,
  input: given.grantProxyInput,
  output: given.proxyAnswer,
  run: grantProxy,
});

export const recordProxyCommand = defineCommand({
  id: "proxies.record",
  path: "/alliances/{alliance}/meetings/{meetingId}/proxies/record",
  place: "tenant",
  summary: "Records a letter on paper",
  permission: permission("proxy.record_paper"),
  refusals: grantRefusals,
  input: given.grantProxyInput,
  output: given.proxyAnswer,
  run: recordProxy,
});

export const acceptProxyCommand = defineCommand({
  id: "proxies.accept",
  path: "/alliances/{alliance}/proxies/{proxyId}/accept",
  place: "tenant",
  summary: "Accepts a letter; never by whoever recorded it",
  permission: permission("proxy.accept"),
  refusals: ["wrong-state", "own-proxy"],
  input: given.acceptProxyInput,
  output: given.proxyAnswer,
  run: acceptProxy,
});

export const revokeProxyCommand = defineCommand({
  id: "proxies.revoke",
  path: "/alliances/{alliance}/proxies/{proxyId}/revoke",
  place: "tenant",
  summary: "Takes a letter back until it was used",
  permission: permission("proxy.revoke"),
  refusals: ["wrong-state", "proxy-used"],
  input: given.revokeProxyInput,
  output: given.proxyAnswer,
  run: revokeProxy,
});

export const declareConflictCommand = defineCommand({
  id: "conflicts.declare",
  path: "/alliances/{alliance}/agenda-items/{itemId}/conflict",
  place: "tenant",
  summary: "Steps back from an item, or declares no conflict",
  permission: permission("conflict.declare"),
  refusals: ["wrong-state", "vote-open"],
  input: given.declareInput,
  output: given.recusalAnswer,
  run: declareConflict,
});

export const recordDeclarationCommand = defineCommand({
  id: "conflicts.record",
  path: "/alliances/{alliance}/agenda-items/{itemId}/conflict/record",
  place: "tenant",
  summary: "Records what a seat said aloud about its conflict",
  permission: permission("meeting.run"),
  refusals: ["wrong-state", "vote-open"],
  input: given.toldInput,
  output: given.recusalAnswer,
  run: recordDeclaration,
});

export const challengeCommand = defineCommand({
  id: "conflicts.challenge",
  path: "/alliances/{alliance}/agenda-items/{itemId}/challenge",
  place: "tenant",
  summary: "Doubts that a seat is free of a conflict",
  permission: permission("conflict.challenge"),
  refusals: ["wrong-state", "vote-open"],
  input: given.challengeInput,
  output: given.recusalAnswer,
  run: challengeSeat,
});

export const decideChallengeCommand = defineCommand({
  id: "conflicts.decide",
  path: "/alliances/{alliance}/agenda-items/{itemId}/challenge/decide",
  place: "tenant",
  summary: "What the body decided about a challenge",
  permission: permission("meeting.run"),
  refusals: ["wrong-state", "vote-open", "own-conflict"],
  input: given.decideInput,
  output: given.recusalAnswer,
  run: decideChallenge,
});
