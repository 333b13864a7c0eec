import { permission } from "@/lib/features/access/policy";
import { defineCommand } from "@/lib/platform/corridor/use-case";
import { closeVote } from "../commands/close";
import { closeRefusals } from "../commands/count";
import { declareRefusals, declareVote } from "../commands/declare";
import { abortVote, answerChallenge, challengeVote, leaveBlock, voidVote } from "../commands/end";
import { extendRefusals, extendVote } from "../commands/extend";
import { openRefusals, openVote } from "../commands/open";
import { prepareRefusals, prepareVote } from "../commands/prepare";
import { decideTie, decideTieRefusals } from "../commands/tie";
import {
  answerChallengeInput,
  decideTieInput,
  declareOutput,
  extendInput,
  oneInput,
  openInput,
  prepareInput,
  reasonInput,
  versionedInput,
  voteOutput,
} from "../schema/votes";

export const prepareVoteCommand = defineCommand({
  id: "votes.prepare",
  path: "/alliances/{alliance}/votes",
  place: "tenant",
  summary: "Writes down what an item's vote is about and how it is taken",
  permission: permission("motion.create"),
  refusals: prepareRefusals,
  input: prepareInput,
  output: voteOutput,
  run: prepareVote,
});

export const leaveBlockCommand = defineCommand({
  id: "votes.leaveBlock",
  path: "/alliances/{alliance}/votes/{voteId}/leave-block",
  place: "tenant",
  summary: "Takes an objected item out of its block, to be voted on alone",
  permission: permission("motion.object"),
  refusals: ["wrong-state", "not-in-block"],
  input: oneInput,
  output: voteOutput,
  run: leaveBlock,
});

export const openVoteCommand = defineCommand({
  id: "votes.open",
  path: "/alliances/{alliance}/votes/{voteId}/open",
  place: "tenant",
  summary: "Opens a vote: quorum now, electors frozen, snapshot taken",
  permission: permission("motion.open"),
  refusals: openRefusals,
  input: openInput,
  output: voteOutput,
  run: openVote,
});

export const extendVoteCommand = defineCommand({
  id: "votes.extend",
  path: "/alliances/{alliance}/votes/{voteId}/extend",
  place: "tenant",
  summary: "Lengthens the time of a vote, once",
  permission: permission("motion.extend"),
  refusals: extendRefusals,
  input: extendInput,
  output: voteOutput,
  run: extendVote,
});

export const closeVoteCommand = defineCommand({
  id: "votes.close",
  path: "/alliances/{alliance}/votes/{voteId}/close",
  place: "tenant",
  summary: "Closes a vote and counts it; sent again it gives the same answer",
  permission: permission("motion.close"),
  refusals: closeRefusals,
  input: oneInput,
  output: voteOutput,
  run: closeVote,
});

export const decideTieCommand = defineCommand({
  id: "votes.decideTie",
  path: "/alliances/{alliance}/votes/{voteId}/casting-vote",
  place: "tenant",
  summary: "The casting vote of whoever chairs, where the rule gives one",
  permission: permission("motion.decide_tie"),
  refusals: decideTieRefusals,
  input: decideTieInput,
  output: voteOutput,
  run: decideTie,
});

export const declareVoteCommand = defineCommand({
  id: "votes.declare",
  path: "/alliances/{alliance}/votes/{voteId}/declare",
  place: "tenant",
  summary: "Declares a result: motion, resolution and what follows from it",
  permission: permission("motion.publish_result"),
  refusals: declareRefusals,
  input: versionedInput,
  output: declareOutput,
  run: declareVote,
});

export const abortVoteCommand = defineCommand({
  id: "votes.abort",
  path: "/alliances/{alliance}/votes/{voteId}/abort",
  place: "tenant",
  summary: "Ends a vote for a technical fault, without a result",
  permission: permission("motion.cancel"),
  refusals: ["wrong-state", "result-stands"],
  input: reasonInput,
  output: voteOutput,
  run: abortVote,
});

export const voidVoteCommand = defineCommand({
  id: "votes.void",
  path: "/alliances/{alliance}/votes/{voteId}/void",
  place: "tenant",
  summary: "Annuls a declared result; by another person than the one who declared it",
  permission: permission("motion.void"),
  refusals: ["wrong-state", "declared-by-oneself"],
  input: reasonInput,
  output: voteOutput,
  run: voidVote,
});

export const challengeVoteCommand = defineCommand({
  id: "votes.challenge",
  path: "/alliances/{alliance}/votes/{voteId}/challenge",
  place: "tenant",
  summary: "Objects to a declared result; it stands until the body has answered",
  permission: permission("motion.object"),
  refusals: ["wrong-state", "challenged-already"],
  input: reasonInput,
  output: voteOutput,
  run: challengeVote,
});

export const answerChallengeCommand = defineCommand({
  id: "votes.answerChallenge",
  path: "/alliances/{alliance}/votes/{voteId}/challenge/answer",
  place: "tenant",
  summary: "What the body decided about an objection: the result is void, or stands",
  permission: permission("motion.void"),
  refusals: ["wrong-state", "not-challenged", "own-challenge"],
  input: answerChallengeInput,
  output: voteOutput,
  run: answerChallenge,
});
