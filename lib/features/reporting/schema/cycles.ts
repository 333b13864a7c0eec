import { z } from "zod";
import { day, flag, id, line, optional, prose, version } from "@/lib/kernel/fields";
import { pageOf, pagingShape } from "@/lib/kernel/paging";
import { periodKinds, shownStates, storedStates } from "../types";

export const cycleShape = {
  id: z.uuid(),
  name: z.string(),
  setId: z.uuid(),
  setZh: z.string(),
  setEn: z.string().nullable(),
  periodKind: z.enum(periodKinds),
  periodFrom: z.string(),
  periodTo: z.string(),
  opensOn: z.string(),
  dueOn: z.string(),
  verifyBy: z.string(),
  closesOn: z.string(),
  approvedAt: z.string().nullable(),
  version: z.number().int(),
};

const tally = z.object({
  owed: z.number().int(),
  reported: z.number().int(),
  late: z.number().int(),
  approved: z.number().int(),
  exempt: z.number().int(),
});
const cycleRow = z.object({ ...cycleShape, tally });
export type CycleRow = z.output<typeof cycleRow>;

export const listCyclesInput = z.strictObject({ ...pagingShape });
export const listCyclesOutput = pageOf(cycleRow).extend({
  mayManage: z.boolean(),
  sets: z.array(z.object({ id: z.uuid(), nameZh: z.string(), nameEn: z.string().nullable() })),
});

export const listObligationsInput = z.strictObject({
  ...pagingShape,
  cycle: optional(id()),
  organization: optional(id()),
  state: optional(z.enum(storedStates)),
  /** Only those that wait for the member: to fill in, to hand in, to mend; or for the secretariat: to check, to approve. */
  waits: optional(z.enum(["member", "secretariat"])),
  /** Only those that are past their day. */
  late: optional(flag()),
  /** Only what is past its day and was not handed in at all. */
  missing: optional(flag()),
  /** Only where the newest report handed in answers a veto indicator of the set in force. */
  negative: optional(flag()),
  q: optional(z.string().trim().max(100)),
});
const obligationRow = z.object({
  id: z.uuid(),
  organizationId: z.uuid(),
  organizationName: z.string(),
  cycleId: z.uuid(),
  cycleName: z.string(),
  dueOn: z.string(),
  closesOn: z.string(),
  shown: z.enum(shownStates),
  stateSince: z.string(),
  late: z.boolean(),
  nil: z.boolean(),
  /** Cells answered, and those that the form asks for. */
  filled: z.number().int(),
  asked: z.number().int(),
  /** Findings of the last submission that ask for a look. */
  findings: z.number().int(),
  version: z.number().int(),
});
export type ObligationRow = z.output<typeof obligationRow>;
export const listObligationsOutput = pageOf(obligationRow);

export const coverageInput = z.strictObject({ ...pagingShape });
export const coverageOutput = pageOf(
  z.object({
    organizationId: z.uuid(),
    organizationName: z.string(),
    /** By the id of the cycle. */
    cells: z.array(
      z.object({
        cycleId: z.uuid(),
        obligationId: z.uuid(),
        shown: z.enum(shownStates),
        late: z.boolean(),
        nil: z.boolean(),
      }),
    ),
  }),
).extend({ cycles: z.array(z.object({ id: z.uuid(), name: z.string() })) });
export type Coverage = z.output<typeof coverageOutput>;

export const createCycleInput = z
  .strictObject({
    setId: id(),
    name: line(100),
    periodKind: z.enum(periodKinds, { error: "required" }),
    periodFrom: day(),
    opensOn: day(),
    dueOn: day(),
    verifyBy: day(),
    closesOn: day(),
    proRata: flag().default(false),
  })
  .superRefine((given, context) => {
    const order = ["opensOn", "dueOn", "verifyBy", "closesOn"] as const;
    order.slice(1).forEach((path, place) => {
      const before = order[place];
      if (before && given[path] < given[before])
        context.addIssue({ code: "custom", path: [path], message: "ends-before-start" });
    });
    if (!given.periodFrom.endsWith("-01"))
      context.addIssue({ code: "custom", path: ["periodFrom"], message: "not-a-first-day" });
  });
export const cycleStepInput = z.strictObject({ cycleId: id(), version: version() });
export const syncCycleInput = z.strictObject({ cycleId: id() });
export const undoCycleInput = z.strictObject({
  cycleId: id(),
  version: version(),
  reason: prose(500),
});
export const cycleOutput = z.object({
  id: z.uuid(),
  version: z.number().int(),
  obligations: z.number().int(),
});
export const remindInput = z.strictObject({});
export const remindOutput = z.object({ reminded: z.number().int() });
