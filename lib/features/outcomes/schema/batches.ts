import { z } from "zod";
import {
  day,
  digits,
  flag,
  id,
  line,
  optional,
  prose,
  quantity,
  version,
} from "@/lib/kernel/fields";
import { pageOf, pagingShape } from "@/lib/kernel/paging";
import { batchFault } from "../rules/batches";
import { outcomeStates, trainingKinds, trainingMetrics } from "../types";

const people = (least: number) =>
  optional(
    digits()
      .transform(Number)
      .pipe(
        z.number().int("not-a-quantity").min(least, "out-of-range").max(1_000_000, "out-of-range"),
      ),
  );

const shape = {
  kind: z.enum(trainingKinds, { error: "required" }),
  course: line(60),
  place: line(30),
  startsOn: day(),
  endsOn: day(),
  /** The enterprise that it was given with. */
  partnerId: optional(id()),
  persons: people(1),
  personTimes: people(1),
  personDays: optional(quantity().refine((text) => Number(text) > 0, "out-of-range")),
  /** Every attendance lasts a day or longer. */
  fullDays: flag().default(false),
  certified: people(0),
  publicBenefit: flag().default(false),
  fileId: optional(id()),
};

/** How the numbers stand to each other is asked once each of them is a number. */
const numbersAgree = (
  input: Parameters<typeof batchFault>[0],
  context: z.RefinementCtx<Parameters<typeof batchFault>[0]>,
) => {
  if (context.issues.length > 0) return;
  const fault = batchFault(input);
  if (fault) context.addIssue({ code: "custom", message: fault.message, path: [fault.field] });
};

export const reportTrainingSchema = z
  .strictObject({ organizationId: id(), ...shape })
  .superRefine(numbersAgree);

export const amendTrainingSchema = z
  .strictObject({ id: id(), version: version(), ...shape })
  .superRefine(numbersAgree);

export const attendTrainingSchema = z.strictObject({
  id: id(),
  version: version(),
  /** One identity number a line. Never kept: see commands/attendees.ts. */
  numbers: prose(150_000),
});

export const getTrainingSchema = z.strictObject({ id: id() });

const trainingSorts = ["-endsOn", "endsOn"] as const;

export const listTrainingsSchema = z.strictObject({
  ...pagingShape,
  q: optional(z.string().trim().max(100)),
  kind: optional(z.enum(trainingKinds)),
  organization: optional(id()),
  /** The stretch of days in which the training ended. */
  from: optional(day()),
  to: optional(day()),
  sort: z.enum(trainingSorts).default("-endsOn"),
});

const named = z.object({ id: z.uuid(), name: z.string() });

/** What the reader may see of the results of a training; a number that he may not see is null, like an unknown one. */
const numbers = {
  persons: z.string().nullable(),
  personTimes: z.string().nullable(),
  personDays: z.string().nullable(),
};

export const trainingRowSchema = z.object({
  id: z.uuid(),
  course: z.string(),
  kind: z.enum(trainingKinds),
  place: z.string(),
  startsOn: z.string(),
  endsOn: z.string(),
  organization: named,
  partner: named.nullable(),
  publicBenefit: z.boolean(),
  ...numbers,
  state: z.enum(outcomeStates),
  synthetic: z.boolean(),
});
export type TrainingRow = z.output<typeof trainingRowSchema>;

export const trainingListSchema = pageOf(trainingRowSchema).extend({
  /** What counts of all trainings of the list; people of several are at most their sum. */
  totals: z.object({
    personTimes: z.string(),
    persons: z.string(),
    personDays: z.string(),
    atMost: z.boolean(),
    /** Trainings that say who was there, and those that do not. */
    listed: z.number().int(),
    unlisted: z.number().int(),
  }),
});
export type TrainingList = z.output<typeof trainingListSchema>;

export const trainingSchema = trainingRowSchema.extend({
  version: z.number().int(),
  fullDays: z.boolean(),
  records: z.array(
    z.object({
      id: z.uuid(),
      metricCode: z.enum(trainingMetrics),
      nameZh: z.string(),
      nameEn: z.string(),
      unitZh: z.string(),
      unitEn: z.string(),
      /** What counts of it. */
      quantity: z.string(),
      state: z.enum(outcomeStates),
      returnReason: z.string().nullable(),
    }),
  ),
  certified: z.number().int().nullable(),
  /** How many different people its list names. */
  identified: z.number().int().nullable(),
  /** May the caller say who was there? */
  mayList: z.boolean(),
  /** What its reporter wrote, and which parts of it are open; null for everybody else. */
  form: z
    .object({
      persons: z.number().int().nullable(),
      personTimes: z.number().int().nullable(),
      personDays: z.string().nullable(),
      open: z.object({
        facts: z.boolean(),
        persons: z.boolean(),
        personTimes: z.boolean(),
        personDays: z.boolean(),
      }),
    })
    .nullable(),
});
export type Training = z.output<typeof trainingSchema>;
