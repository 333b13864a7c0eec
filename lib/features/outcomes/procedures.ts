import { permission } from "@/lib/features/access/policy";
import { defineCommand, defineQuery } from "@/lib/platform/corridor/use-case";
import { amendOutcome, reportOutcome, returnOutcome, verifyOutcome } from "./commands";
import { getOutcome, listOutcomes } from "./queries";
import {
  amendOutcomeSchema,
  getOutcomeSchema,
  listOutcomesSchema,
  outcomeAnswerSchema,
  outcomeListSchema,
  outcomeSchema,
  reportOutcomeSchema,
  returnOutcomeSchema,
  verifyOutcomeSchema,
} from "./schema";

const path = "/alliances/{alliance}/outcomes" as const;

const reportRefusals = [
  "metric-not-reported",
  "evidence-missing",
  "result-in-future",
  "key-missing",
  "one-result-per-record",
  "fraction-of-a-thing",
  "not-a-member",
  "duplicate-result",
  "file-not-yours",
] as const;

export const listOutcomesProcedure = defineQuery({
  id: "outcomes.list",
  path,
  place: "tenant",
  summary: "Outcome records with filters; total and, within one metric, the sum of quantities",
  permission: permission("figure.read_approved"),
  input: listOutcomesSchema,
  output: outcomeListSchema,
  run: listOutcomes,
});

export const getOutcomeProcedure = defineQuery({
  id: "outcomes.get",
  path: `${path}/{id}`,
  place: "tenant",
  summary: "One outcome record with its evidence and decisions",
  permission: permission("figure.read_approved"),
  input: getOutcomeSchema,
  output: outcomeSchema,
  run: getOutcome,
});

export const reportOutcomeProcedure = defineCommand({
  id: "outcomes.report",
  path,
  place: "tenant",
  summary: "Reports one result of an own organization with its evidence",
  permission: permission("figure.enter"),
  refusals: reportRefusals,
  input: reportOutcomeSchema,
  output: outcomeAnswerSchema,
  run: reportOutcome,
});

export const amendOutcomeProcedure = defineCommand({
  id: "outcomes.amend",
  path: `${path}/{id}/amend`,
  place: "tenant",
  summary: "Corrects a returned result and submits it again",
  permission: permission("figure.enter"),
  refusals: [...reportRefusals, "wrong-state"],
  input: amendOutcomeSchema,
  output: outcomeAnswerSchema,
  run: amendOutcome,
});

export const returnOutcomeProcedure = defineCommand({
  id: "outcomes.return",
  path: `${path}/{id}/return`,
  place: "tenant",
  summary: "Sends a submitted result back with a reason",
  permission: permission("figure.return"),
  refusals: ["wrong-state", "own-figure"],
  input: returnOutcomeSchema,
  output: outcomeAnswerSchema,
  run: returnOutcome,
});

export const verifyOutcomeProcedure = defineCommand({
  id: "outcomes.verify",
  path: `${path}/{id}/verify`,
  place: "tenant",
  summary: "Verifies a submitted result against its evidence",
  permission: permission("figure.verify"),
  refusals: ["wrong-state", "own-figure"],
  input: verifyOutcomeSchema,
  output: outcomeAnswerSchema,
  run: verifyOutcome,
});
