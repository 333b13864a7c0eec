import { permission } from "@/lib/features/access/policy";
import { defineCommand, defineQuery } from "@/lib/platform/corridor/use-case";
import { defineWhole } from "@/lib/platform/corridor/whole";
import { openBids, openRefusals } from "../commands/opening";
import { sizeRefusals } from "../commands/plausible";
import { createCall, updateCall } from "../commands/post";
import { officeRefusals, officeStep, posterStep } from "../commands/steps";
import { extendCall, proposeRefusals, proposeTerms, publishCall } from "../commands/terms";
import { getCall } from "../queries/get";
import { callsInFile, listCalls, posting } from "../queries/list";
import {
  callAnswer,
  createCallInput,
  extendInput,
  officeStepInput,
  openBidsInput,
  posterStepInput,
  proposeTermsInput,
  publishInput,
  updateCallInput,
} from "../schema/needs";
import {
  callSchema,
  callsPageSchema,
  getCallInput,
  listCallsInput,
  postingInput,
  postingOutput,
} from "../schema/view";

const place = "tenant" as const;
const root = "/alliances/{alliance}/calls" as const;
const one = `${root}/{id}` as const;
const output = callAnswer;

export const listCallsQuery = defineQuery({
  id: "calls.list",
  path: root,
  place,
  summary: "Calls that the reader may know of: the published ones, and one's own in every state",
  permission: permission("call.read_public"),
  input: listCallsInput,
  output: callsPageSchema,
  run: listCalls,
});

const callsInFileQuery = { ...listCallsQuery, run: callsInFile };

export const exportCallsQuery = defineWhole(callsInFileQuery, {
  id: "calls.export",
  summary:
    "The filtered calls as a table, restricted ones under their public titles; each time is recorded",
  permission: permission("export.table"),
  subject: "call",
  own: (row) => [row.poster?.id],
});

export const getCallQuery = defineQuery({
  id: "calls.get",
  path: one,
  place,
  summary:
    "One call: the public part, the details for those who signed for them, the rest for those inside",
  permission: permission("call.read_public"),
  input: getCallInput,
  output: callSchema,
  run: getCall,
});

export const postingQuery = defineQuery({
  id: "calls.posting",
  path: `${root}/posting`,
  place,
  summary: "For which enterprises the caller may post a problem",
  permission: permission("call.post"),
  input: postingInput,
  output: postingOutput,
  run: posting,
});

export const createCallCommand = defineCommand({
  id: "calls.create",
  path: root,
  place,
  summary: "An enterprise posts a problem, as a draft or for the office to check",
  permission: permission("call.post"),
  refusals: ["not-a-member", "call-needed-too-soon", ...sizeRefusals],
  limits: [{ per: "browser", count: 60, seconds: 3600 }],
  input: createCallInput,
  output,
  run: createCall,
});

export const updateCallCommand = defineCommand({
  id: "calls.update",
  path: one,
  place,
  method: "PUT",
  summary: "Edits a draft",
  permission: permission("call.post"),
  refusals: ["call-wrong-state", "call-needed-too-soon", ...sizeRefusals],
  input: updateCallInput,
  output,
  run: updateCall,
});

export const posterStepCommand = defineCommand({
  id: "calls.posterStep",
  path: `${one}/poster-step`,
  place,
  summary: "The enterprise sends its problem, agrees to the terms or not, or takes the call back",
  permission: permission("call.post"),
  refusals: ["call-wrong-state", "call-incomplete", "call-needed-too-soon"],
  input: posterStepInput,
  output,
  run: posterStep,
});

export const officeStepCommand = defineCommand({
  id: "calls.officeStep",
  path: `${one}/office-step`,
  place,
  summary: "The office passes a call on, gives it back, ends a step or the call",
  permission: permission("call.manage"),
  refusals: officeRefusals,
  input: officeStepInput,
  output,
  run: officeStep,
});

export const proposeTermsCommand = defineCommand({
  id: "calls.proposeTerms",
  path: `${one}/terms`,
  place,
  summary:
    "Proposes the terms of a call to its enterprise, or changed ones after too few bids came",
  permission: permission("call.manage"),
  refusals: proposeRefusals,
  input: proposeTermsInput,
  output,
  run: proposeTerms,
});

export const publishCallCommand = defineCommand({
  id: "calls.publish",
  path: `${one}/publish`,
  place,
  summary: "Publishes a call under the next number of the year, with the deadline for bids",
  permission: permission("call.manage"),
  refusals: ["call-wrong-state", "call-closes-in-past"],
  input: publishInput,
  output,
  run: publishCall,
});

export const extendCallCommand = defineCommand({
  id: "calls.extend",
  path: `${one}/extend`,
  place,
  summary: "Sets a later deadline, once, after too few bids came",
  permission: permission("call.manage"),
  refusals: ["call-wrong-state", "call-closes-in-past", "call-extended-already"],
  input: extendInput,
  output,
  run: extendCall,
});

export const openBidsCommand = defineCommand({
  id: "calls.openBids",
  path: `${one}/open`,
  place,
  summary: "Opens the bids after the deadline: two people, one after the other",
  permission: permission("bid.open"),
  refusals: openRefusals,
  input: openBidsInput,
  output,
  run: openBids,
});
