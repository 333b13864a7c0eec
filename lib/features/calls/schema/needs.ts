import { z } from "zod";
import { day, id, line, minute, optional, prose, ticked, version, yuan } from "@/lib/kernel/fields";
import {
  callStates,
  ipWishes,
  officeSteps,
  painCategories,
  posterSteps,
  secrecies,
} from "../types";

const indicator = z.strictObject({ name: line(200), target: line(200) });

const need = {
  title: line(200),
  problem: prose(4000),
  pain: z.enum(painCategories, { error: "required" }),
  indicators: z.array(indicator, { error: "required" }).min(1, "required").max(20, "too-long"),
  budget: yuan(),
  moneySource: line(300),
  neededOn: day(),
  ipWish: z.enum(ipWishes, { error: "required" }),
  ipNote: optional(line(500)),
  secrecy: z.enum(secrecies, { error: "required" }).default("open"),
  /** What the public reads where details are restricted. */
  publicTitle: optional(line(200)),
  /** The budget was doubted and is right. */
  amountIsRight: ticked().default(false),
};

const titled = (given: { secrecy: string; publicTitle?: string | undefined }) =>
  given.secrecy === "open" || given.publicTitle !== undefined;
// Told together with what else is missing, not after it.
const untitled = { error: "required", path: ["publicTitle"], when: () => true };

export const createCallInput = z
  .strictObject({
    ...need,
    /** The caller's own enterprise where it is left out. */
    posterId: optional(id()),
    /** Sends it to the office at once. */
    submit: ticked().default(true),
  })
  .refine(titled, untitled);

export const updateCallInput = z
  .strictObject({ id: id(), version: version(), ...need })
  .refine(titled, untitled);

const step = { id: id(), version: version() };
const reason = optional(line(500));
export const posterStepInput = z.strictObject({
  ...step,
  step: z.enum(posterSteps, { error: "required" }),
  reason,
});
export const officeStepInput = z.strictObject({
  ...step,
  step: z.enum(officeSteps, { error: "required" }),
  reason,
});

const criterion = z.strictObject({
  name: line(100),
  weight: z.coerce.number().int().min(1).max(100),
});

/** The terms that the enterprise is asked to agree to. */
export const proposeTermsInput = z.strictObject({
  ...step,
  criteria: z
    .array(criterion, { error: "required" })
    .min(1, "required")
    .max(10, "too-long")
    .refine((all) => all.reduce((sum, { weight }) => sum + weight, 0) === 100, "weights-not-100"),
  leastBids: z.coerce.number().int().min(1).max(20).default(3),
  leastExperts: z.coerce.number().int().min(1).max(20).default(3),
  noticeDays: z.coerce.number().int().min(5).max(60).default(5),
  /** For a re-issue: what has changed. */
  reason,
});

const deadline = { closesOn: day(), closesAt: minute().default("17:00") };
export const publishInput = z.strictObject({ ...step, ...deadline });
export const extendInput = z.strictObject({ ...step, ...deadline, reason: line(500) });

export const openBidsInput = z.strictObject(step);

/** What every command about a call answers with. */
export const callAnswer = z.object({
  id: z.uuid(),
  state: z.enum(callStates),
  version: z.number().int(),
});
export type Moved = z.output<typeof callAnswer>;
