import { permission } from "@/lib/features/access/policy";
import { defineCommand, defineQuery } from "@/lib/platform/corridor/use-case";
import { approveOutcomes, approveRefusals, takeBackApproval } from "./commands/approve";
import { listDesk } from "./queries/desk";
import { getDeskItem } from "./queries/item";
import {
  approvedSchema,
  approveSchema,
  deskItemSchema,
  deskSchema,
  getDeskItemSchema,
  listDeskSchema,
  takeBackSchema,
  takenBackSchema,
} from "./schema";

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
  summary: "A second person publishes verified results; several at once only without findings",
  permission: permission("figure.approve"),
  refusals: approveRefusals,
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
  refusals: ["wrong-state", "own-figure", "correction-open"],
  input: takeBackSchema,
  output: takenBackSchema,
  run: takeBackApproval,
});
