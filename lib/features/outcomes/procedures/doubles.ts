import { permission } from "@/lib/features/access/policy";
import { defineCommand, defineQuery } from "@/lib/platform/corridor/use-case";
import { defineWhole } from "@/lib/platform/corridor/whole";
import { judgePair, scanPairs } from "../commands/doubles";
import { listPairs } from "../queries/doubles";
import {
  judgeAnswerSchema,
  judgePairSchema,
  listPairsSchema,
  pairListSchema,
  scanAnswerSchema,
  scanPairsSchema,
} from "../schema/doubles";

const path = "/alliances/{alliance}/doubles" as const;

export const listDoublesProcedure = defineQuery({
  id: "doubles.list",
  path,
  place: "tenant",
  summary: "Pairs of results that may be one, and what became of them",
  permission: permission("figure.verify"),
  input: listPairsSchema,
  output: pairListSchema,
  run: listPairs,
});

export const exportDoublesQuery = defineWhole(listDoublesProcedure, {
  id: "doubles.export",
  summary: "The pairs that may be one as a table; each time is recorded",
  permission: permission("export.table"),
  subject: "outcome",
});

export const judgeDoubleProcedure = defineCommand({
  id: "doubles.judge",
  path: `${path}/{id}/judge`,
  place: "tenant",
  summary:
    "Says whether two results are the same, different or partly the same, with an adjustment of its own",
  permission: permission("figure.verify"),
  refusals: [
    "wrong-state",
    "own-figure",
    "pair-one-thing",
    "pair-amount-missing",
    "pair-amount-too-large",
    "pair-counts-nothing",
  ],
  input: judgePairSchema,
  output: judgeAnswerSchema,
  run: judgePair,
});

export const scanDoublesProcedure = defineCommand({
  id: "doubles.scan",
  path: `${path}/scan`,
  place: "tenant",
  summary: "Looks through one metric and year for results that may be one",
  permission: permission("figure.verify"),
  refusals: [],
  input: scanPairsSchema,
  output: scanAnswerSchema,
  run: scanPairs,
});
