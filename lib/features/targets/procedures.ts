import { permission } from "@/lib/features/access/policy";
import { defineCommand, defineQuery } from "@/lib/platform/corridor/use-case";
import { defineWhole } from "@/lib/platform/corridor/whole";
import { adoptTarget, agreeTarget, declineTarget, withdrawTarget } from "./commands/decide";
import { setTarget } from "./commands/set";
import { listTargets } from "./queries/list";
import {
  adoptTargetInput,
  declineTargetInput,
  listTargetsInput,
  listTargetsOutput,
  setTargetInput,
  stepTargetInput,
  targetAnswer,
} from "./schema";

const place = "tenant" as const;
const output = targetAnswer;

export const listTargetsQuery = defineQuery({
  id: "targets.list",
  path: "/alliances/{alliance}/targets",
  place,
  summary:
    "Targets of metrics by year, of the alliance and of members, with what was reached and what is missing",
  permission: permission("target.read"),
  input: listTargetsInput,
  output: listTargetsOutput,
  run: listTargets,
});

export const exportTargetsQuery = defineWhole(listTargetsQuery, {
  id: "targets.export",
  summary: "The filtered list of targets as a table; each time is recorded",
  permission: permission("export.table"),
  subject: "target",
  own: (row) => [row.organization?.id],
});

export const setTargetCommand = defineCommand({
  id: "targets.set",
  path: "/alliances/{alliance}/targets",
  place,
  summary: "Puts a target before the chair",
  permission: permission("target.set"),
  refusals: [
    "target-metric-not-reported",
    "target-not-a-member",
    "target-proposed-already",
    "target-same",
  ],
  input: setTargetInput,
  output,
  run: setTarget,
});

export const agreeTargetCommand = defineCommand({
  id: "targets.agree",
  path: "/alliances/{alliance}/targets/{targetId}/agree",
  place,
  summary: "Agrees to a target as chair; the one before is superseded",
  permission: permission("target.agree"),
  refusals: ["target-decided", "target-own-proposal"],
  input: stepTargetInput,
  output,
  run: agreeTarget,
});

export const declineTargetCommand = defineCommand({
  id: "targets.decline",
  path: "/alliances/{alliance}/targets/{targetId}/decline",
  place,
  summary: "Declines a target as chair, with the reason",
  permission: permission("target.agree"),
  refusals: ["target-decided", "target-own-proposal"],
  input: declineTargetInput,
  output,
  run: declineTarget,
});

export const adoptTargetCommand = defineCommand({
  id: "targets.adopt",
  path: "/alliances/{alliance}/targets/{targetId}/adopt",
  place,
  summary: "Puts a target in force by a resolution that adopted it",
  permission: permission("target.set"),
  refusals: ["target-decided", "target-resolution-does-not-fit"],
  input: adoptTargetInput,
  output,
  run: adoptTarget,
});

export const withdrawTargetCommand = defineCommand({
  id: "targets.withdraw",
  path: "/alliances/{alliance}/targets/{targetId}/withdraw",
  place,
  summary: "Takes a target back that nobody has decided on",
  permission: permission("target.set"),
  refusals: ["target-decided"],
  input: stepTargetInput,
  output,
  run: withdrawTarget,
});
