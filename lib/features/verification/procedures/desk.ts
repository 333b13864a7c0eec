import { permission } from "@/lib/features/access/policy";
import { defineCommand, defineQuery } from "@/lib/platform/corridor/use-case";
import { defineWhole } from "@/lib/platform/corridor/whole";
import { approveOutcomes } from "../commands/approve";
import { endEvidence } from "../commands/end-evidence";
import { takeBackApproval } from "../commands/take-back";
import { listDesk } from "../queries/desk";
import { getDeskItem } from "../queries/item";
import {
  approvedSchema,
  approveSchema,
  deskItemSchema,
  deskSchema,
  endEvidenceSchema,
  endedSchema,
  getDeskItemSchema,
  listDeskSchema,
  takeBackSchema,
  takenBackSchema,
} from "../schema/desk";

const place = "tenant" as const;
const path = "/alliances/{alliance}/verification" as const;

export const listDeskQuery = defineQuery({
  id: "verification.list",
  path,
  place,
  summary: "What waits to be verified or published, riskiest first",
  permission: permission("figure.verify"),
  input: listDeskSchema,
  output: deskSchema,
  run: listDesk,
});

export const exportDeskQuery = defineWhole(listDeskQuery, {
  id: "verification.export",
  summary: "A queue of the desk as a table; each time is recorded",
  permission: permission("export.table"),
  subject: "outcome",
});

export const getDeskItemQuery = defineQuery({
  id: "verification.get",
  path: `${path}/{id}`,
  place,
  summary: "Findings about a result, what was reported before, and what else its paper proves",
  permission: permission("figure.verify"),
  input: getDeskItemSchema,
  output: deskItemSchema,
  run: getDeskItem,
});

export const approveCommand = defineCommand({
  id: "verification.approve",
  path: `${path}/approve`,
  place,
  summary: "A second person publishes verified results; of several each gets its own answer",
  permission: permission("figure.approve"),
  refusals: [
    "wrong-state",
    "same-person",
    "own-figure",
    "correction-open",
    "co-claim-disputed",
    "evidence-gone",
    "finding-needs-reading",
  ],
  input: approveSchema,
  output: approvedSchema,
  run: approveOutcomes,
});

export const takeBackCommand = defineCommand({
  id: "verification.takeBack",
  path: `${path}/{id}/take-back`,
  place,
  summary: "Takes the publication of a result back with a reason; it stays verified",
  permission: permission("figure.approve"),
  refusals: ["wrong-state", "own-figure", "correction-open", "held-above"],
  input: takeBackSchema,
  output: takenBackSchema,
  run: takeBackApproval,
});

export const endEvidenceCommand = defineCommand({
  id: "verification.endEvidence",
  path: `${path}/{id}/evidence-end`,
  place,
  summary:
    "Tells that the paper of a result was withdrawn or expires; the value stays and is told of",
  permission: permission("figure.end_evidence"),
  refusals: ["evidence-none", "evidence-ended-already"],
  input: endEvidenceSchema,
  output: endedSchema,
  run: endEvidence,
});
