import { z } from "zod";
import { day, id, line, optional, quantity, yuan } from "@/lib/kernel/fields";
import { parseYuan } from "@/lib/kernel/money";
import { hoursFit, needsValuation, scheduleFits } from "../rules/promises";
import {
  commitmentStates,
  currencies,
  instalmentStates,
  promiseStandings,
  resourceKinds,
  valuationMethods,
} from "../types";

export const money = z.string();

/** Set where money is that of a past day: which, and from which day on what is missing of it is known. */
export const fundPastSchema = z
  .object({ day: z.string(), knownFrom: z.string().nullable() })
  .nullable();

export const kind = () => z.enum(resourceKinds, { error: "required" });

/** A rate of exchange: yuan for one unit, up to eight decimals. */
export const rate = () =>
  z.string({ error: "required" }).regex(/^(?!0+(\.0+)?$)\d{1,6}(\.\d{1,8})?$/, "not-a-rate");

/** What a contract says in another currency; the yuan follow from it by the rate of a day. */
export const foreignShape = {
  currency: z.enum(currencies).default("CNY"),
  foreignAmount: optional(yuan()),
  rate: optional(rate()),
  rateOn: optional(day()),
};

type Foreign = {
  currency: string;
  foreignAmount?: string | undefined;
  rate?: string | undefined;
  rateOn?: string | undefined;
};

export const foreignIsWhole = {
  check: (given: Foreign) =>
    given.currency === "CNY"
      ? !(given.foreignAmount || given.rate || given.rateOn)
      : !!(given.foreignAmount && given.rate && given.rateOn),
  says: { error: "foreign-incomplete", path: ["rate"] },
};

/** A promise inside of another form (the project's) or by itself. */
const promiseShape = {
  kind: kind(),
  amount: yuan(),
  valuation: optional(line(200)),
  condition: optional(line(500)),
  dueOn: optional(day()),
};

type Valued = { kind: z.output<ReturnType<typeof kind>>; valuation?: string | undefined };

export const valued = {
  check: (promise: Valued) =>
    !needsValuation(promise.kind, false) || promise.valuation !== undefined,
  says: { error: "valuation-required", path: ["valuation"] },
};

export const promiseSchema = z.strictObject(promiseShape).refine(valued.check, valued.says);

const scheduleLine = z.strictObject({
  dueOn: day(),
  amount: yuan(),
  milestoneId: optional(id()),
});

const schedule = z.array(scheduleLine).max(40, "too-many");

const scheduled = {
  check: (given: { amount: string; schedule: { amount: string }[] }) =>
    scheduleFits(
      parseYuan(given.amount) ?? 0n,
      given.schedule.map((one) => parseYuan(one.amount) ?? 0n),
    ),
  says: { error: "schedule-sum", path: ["schedule"] },
};

export const createCommitmentSchema = z
  .strictObject({
    projectId: id(),
    organizationId: id(),
    ...promiseShape,
    ...foreignShape,
    valuedBy: optional(z.enum(valuationMethods)),
    hourlyRate: optional(yuan()),
    hours: optional(quantity()),
    schedule: schedule.default([]),
    /** The amount is right although it is far from what is usual here. */
    amountIsRight: z.boolean().default(false),
  })
  .refine(valued.check, valued.says)
  .refine(foreignIsWhole.check, foreignIsWhole.says)
  .refine(hoursFit, { error: "hours-need-rate", path: ["hours"] })
  .refine(scheduled.check, scheduled.says);

export const confirmCommitmentSchema = z.strictObject({ id: id(), proof: line(300) });

export const proveConditionSchema = z.strictObject({
  id: id(),
  proof: line(300),
  fileId: id(),
  metOn: day(),
});

export const raiseCommitmentSchema = z.strictObject({ id: id(), amount: yuan(), proof: line(300) });
export const cancelCommitmentSchema = z.strictObject({ id: id(), reason: line(500) });
export const scheduleCommitmentSchema = z.strictObject({
  id: id(),
  schedule: schedule.min(1, "required"),
});

/** What another feature promises for somebody: the contract money of an award, for instance. */
export type PromiseInput = {
  projectId: string;
  organizationId: string;
  programmeId?: string | undefined;
  kind: z.output<ReturnType<typeof kind>>;
  amount: string;
  valuation?: string | undefined;
  valuedBy?: (typeof valuationMethods)[number] | undefined;
  hourlyRate?: string | undefined;
  hours?: string | undefined;
  currency?: (typeof currencies)[number] | undefined;
  foreignAmount?: string | undefined;
  rate?: string | undefined;
  rateOn?: string | undefined;
  condition?: string | undefined;
  promisedOn?: string | undefined;
  dueOn?: string | undefined;
  /** Agreement or resolution: with it the promise binds at once. */
  proof?: string | undefined;
  schedule?: readonly { dueOn: string; amount: string; milestoneId?: string | undefined }[];
};

const instalmentSchema = z.object({
  id: z.uuid(),
  order: z.number().int(),
  dueOn: z.string(),
  amount: money,
  received: money,
  /** Something was entered for it, posted or not: it stays as it is. */
  entered: z.boolean(),
  milestone: z.object({ id: z.uuid(), title: z.string(), accepted: z.boolean() }).nullable(),
  state: z.enum(instalmentStates),
});

export const commitmentSchema = z.object({
  id: z.uuid(),
  projectId: z.uuid(),
  organizationId: z.uuid(),
  organizationName: z.string(),
  programme: z.string().nullable(),
  kind: z.enum(resourceKinds),
  amount: money,
  originalAmount: money.nullable(),
  currency: z.string(),
  foreignAmount: money.nullable(),
  rate: z.string().nullable(),
  rateOn: z.string().nullable(),
  valuation: z.string().nullable(),
  valuedBy: z.enum(valuationMethods).nullable(),
  hourlyRate: money.nullable(),
  hours: z.string().nullable(),
  state: z.enum(commitmentStates),
  /** Where it stands today, by its schedule and by what has arrived. */
  standing: z.enum(promiseStandings),
  condition: z.string().nullable(),
  conditionMetOn: z.string().nullable(),
  proof: z.string().nullable(),
  promisedOn: z.string(),
  dueOn: z.string().nullable(),
  received: money,
  instalments: z.array(instalmentSchema),
});

export type Commitment = z.output<typeof commitmentSchema>;
export type Instalment = z.output<typeof instalmentSchema>;

export const createSpecialFundSchema = z.strictObject({
  governmentId: id(),
  title: line(200),
  year: z.coerce.number().int().min(1980).max(2100),
  total: yuan(),
  basis: line(300),
});

export const specialFundSchema = z.object({
  id: z.uuid(),
  governmentId: z.uuid(),
  governmentName: z.string(),
  title: z.string(),
  year: z.number().int(),
  total: money,
  allocated: money,
  received: money,
  basis: z.string(),
  projects: z.number().int(),
});

export const specialFundsSchema = z.strictObject({});
export const specialFundListSchema = z.object({
  items: z.array(specialFundSchema),
  may: z.object({ manage: z.boolean() }),
});
export type SpecialFund = z.output<typeof specialFundSchema>;

export const allocateSchema = z.strictObject({
  id: id(),
  projectId: id(),
  amount: yuan(),
  proof: line(300),
  dueOn: optional(day()),
});
