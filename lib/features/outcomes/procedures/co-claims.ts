import { permission } from "@/lib/features/access/policy";
import { defineCommand, defineQuery } from "@/lib/platform/corridor/use-case";
import { defineWhole } from "@/lib/platform/corridor/whole";
import {
  answerCoClaim,
  decideCoClaim,
  proposeCoClaim,
  withdrawCoClaim,
} from "../commands/co-claims";
import { listCoClaims } from "../queries/co-claims";
import {
  answerCoClaimSchema,
  coClaimAnswerSchema,
  coClaimListSchema,
  decideCoClaimSchema,
  listCoClaimsSchema,
  proposeCoClaimSchema,
  withdrawCoClaimSchema,
} from "../schema/claims";

const path = "/alliances/{alliance}/co-claims" as const;

const steps = [
  "wrong-state",
  "co-claim-overdue",
  "co-claim-not-due",
  "share-too-large",
  "shares-already",
] as const;

export const listCoClaimsProcedure = defineQuery({
  id: "coclaims.list",
  path,
  place: "tenant",
  summary: "Co-claims that wait for the reader's side, that it waits for, or that are settled",
  permission: permission("figure.read_unapproved"),
  input: listCoClaimsSchema,
  output: coClaimListSchema,
  run: listCoClaims,
});

export const exportCoClaimsQuery = defineWhole(listCoClaimsProcedure, {
  id: "coclaims.export",
  summary: "A box of co-claims as a table; each time is recorded",
  permission: permission("export.table"),
  subject: "outcome",
  own: (row) => [row.leadId, row.organizationId],
});

export const proposeCoClaimProcedure = defineCommand({
  id: "coclaims.propose",
  path: "/alliances/{alliance}/outcomes/{id}/co-claims",
  place: "tenant",
  summary: "Asks for a part of another member's result, or offers a part of an own one",
  permission: permission("figure.enter"),
  refusals: [
    "wrong-state",
    "not-a-member",
    "co-claim-open",
    "co-claim-denied",
    "share-too-large",
    "shares-already",
  ],
  input: proposeCoClaimSchema,
  output: coClaimAnswerSchema,
  run: proposeCoClaim,
});

export const answerCoClaimProcedure = defineCommand({
  id: "coclaims.answer",
  path: `${path}/{id}/answer`,
  place: "tenant",
  summary: "The other side agrees to a co-claim or refuses it with a reason, within 14 days",
  permission: permission("figure.enter"),
  refusals: [...steps, "answer-own-proposal", "answer-needs-reason"],
  input: answerCoClaimSchema,
  output: coClaimAnswerSchema,
  run: answerCoClaim,
});

export const decideCoClaimProcedure = defineCommand({
  id: "coclaims.decide",
  path: `${path}/{id}/decide`,
  place: "tenant",
  summary: "The secretariat decides a co-claim that was refused or not answered in time",
  permission: permission("figure.verify"),
  refusals: [...steps, "own-figure"],
  input: decideCoClaimSchema,
  output: coClaimAnswerSchema,
  run: decideCoClaim,
});

export const withdrawCoClaimProcedure = defineCommand({
  id: "coclaims.withdraw",
  path: `${path}/{id}/withdraw`,
  place: "tenant",
  summary: "Takes an open co-claim back",
  permission: permission("figure.enter"),
  refusals: steps,
  input: withdrawCoClaimSchema,
  output: coClaimAnswerSchema,
  run: withdrawCoClaim,
});
