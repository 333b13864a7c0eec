import { z } from "zod";
import { day, id, line, optional } from "@/lib/kernel/fields";
import { pageOf, pagingShape } from "@/lib/kernel/paging";
import { ageBands, fundYearStates } from "../types";
import { rulesSchema, sixSchema } from "./budgets";
import { fundPastSchema, money } from "./promises";

const year = z.coerce.number().int().min(1980).max(2100);

/** First and last year, both included; one organization. */
export const summarySchema = z.strictObject({
  from: optional(year),
  to: optional(year),
  organization: optional(id()),
  /** The numbers as they stood at the end of this day. */
  asOf: optional(day()),
});

/** Organizations that the summary lists; the ledger has all. */
export const summaryRows = 100;

const sideAmounts = z.object({ cash: money, inKind: money, records: z.number().int() });

/** Some of the ledger is open to the reader; the reader enters what arrives; entries wait at their desk; all is open. */
export const fundDoorsSchema = z.object({
  open: z.boolean(),
  enter: z.boolean(),
  desk: z.boolean(),
  whole: z.boolean(),
});

export const fundDoorsInput = z.strictObject({});

/** Sides stand apart, each in cash and in kind: always six numbers. */
export const fundSummarySchema = z.object({
  past: fundPastSchema,
  sides: z.object({
    /** Null, like what was conditional: not known of that day. */
    promised: sideAmounts.nullable(),
    received: sideAmounts,
    spent: sideAmounts,
    conditional: sideAmounts.nullable(),
    /** Not binding yet, not posted yet: closed to the public. */
    proposed: sideAmounts.nullable(),
    entered: sideAmounts.nullable(),
    requested: sideAmounts.nullable(),
  }),
  years: z.array(
    z.object({
      year: z.number().int(),
      promised: sideAmounts,
      received: sideAmounts,
      spent: sideAmounts,
      state: z.enum(["open", ...fundYearStates]),
    }),
  ),
  organizations: z.array(
    z.object({
      id: z.uuid(),
      name: z.string(),
      promised: sideAmounts,
      received: sideAmounts,
      conditional: sideAmounts,
    }),
  ),
  /** All of them; the list shows the first summaryRows. */
  organizationCount: z.number().int(),
  /** The reader may open the entries behind these very numbers. */
  opensLedger: z.boolean(),
  may: fundDoorsSchema,
});
export type FundSummary = z.output<typeof fundSummarySchema>;

const bands = z.object(
  Object.fromEntries(ageBands.map((band) => [band, money])) as Record<
    (typeof ageBands)[number],
    typeof money
  >,
);

export const ageingSchema = z.strictObject({
  ...pagingShape,
  /** Only what is late by more than so many days. */
  over: optional(z.coerce.number().int().min(0).max(3650)),
  organization: optional(id()),
});
export const ageingPageSchema = pageOf(
  z.object({
    id: z.uuid(),
    name: z.string(),
    promises: z.number().int(),
    oldestDueOn: z.string(),
    cash: bands,
    inKind: bands,
    total: z.object({ cash: money, inKind: money }),
  }),
).extend({ cash: bands, inKind: bands });
export type Ageing = z.output<typeof ageingPageSchema>;

export const taskSorts = ["task", "-planned", "execution", "-execution", "arrival"] as const;
export const tasksSchema = z.strictObject({
  project: optional(id()),
  department: optional(line(100)),
  responsible: optional(line(60)),
  sort: z.enum(taskSorts).default("task"),
  ...pagingShape,
});

const sums = { planned: money, received: money, spent: money };

/** 专项台账: one row per task; rates are per mille of the planned amount. */
export const tasksPageSchema = pageOf(
  z.object({
    id: z.string(),
    task: z.string(),
    projectId: z.uuid(),
    projectTitle: z.string(),
    projectCode: z.string().nullable(),
    department: z.string(),
    responsible: z.string(),
    cash: z.boolean(),
    lines: z.number().int(),
    ...sums,
  }),
).extend({
  departments: z.array(
    z.object({
      department: z.string(),
      tasks: z.number().int(),
      cash: z.object(sums),
      inKind: z.object(sums),
    }),
  ),
});
export type TaskLedger = z.output<typeof tasksPageSchema>;

export const yearsSchema = z.strictObject({});
export const closeYearSchema = z.strictObject({ year });
export const restateYearSchema = z.strictObject({
  year,
  resolutionId: id(),
  note: line(500),
  until: day(),
});

export const yearSchema = z.object({
  year: z.number().int(),
  state: z.enum(["open", ...fundYearStates]),
  proposedBy: z.string().nullable(),
  closedBy: z.string().nullable(),
  closedAt: z.date().nullable(),
  lateUntil: z.string().nullable(),
  /** Today's numbers and those of the day of closing. */
  now: sixSchema,
  closed: sixSchema.nullable(),
  /** Entries of the year that are under way: they should be posted or rejected first. */
  pending: z.number().int(),
  restatements: z.array(
    z.object({
      id: z.uuid(),
      resolution: z.string(),
      note: z.string(),
      until: z.string(),
      at: z.date(),
    }),
  ),
  may: z.object({
    close: z.boolean(),
    countersign: z.boolean(),
    takeBack: z.boolean(),
    restate: z.boolean(),
  }),
});
export const yearListSchema = z.object({
  items: z.array(yearSchema),
  rules: rulesSchema,
  resolutions: z.array(z.object({ id: z.uuid(), title: z.string() })),
  may: z.object({ setRules: z.boolean() }),
});
export const closedYearSchema = z.object({
  year: z.number().int(),
  state: z.enum(["open", ...fundYearStates]),
});
export type LedgerYear = z.output<typeof yearSchema>;
