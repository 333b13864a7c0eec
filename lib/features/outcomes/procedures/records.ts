import { permission } from "@/lib/features/access/policy";
import { defineCommand, defineQuery } from "@/lib/platform/corridor/use-case";
import { defineWhole } from "@/lib/platform/corridor/whole";
import { reportRefusals } from "../commands/content";
import { returnOutcome, verifyOutcome } from "../commands/decide";
import { amendOutcome, reportOutcome } from "../commands/report";
import { getOutcome } from "../queries/get";
import { listOutcomes } from "../queries/list";
import { lookUpOutcome } from "../queries/look-up";
import { lookUpAnswerSchema, lookUpSchema } from "../schema/look-up";
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
} from "../schema/records";

const path = "/alliances/{alliance}/outcomes" as const;

const decideRefusals = [
  "wrong-state",
  "own-figure",
  "co-claim-disputed",
  "finding-blocks",
  "finding-needs-reason",
  "evidence-gone",
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

export const exportOutcomesQuery = defineWhole(listOutcomesProcedure, {
  id: "outcomes.export",
  summary: "The filtered list of outcome records as a table; each time is recorded",
  permission: permission("export.table"),
  subject: "outcome",
  own: (row) => [row.organizationId],
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

export const lookUpOutcomeProcedure = defineQuery({
  id: "outcomes.lookUp",
  path: `${path}/look-up`,
  place: "tenant",
  summary: "Whether a result is claimed already under its natural key, by whom, and the ways out",
  permission: permission("figure.enter"),
  input: lookUpSchema,
  output: lookUpAnswerSchema,
  run: lookUpOutcome,
});

export const reportOutcomeProcedure = defineCommand({
  id: "outcomes.report",
  path,
  place: "tenant",
  summary: "Reports one result of an own organization with its evidence",
  permission: permission("figure.enter"),
  refusals: [...reportRefusals, "not-a-member"],
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
  refusals: [...reportRefusals, "wrong-state", "adjusted-already", "part-of-training"],
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
  refusals: decideRefusals,
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
  refusals: decideRefusals,
  input: verifyOutcomeSchema,
  output: outcomeAnswerSchema,
  run: verifyOutcome,
});
