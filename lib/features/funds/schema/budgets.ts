import { z } from "zod";
import { digits, id, line, optional, yuan } from "@/lib/kernel/fields";
import { budgetStates } from "../types";
import { commitmentSchema, money } from "./promises";

const budgetLine = z.strictObject({
  /** A line that is there already. */
  id: optional(id()),
  task: line(200),
  title: line(100),
  department: line(100),
  responsible: line(60),
  inKind: z.boolean().default(false),
  planned: yuan(),
});

export const proposeBudgetSchema = z.strictObject({
  projectId: id(),
  reason: line(500),
  lines: z.array(budgetLine).min(1, "required").max(60, "too-many"),
});

export const decideBudgetSchema = z.strictObject({
  id: id(),
  decision: z.enum(["adopt", "reject"], { error: "required" }),
});

export const budgetRevisionSchema = z.object({
  id: z.uuid(),
  projectId: z.uuid(),
  number: z.number().int(),
  state: z.enum(budgetStates),
});

export const allowAdvanceSchema = z.strictObject({
  projectId: id(),
  amount: z.string({ error: "required" }).regex(/^\d{1,15}(\.\d{1,2})?$/, "not-an-amount"),
  basis: line(300),
});
export const advanceSchema = z.object({ projectId: z.uuid(), amount: money, basis: z.string() });

const both = z.object({ cash: money, inKind: money });
/** Always six: promised, received, spent, each in cash and in kind. */
export const sixSchema = z.object({ promised: both, received: both, spent: both });

export const projectFundsSchema = z.strictObject({ id: id() });

const lineSchema = z.object({
  id: z.uuid(),
  order: z.number().int(),
  task: z.string(),
  title: z.string(),
  department: z.string(),
  responsible: z.string(),
  cash: z.boolean(),
  planned: money,
  ceiling: money,
  received: money,
  spent: money,
  /** Amount of every adopted or open revision, in their order; nothing where the line was not in it. */
  planBy: z.array(z.object({ number: z.number().int(), planned: money })),
});
export type BudgetLine = z.output<typeof lineSchema>;

export const projectFundsViewSchema = z.object({
  projectId: z.uuid(),
  title: z.string(),
  code: z.string().nullable(),
  startsOn: z.string(),
  endsOn: z.string(),
  six: sixSchema,
  advance: money,
  advanceBasis: z.string().nullable(),
  commitments: z.array(commitmentSchema),
  lines: z.array(lineSchema),
  revisions: z.array(
    z.object({
      id: z.uuid(),
      number: z.number().int(),
      state: z.enum(budgetStates),
      reason: z.string(),
      at: z.date(),
      by: z.string().nullable(),
      decidedBy: z.string().nullable(),
    }),
  ),
  milestones: z.array(z.object({ id: z.uuid(), title: z.string() })),
  parties: z.array(z.object({ id: z.uuid(), name: z.string() })),
  rules: z.object({ secondApproverFrom: money, overLinePercent: z.number().int() }),
  may: z.object({
    ledger: z.enum(["whole", "own", "none"]),
    enter: z.boolean(),
    request: z.array(z.object({ id: z.uuid(), name: z.string() })),
    pledgeFor: z.array(z.object({ id: z.uuid(), name: z.string() })),
    confirm: z.boolean(),
    propose: z.boolean(),
    decide: z.boolean(),
    advance: z.boolean(),
  }),
});
export type ProjectFunds = z.output<typeof projectFundsViewSchema>;

const upTo = (most: number) =>
  digits().pipe(
    z.coerce.number<string | number>().int().min(0, "out-of-range").max(most, "out-of-range"),
  );

export const setRulesSchema = z.strictObject({
  secondApproverFrom: yuan(),
  overLinePercent: upTo(50),
  lateDays: upTo(120),
  basis: line(300),
});
export const rulesSchema = z.object({
  number: z.number().int(),
  secondApproverFrom: money,
  overLinePercent: z.number().int(),
  lateDays: z.number().int(),
  basis: z.string().nullable(),
});
export type FundRules = z.output<typeof rulesSchema>;
