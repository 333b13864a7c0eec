import { permission } from "@/lib/features/access/policy";
import { defineCommand, defineQuery } from "@/lib/platform/corridor/use-case";
import { allowAdvance, decideBudget, proposeBudget } from "../commands/budgets";
import { setRules } from "../commands/years";
import { projectFunds } from "../queries/project-funds";
import {
  advanceSchema,
  allowAdvanceSchema,
  budgetRevisionSchema,
  decideBudgetSchema,
  projectFundsSchema,
  projectFundsViewSchema,
  proposeBudgetSchema,
  rulesSchema,
  setRulesSchema,
} from "../schema/budgets";

const place = "tenant" as const;

export const projectFundsProcedure = defineQuery({
  id: "funds.project",
  path: "/alliances/{alliance}/funds/projects/{id}",
  place,
  summary:
    "The money of one project: six numbers, promises with instalments, budget lines and revisions",
  permission: permission("ledger.read_entries"),
  input: projectFundsSchema,
  output: projectFundsViewSchema,
  run: projectFunds,
});

export const proposeBudgetProcedure = defineCommand({
  id: "budgets.propose",
  path: "/alliances/{alliance}/budgets",
  place,
  summary: "Proposes the budget of a project, or its next version",
  permission: permission("budget.propose"),
  refusals: ["project-wrong-state", "budget-open"],
  input: proposeBudgetSchema,
  output: budgetRevisionSchema,
  run: proposeBudget,
});

export const decideBudgetProcedure = defineCommand({
  id: "budgets.decide",
  path: "/alliances/{alliance}/budgets/{id}/decide",
  place,
  summary: "Another person adopts a version of a budget or gives it back",
  permission: permission("budget.decide"),
  refusals: ["budget-decided", "same-person", "below-spent"],
  input: decideBudgetSchema,
  output: budgetRevisionSchema,
  run: decideBudget,
});

export const allowAdvanceProcedure = defineCommand({
  id: "funds.allowAdvance",
  path: "/alliances/{alliance}/funds/advances",
  place,
  summary: "Allows a project to spend an amount ahead of what has arrived",
  permission: permission("fund.allow_advance"),
  refusals: ["project-not-registered", "advance-used"],
  input: allowAdvanceSchema,
  output: advanceSchema,
  run: allowAdvance,
});

export const setRulesProcedure = defineCommand({
  id: "funds.setRules",
  path: "/alliances/{alliance}/funds/rules",
  place,
  summary:
    "Sets from which amount two persons approve, how far a line may be passed and how long late entries come",
  permission: permission("fund.set_rules"),
  refusals: [],
  input: setRulesSchema,
  output: rulesSchema,
  run: setRules,
});
