import { permission } from "@/lib/features/access/policy";
import { defineCommand, defineQuery } from "@/lib/platform/corridor/use-case";
import { assignExpert, assignRefusals, declare, opine, releaseExpert } from "../commands/experts";
import { discuss, scoreBid, scoreRefusals } from "../commands/score";
import { candidates } from "../queries/experts";
import {
  assignExpertInput,
  candidatesInput,
  candidatesOutput,
  declareInput,
  discussInput,
  expertAnswer,
  opineInput,
  releaseExpertInput,
  scoreInput,
} from "../schema/assess";

const place = "tenant" as const;
const root = "/alliances/{alliance}/calls" as const;
const one = `${root}/{id}` as const;
const output = expertAnswer;

export const candidatesQuery = defineQuery({
  id: "calls.candidates",
  path: `${one}/candidates`,
  place,
  summary: "Experts whom the office can ask, and what ties them to the units of the call",
  permission: permission("call.manage"),
  input: candidatesInput,
  output: candidatesOutput,
  run: candidates,
});

export const assignExpertCommand = defineCommand({
  id: "calls.assignExpert",
  path: `${one}/experts`,
  place,
  summary: "Asks an expert to check the need, or to judge the bids",
  permission: permission("call.manage"),
  refusals: assignRefusals,
  input: assignExpertInput,
  output,
  run: assignExpert,
});

export const releaseExpertCommand = defineCommand({
  id: "calls.releaseExpert",
  path: `${root}/experts/{expertId}/release`,
  place,
  summary: "Lets an expert go who has not judged",
  permission: permission("call.manage"),
  refusals: ["expert-has-judged"],
  input: releaseExpertInput,
  output,
  run: releaseExpert,
});

export const declareCommand = defineCommand({
  id: "calls.declare",
  path: `${one}/declaration`,
  place,
  summary: "An expert says whether something ties him to the units of the call",
  permission: permission("call.assess"),
  refusals: ["call-wrong-state", "expert-declared-already", "expert-conflicted"],
  input: declareInput,
  output,
  run: declare,
});

export const opineCommand = defineCommand({
  id: "calls.opine",
  path: `${one}/opinion`,
  place,
  summary: "An expert's opinion on a need: four sides and four questions",
  permission: permission("call.assess"),
  refusals: ["call-wrong-state", "expert-not-clear", "expert-has-judged"],
  input: opineInput,
  output,
  run: opine,
});

export const scoreBidCommand = defineCommand({
  id: "bids.score",
  path: "/alliances/{alliance}/bids/{bidId}/score",
  place,
  summary: "An expert's blind sheet for one bid",
  permission: permission("call.assess"),
  refusals: scoreRefusals,
  input: scoreInput,
  output,
  run: scoreBid,
});

export const discussCommand = defineCommand({
  id: "bids.discuss",
  path: "/alliances/{alliance}/bids/{bidId}/discussion",
  place,
  summary: "Records what the experts said about a bid on which they are far apart",
  permission: permission("call.manage"),
  refusals: ["call-wrong-state", "not-far-apart"],
  input: discussInput,
  output,
  run: discuss,
});
