import { permission } from "@/lib/features/access/policy";
import { defineCommand, defineQuery } from "@/lib/platform/corridor/use-case";
import {
  cancelCommitment,
  confirmCommitment,
  createCommitment,
  proveCondition,
  raiseCommitment,
} from "../commands/commitments";
import { scheduleCommitment } from "../commands/schedule";
import { allocate, createSpecialFund } from "../commands/special-funds";
import { listSpecialFunds } from "../queries/special-funds";
import {
  allocateSchema,
  cancelCommitmentSchema,
  commitmentSchema,
  confirmCommitmentSchema,
  createCommitmentSchema,
  createSpecialFundSchema,
  proveConditionSchema,
  raiseCommitmentSchema,
  scheduleCommitmentSchema,
  specialFundListSchema,
  specialFundSchema,
  specialFundsSchema,
} from "../schema/promises";

const place = "tenant" as const;

const written = [
  "schedule-sum",
  "valuation-differs",
  "milestone-elsewhere",
  "over-allocated",
] as const;

export const createCommitmentProcedure = defineCommand({
  id: "commitments.create",
  path: "/alliances/{alliance}/commitments",
  place,
  summary: "Promises a contribution to a project, with its schedule",
  permission: permission("contribution.pledge"),
  refusals: [
    "not-a-party",
    "project-wrong-state",
    "amount-too-large",
    "amount-too-small",
    ...written,
  ],
  input: createCommitmentSchema,
  output: commitmentSchema,
  run: createCommitment,
});

export const confirmCommitmentProcedure = defineCommand({
  id: "commitments.confirm",
  path: "/alliances/{alliance}/commitments/{id}/confirm",
  place,
  summary: "Makes a promise binding by its agreement or resolution",
  permission: permission("contribution.confirm"),
  refusals: ["project-not-registered", "commitment-wrong-state", "condition-open"],
  input: confirmCommitmentSchema,
  output: commitmentSchema,
  run: confirmCommitment,
});

export const proveConditionProcedure = defineCommand({
  id: "commitments.proveCondition",
  path: "/alliances/{alliance}/commitments/{id}/condition",
  place,
  summary: "Makes a conditional promise binding: the file proves that its condition is met",
  permission: permission("contribution.confirm"),
  refusals: ["project-not-registered", "commitment-wrong-state", "entry-in-future"],
  input: proveConditionSchema,
  output: commitmentSchema,
  run: proveCondition,
});

export const raiseCommitmentProcedure = defineCommand({
  id: "commitments.raise",
  path: "/alliances/{alliance}/commitments/{id}/raise",
  place,
  summary: "Raises a binding promise by a new paper; the first amount stays visible",
  permission: permission("contribution.confirm"),
  refusals: ["commitment-not-confirmed", "not-raised", "over-allocated"],
  input: raiseCommitmentSchema,
  output: commitmentSchema,
  run: raiseCommitment,
});

export const cancelCommitmentProcedure = defineCommand({
  id: "commitments.cancel",
  path: "/alliances/{alliance}/commitments/{id}/cancel",
  place,
  summary: "Cancels a promise by a decision, when nothing has arrived on it",
  permission: permission("contribution.confirm"),
  refusals: ["commitment-wrong-state", "commitment-has-receipts"],
  input: cancelCommitmentSchema,
  output: commitmentSchema,
  run: cancelCommitment,
});

export const scheduleCommitmentProcedure = defineCommand({
  id: "commitments.schedule",
  path: "/alliances/{alliance}/commitments/{id}/schedule",
  place,
  summary:
    "Sets the instalments of a promise; those with a milestone are released by its acceptance",
  permission: permission("contribution.confirm"),
  refusals: ["commitment-wrong-state", "schedule-sum", "milestone-elsewhere", "schedule-in-use"],
  input: scheduleCommitmentSchema,
  output: commitmentSchema,
  run: scheduleCommitment,
});

export const listSpecialFundsProcedure = defineQuery({
  id: "grants.list",
  path: "/alliances/{alliance}/special-funds",
  place,
  summary: "Special funds of governments and what of them is allocated to projects",
  permission: permission("ledger.read_entries"),
  input: specialFundsSchema,
  output: specialFundListSchema,
  run: listSpecialFunds,
});

export const createSpecialFundProcedure = defineCommand({
  id: "grants.create",
  path: "/alliances/{alliance}/special-funds",
  place,
  summary: "Enters the special fund of a government for a year",
  permission: permission("fund.manage_programme"),
  refusals: ["not-a-government", "special-fund-exists"],
  input: createSpecialFundSchema,
  output: specialFundSchema,
  run: createSpecialFund,
});

export const allocateProcedure = defineCommand({
  id: "grants.allocate",
  path: "/alliances/{alliance}/special-funds/{id}/allocate",
  place,
  summary: "Allocates part of a special fund to a project; together never more than its total",
  permission: permission("fund.manage_programme"),
  refusals: ["project-not-registered", ...written],
  input: allocateSchema,
  output: commitmentSchema,
  run: allocate,
});
