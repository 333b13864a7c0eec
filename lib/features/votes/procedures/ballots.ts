import { permission } from "@/lib/features/access/policy";
import { defineCommand, defineQuery } from "@/lib/platform/corridor/use-case";
import { castBallot, castRefusals, castSecretBallot } from "../commands/cast";
import { demandMeeting } from "../commands/mail";
import {
  confirmPaper,
  countHands,
  enterPaper,
  handsRefusals,
  paperRefusals,
} from "../commands/paper";
import { getVote, receiptOf, recountVote } from "../queries/get-vote";
import { votesOfMeeting } from "../queries/of-meeting";
import {
  castInput,
  castOutput,
  castSecretInput,
  confirmPaperInput,
  demandInput,
  getVoteOutput,
  handsInput,
  ofMeetingInput,
  ofMeetingOutput,
  oneInput,
  paperInput,
  receiptInput,
  receiptOutput,
  recountOutput,
  voteOutput,
} from "../schema/votes";

export const votesOfMeetingQuery = defineQuery({
  id: "votes.ofMeeting",
  path: "/alliances/{alliance}/meetings/{meetingId}/votes",
  place: "tenant",
  summary: "Votes of a meeting by item, with the caller's own ballot cards",
  permission: permission("motion.read_result"),
  input: ofMeetingInput,
  output: ofMeetingOutput,
  run: votesOfMeeting,
});

export const getVoteQuery = defineQuery({
  id: "votes.get",
  path: "/alliances/{alliance}/votes/{voteId}",
  place: "tenant",
  summary: "One vote with its result sheet, and who chose what where it was by name",
  permission: permission("motion.read_result"),
  input: oneInput,
  output: getVoteOutput,
  run: getVote,
});

export const recountVoteQuery = defineQuery({
  id: "votes.recount",
  path: "/alliances/{alliance}/votes/{voteId}/recount",
  place: "tenant",
  summary: "Counts a vote again from its snapshots and ballots",
  permission: permission("motion.recount"),
  input: oneInput,
  output: recountOutput,
  run: recountVote,
});

export const receiptQuery = defineQuery({
  id: "votes.receipt",
  path: "/alliances/{alliance}/votes/{voteId}/receipts/{seatId}",
  place: "tenant",
  summary: "That the ballot of one's own seat is in; not what it says",
  permission: permission("ballot.read_own_receipt"),
  input: receiptInput,
  output: receiptOutput,
  run: receiptOf,
});

export const castBallotCommand = defineCommand({
  id: "votes.cast",
  path: "/alliances/{alliance}/votes/{voteId}/ballots/{seatId}",
  method: "PUT",
  place: "tenant",
  summary: "Casts or changes the named ballot of a seat",
  permission: permission("ballot.cast"),
  refusals: castRefusals,
  input: castInput,
  output: castOutput,
  run: castBallot,
});

export const castSecretBallotCommand = defineCommand({
  id: "votes.castSecret",
  path: "/alliances/{alliance}/votes/{voteId}/secret-ballots/{seatId}",
  place: "tenant",
  summary: "Casts the secret ballot of a seat, once and for good",
  permission: permission("ballot.cast"),
  refusals: castRefusals,
  input: castSecretInput,
  output: castOutput,
  run: castSecretBallot,
});

export const demandMeetingCommand = defineCommand({
  id: "votes.demandMeeting",
  path: "/alliances/{alliance}/votes/{voteId}/demands/{seatId}",
  place: "tenant",
  summary: "Asks for a live meeting while a correspondence vote runs",
  permission: permission("motion.demand_meeting"),
  refusals: ["wrong-state", "not-by-mail"],
  input: demandInput,
  output: voteOutput,
  run: demandMeeting,
});

export const enterPaperCommand = defineCommand({
  id: "votes.enterPaper",
  path: "/alliances/{alliance}/votes/{voteId}/papers/{seatId}",
  place: "tenant",
  summary: "Enters a ballot on paper with its scan; another person confirms it",
  permission: permission("ballot.enter_paper"),
  refusals: paperRefusals,
  input: paperInput,
  output: castOutput,
  run: enterPaper,
});

export const confirmPaperCommand = defineCommand({
  id: "votes.confirmPaper",
  path: "/alliances/{alliance}/votes/{voteId}/papers/{seatId}/confirmation",
  place: "tenant",
  summary: "Reads a ballot on paper once more; it counts when both readings agree",
  permission: permission("ballot.enter_paper"),
  refusals: paperRefusals,
  input: confirmPaperInput,
  output: castOutput,
  run: confirmPaper,
});

export const countHandsCommand = defineCommand({
  id: "votes.countHands",
  path: "/alliances/{alliance}/votes/{voteId}/hands",
  method: "PUT",
  place: "tenant",
  summary: "One of two counts of a show of hands",
  permission: permission("ballot.count_hands"),
  refusals: handsRefusals,
  input: handsInput,
  output: voteOutput,
  run: countHands,
});
