import { permission } from "@/lib/features/access/policy";
import { defineCommand, defineQuery } from "@/lib/platform/corridor/use-case";
import { circulateMinutes } from "./commands/circulate";
import { draftMinutes, redraftMinutes } from "./commands/draft";
import { approveErratum, proposeErratum } from "./commands/errata";
import { answerObjection, objectToParagraph } from "./commands/objections";
import { answerPaper, recordSignatures } from "./commands/paper";
import { addParagraph, removeParagraph, saveParagraph } from "./commands/paragraphs";
import { signMinutes } from "./commands/sign";
import { confirmMinutes, giveBackMinutes, publishMinutes, submitMinutes } from "./commands/steps";
import { getArchive, getNotice } from "./queries/archive";
import { getMinutes } from "./queries/get";
import {
  addParagraphInput,
  answerInput,
  answerPaperInput,
  answerPaperOutput,
  approveErratumInput,
  archiveOutput,
  confirmInput,
  draftInput,
  erratumOutput,
  getMinutesInput,
  getMinutesOutput,
  giveBackInput,
  noticeOutput,
  objectInput,
  objectionOutput,
  paragraphOutput,
  proposeErratumInput,
  recordSignaturesInput,
  recordSignaturesOutput,
  removeParagraphInput,
  saveParagraphInput,
  signInput,
  signOutput,
  stepInput,
  stepOutput,
} from "./schema";

export const getMinutesQuery = defineQuery({
  id: "minutes.get",
  path: "/alliances/{alliance}/meetings/{meetingId}/minutes",
  place: "tenant",
  summary: "Minutes of one meeting with objections, signatures and errata",
  permission: permission("minutes.read_approved"),
  input: getMinutesInput,
  output: getMinutesOutput,
  run: getMinutes,
});

export const getNoticeQuery = defineQuery({
  id: "minutes.notice",
  path: "/alliances/{alliance}/meetings/{meetingId}/notice",
  place: "tenant",
  summary: "What the notice of a meeting says",
  permission: permission("meeting.read"),
  input: getMinutesInput,
  output: noticeOutput,
  run: getNotice,
});

export const getArchiveQuery = defineQuery({
  id: "minutes.archive",
  path: "/alliances/{alliance}/meetings/{meetingId}/archive",
  place: "tenant",
  summary: "What the archive package of a meeting is made of",
  permission: permission("meeting.archive"),
  input: getMinutesInput,
  output: archiveOutput,
  run: getArchive,
});

export const draftCommand = defineCommand({
  id: "minutes.draft",
  path: "/alliances/{alliance}/meetings/{meetingId}/minutes",
  place: "tenant",
  summary: "Drafts the minutes of a meeting from its record",
  permission: permission("minutes.draft"),
  refusals: ["meeting-not-closed", "minutes-exist"],
  input: draftInput,
  output: stepOutput,
  run: draftMinutes,
});

export const redraftCommand = defineCommand({
  id: "minutes.redraft",
  path: "/alliances/{alliance}/minutes/{minutesId}/redraft",
  place: "tenant",
  summary: "Writes a draft anew from the record",
  permission: permission("minutes.draft"),
  refusals: ["wrong-state"],
  input: stepInput,
  output: stepOutput,
  run: redraftMinutes,
});

export const submitCommand = defineCommand({
  id: "minutes.submit",
  path: "/alliances/{alliance}/minutes/{minutesId}/submit",
  place: "tenant",
  summary: "Gives a draft to the chair",
  permission: permission("minutes.draft"),
  refusals: ["wrong-state"],
  input: stepInput,
  output: stepOutput,
  run: submitMinutes,
});

export const giveBackCommand = defineCommand({
  id: "minutes.giveBack",
  path: "/alliances/{alliance}/minutes/{minutesId}/give-back",
  place: "tenant",
  summary: "Gives a draft back to the secretariat",
  permission: permission("minutes.review"),
  refusals: ["wrong-state"],
  input: giveBackInput,
  output: stepOutput,
  run: giveBackMinutes,
});

export const circulateCommand = defineCommand({
  id: "minutes.circulate",
  path: "/alliances/{alliance}/minutes/{minutesId}/circulate",
  place: "tenant",
  summary: "Puts minutes before those who were there",
  permission: permission("minutes.review"),
  refusals: ["wrong-state"],
  input: stepInput,
  output: stepOutput,
  run: circulateMinutes,
});

export const confirmCommand = defineCommand({
  id: "minutes.confirm",
  path: "/alliances/{alliance}/minutes/{minutesId}/confirm",
  place: "tenant",
  summary: "Confirms minutes: number, hash, no change from then on",
  permission: permission("minutes.review"),
  refusals: [
    "wrong-state",
    "objections-open",
    "objection-period-runs",
    "signatures-missing",
    "confirmation-needs-resolution",
    "resolution-not-later",
  ],
  input: confirmInput,
  output: stepOutput,
  run: confirmMinutes,
});

