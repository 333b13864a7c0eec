import { z } from "zod";
import { day, id, line, optional, version } from "@/lib/kernel/fields";
import { membershipStatuses } from "../types";

export const warnInput = z.strictObject({
  membershipId: id(),
  on: day(),
  reason: line(500),
});
export const warnOutput = z.object({ membershipId: z.string(), on: z.string() });

/** The member's own written notice, given in the portal today. */
export const giveNoticeInput = z.strictObject({
  membershipId: id(),
  lastDay: day(),
  reason: line(500),
  letterFileId: optional(id()),
});

/** A notice that came on paper: its date and its scan. */
export const recordNoticeInput = z.strictObject({
  membershipId: id(),
  noticedOn: day(),
  lastDay: day(),
  reason: line(500),
  letterFileId: id(),
});
export const exitStepInput = z.strictObject({ exitId: id(), version: version() });
export const exitOutput = z.object({
  id: z.string(),
  membershipId: z.string(),
  state: z.enum(["open", "ended", "revoked"]),
  version: z.number(),
});

export const endByNoticeOutput = exitOutput.extend({
  lastDay: z.string(),
  seatsEnded: z.number(),
  rightsEnded: z.number(),
});

export const proposeCorrectionInput = z.strictObject({
  membershipId: id(),
  newFrom: day(),
  reason: line(500),
});
export const decideCorrectionInput = z.strictObject({ correctionId: id(), version: version() });
export const correctionOutput = z.object({
  id: z.string(),
  state: z.enum(["proposed", "confirmed", "rejected"]),
  version: z.number(),
  /** Motions decided between the two dates in bodies where the member sat: they keep their frozen electorate. */
  votesKept: z.number(),
});

export const exitItemKinds = ["project", "money", "report", "equipment", "seat"] as const;

export const exitItem = z.object({
  kind: z.enum(exitItemKinds),
  id: z.string(),
  title: z.string(),
  /** Yuan still promised, for money. */
  amount: z.string().nullable(),
  /** Seats end by themselves; everything else holds the end back until it is settled. */
  blocking: z.boolean(),
});
export type ExitItem = z.output<typeof exitItem>;

export const exitInput = z.strictObject({ membershipId: id() });
export const exitViewOutput = z.object({
  membership: z.object({
    id: z.string(),
    number: z.number(),
    organizationId: z.string(),
    name: z.string(),
    status: z.enum(membershipStatuses),
    since: z.string(),
    until: z.string().nullable(),
  }),
  today: z.string(),
  exit: z
    .object({
      id: z.string(),
      state: z.enum(["open", "ended", "revoked"]),
      noticedOn: z.string(),
      lastDay: z.string(),
      reason: z.string(),
      letterFileId: z.string().nullable(),
      overridden: z.boolean(),
      version: z.number(),
      /** The reader gave or entered the notice and so cannot end the membership by it. */
      own: z.boolean(),
    })
    .nullable(),
  items: z.array(exitItem),
  correction: z
    .object({
      id: z.string(),
      oldFrom: z.string(),
      newFrom: z.string(),
      reason: z.string(),
      version: z.number(),
      own: z.boolean(),
    })
    .nullable(),
  corrections: z.array(
    z.object({ oldFrom: z.string(), newFrom: z.string(), reason: z.string(), at: z.string() }),
  ),
  may: z.object({
    give: z.boolean(),
    record: z.boolean(),
    end: z.boolean(),
    correct: z.boolean(),
  }),
});
export type ExitView = z.output<typeof exitViewOutput>;

export const certificateInput = z.strictObject({ membershipId: id() });
export const certificateOutput = z.object({
  allianceName: z.string(),
  allianceNameEn: z.string().nullable(),
  organizationName: z.string(),
  creditCode: z.string().nullable(),
  number: z.number(),
  position: z.string(),
  /** The alliance's own word for the position, where it has one. */
  positionLabel: z.object({ zh: z.string(), en: z.string() }).nullable(),
  since: z.string(),
  today: z.string(),
  status: z.enum(membershipStatuses),
  /** "理事会决议〔2026〕3号" in parts, where a resolution opened the membership. */
  resolution: z.object({ bodyName: z.string(), year: z.number(), number: z.number() }).nullable(),
});

export const sleepingInput = z.strictObject({});
export const sleepingOutput = z.object({
  today: z.string(),
  since: z.string(),
  items: z.array(
    z.object({
      membershipId: z.string(),
      organizationId: z.string(),
      name: z.string(),
      number: z.number(),
      position: z.string(),
      memberSince: z.string(),
    }),
  ),
});
