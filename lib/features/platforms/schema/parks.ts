import { z } from "zod";
import { day, digits, id, line, optional, prose, version } from "@/lib/kernel/fields";
import { pageOf, pagingShape } from "@/lib/kernel/paging";
import { placementStates } from "../types";

const count = (least: number) =>
  digits().transform(Number).pipe(z.number().int().min(least).max(1_000_000));
const named = z.object({ id: z.uuid(), name: z.string() });

/* 一院一园 */
export const listPairingsInput = z.strictObject({
  q: optional(line(100)),
  active: z.enum(["true", "false"]).default("true"),
  ...pagingShape,
});
export const createPairingInput = z.strictObject({
  schoolId: id(),
  unit: line(100),
  parkId: id(),
  schoolLiaison: optional(line(100)),
  parkLiaison: optional(line(100)),
  validFrom: day(),
  note: optional(line(500)),
});
export const endPairingInput = z.strictObject({
  pairingId: id(),
  version: version(),
  validTo: day(),
  reason: line(500),
});
export const visitPairingInput = z.strictObject({
  pairingId: id(),
  on: day(),
  people: count(1),
  result: prose(500),
});
export const pairingChanged = z.object({ id: z.uuid(), version: z.number().int() });
const pairing = z.object({
  id: z.uuid(),
  version: z.number().int(),
  school: named,
  unit: z.string(),
  park: named.extend({ regionCode: z.string().nullable() }),
  schoolLiaison: z.string().nullable(),
  parkLiaison: z.string().nullable(),
  validFrom: z.string(),
  validTo: z.string().nullable(),
  /** School and park lie in different provinces. */
  crossProvince: z.boolean(),
  visits: z.number().int(),
  lastVisitOn: z.string().nullable(),
  visitDue: z.boolean(),
  mayVisit: z.boolean(),
});
export const pairingPage = pageOf(pairing).extend({
  today: z.string(),
  /** Distinct parks among all that match. */
  parks: z.number().int(),
  mayManage: z.boolean(),
});
export type PairingRow = z.output<typeof pairing>;

export const getPairingInput = z.strictObject({ pairingId: id() });
export const pairingOutput = pairing.extend({
  today: z.string(),
  note: z.string().nullable(),
  endReason: z.string().nullable(),
  mayManage: z.boolean(),
  log: z.array(
    z.object({ id: z.uuid(), on: z.string(), people: z.number().int(), result: z.string() }),
  ),
});

/* 百名博士进园区 */
export const createCallInput = z
  .strictObject({ title: line(200), target: count(1), opensOn: day(), closesOn: day() })
  .refine(({ opensOn, closesOn }) => opensOn <= closesOn, {
    error: "ends-before-start",
    path: ["closesOn"],
  });
export const applyPlacementInput = z.strictObject({
  callId: id(),
  schoolId: id(),
  reference: line(60),
  field: line(200),
});
export const stepPlacementInput = z
  .strictObject({
    placementId: id(),
    version: version(),
    to: z.enum(placementStates, { error: "required" }),
    hostId: optional(id()),
    task: optional(line(500)),
    startsOn: optional(day()),
    endsOn: optional(day()),
    report: optional(prose(500)),
  })
  .superRefine((given, context) => {
    const needs = {
      matched: ["hostId", "task"],
      dispatched: ["startsOn", "endsOn"],
      midterm: ["report"],
      appraised: ["report"],
      withdrawn: ["report"],
      applied: [],
    } as const;
    for (const key of needs[given.to]) {
      if (!given[key]) context.addIssue({ code: "custom", message: "required", path: [key] });
    }
    if (given.startsOn && given.endsOn && given.endsOn < given.startsOn) {
      context.addIssue({ code: "custom", message: "ends-before-start", path: ["endsOn"] });
    }
  });
export const placementChanged = z.object({ id: z.uuid(), version: z.number().int() });
export const listPlacementsInput = z.strictObject({
  state: optional(z.enum(placementStates)),
  ...pagingShape,
});
const placement = z.object({
  id: z.uuid(),
  version: z.number().int(),
  callId: z.uuid(),
  reference: z.string(),
  field: z.string(),
  school: named,
  host: named.nullable(),
  task: z.string().nullable(),
  state: z.enum(placementStates),
  startsOn: z.string().nullable(),
  endsOn: z.string().nullable(),
  midterm: z.string().nullable(),
  result: z.string().nullable(),
  next: z.array(z.enum(placementStates)),
});
export const placementPage = pageOf(placement).extend({
  today: z.string(),
  calls: z.array(
    z.object({
      id: z.uuid(),
      title: z.string(),
      target: z.number().int(),
      sent: z.number().int(),
      opensOn: z.string(),
      closesOn: z.string(),
      open: z.boolean(),
    }),
  ),
  may: z.object({ manage: z.boolean(), applyFor: z.array(named) }),
});
export type PlacementRow = z.output<typeof placement>;
export type PlacementPage = z.output<typeof placementPage>;