export const publishCommand = defineCommand({
  id: "minutes.publish",
  path: "/alliances/{alliance}/minutes/{minutesId}/publish",
  place: "tenant",
  summary: "Opens confirmed minutes to members, their public part to everybody",
  permission: permission("minutes.draft"),
  refusals: ["wrong-state"],
  input: stepInput,
  output: stepOutput,
  run: publishMinutes,
});

export const saveParagraphCommand = defineCommand({
  id: "minutes.saveParagraph",
  method: "PATCH",
  path: "/alliances/{alliance}/paragraphs/{paragraphId}",
  place: "tenant",
  summary: "Changes one paragraph of a draft",
  permission: permission("minutes.draft"),
  refusals: ["wrong-state"],
  input: saveParagraphInput,
  output: paragraphOutput,
  run: saveParagraph,
});

export const addParagraphCommand = defineCommand({
  id: "minutes.addParagraph",
  path: "/alliances/{alliance}/minutes/{minutesId}/paragraphs",
  place: "tenant",
  summary: "Adds a statement or a paragraph to a draft",
  permission: permission("minutes.draft"),
  refusals: ["wrong-state"],
  input: addParagraphInput,
  output: paragraphOutput,
  run: addParagraph,
});

export const removeParagraphCommand = defineCommand({
  id: "minutes.removeParagraph",
  method: "DELETE",
  path: "/alliances/{alliance}/paragraphs/{paragraphId}",
  place: "tenant",
  summary: "Takes a paragraph out of a draft",
  permission: permission("minutes.draft"),
  refusals: ["wrong-state"],
  input: removeParagraphInput,
  output: paragraphOutput,
  run: removeParagraph,
});

export const objectCommand = defineCommand({
  id: "minutes.object",
  path: "/alliances/{alliance}/paragraphs/{paragraphId}/objections",
  place: "tenant",
  summary: "Objects to a paragraph in circulation",
  permission: permission("minutes.comment"),
  refusals: ["wrong-state", "objection-too-late"],
  input: objectInput,
  output: objectionOutput,
  run: objectToParagraph,
});

export const answerObjectionCommand = defineCommand({
  id: "minutes.answerObjection",
  path: "/alliances/{alliance}/objections/{objectionId}/answer",
  place: "tenant",
  summary: "Accepts, rejects or notes an objection",
  permission: permission("minutes.draft"),
  refusals: ["wrong-state", "new-text-missing"],
  input: answerInput,
  output: objectionOutput,
  run: answerObjection,
});

export const signCommand = defineCommand({
  id: "minutes.sign",
  path: "/alliances/{alliance}/minutes/{minutesId}/signature",
  place: "tenant",
  summary: "A named signatory signs or refuses",
  permission: permission("minutes.approve"),
  refusals: ["wrong-state", "already-signed", "refusal-needs-reason"],
  input: signInput,
  output: signOutput,
  run: signMinutes,
});

export const recordSignaturesCommand = defineCommand({
  id: "minutes.recordSignatures",
  path: "/alliances/{alliance}/minutes/{minutesId}/paper-signatures",
  place: "tenant",
  summary: "Enters what a scanned page says: who signed, or who refused",
  permission: permission("minutes.draft"),
  refusals: [
    "wrong-state",
    "already-signed",
    "refusal-needs-reason",
    "page-missing",
    "own-signature",
  ],
  input: recordSignaturesInput,
  output: recordSignaturesOutput,
  run: recordSignatures,
});

export const answerPaperCommand = defineCommand({
  id: "minutes.answerPaper",
  path: "/alliances/{alliance}/minutes/{minutesId}/paper-signatures/{personId}",
  place: "tenant",
  summary: "A second person reads the page of a signature: agrees, or has it entered anew",
  permission: permission("minutes.review"),
  refusals: ["wrong-state", "own-paper"],
  input: answerPaperInput,
  output: answerPaperOutput,
  run: answerPaper,
});

export const proposeErratumCommand = defineCommand({
  id: "minutes.proposeErratum",
  path: "/alliances/{alliance}/paragraphs/{paragraphId}/errata",
  place: "tenant",
  summary: "Proposes a correction beside the confirmed text",
  permission: permission("minutes.correct"),
  // A wrong record of a vote moves a resolution, whose state is read from several rows.
  isolation: "serializable",
  refusals: [
    "wrong-state",
    "erratum-needs-vote",
    "event-in-future",
    "event-needs-resolution",
    "event-needs-reason",
    "resolution-of-itself",
    "resolution-not-later",
    "tasks-open",
  ],
  input: proposeErratumInput,
  output: erratumOutput,
  run: proposeErratum,
});

export const approveErratumCommand = defineCommand({
  id: "minutes.approveErratum",
  path: "/alliances/{alliance}/errata/{erratumId}/approve",
  place: "tenant",
  summary: "Approves a correction",
  permission: permission("minutes.correct"),
  refusals: [
    "wrong-state",
    "erratum-own-proposal",
    "erratum-needs-resolution",
    "resolution-not-later",
  ],
  input: approveErratumInput,
  output: erratumOutput,
  run: approveErratum,
});
