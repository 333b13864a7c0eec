import { z } from "zod";
import { skillLevels } from "@/lib/features/people/types";
import { day, digits, id, line, optional, version } from "@/lib/kernel/fields";
import { promotionStates } from "../types";

const people = (least: number) =>
  digits().transform(Number).pipe(z.number().int().min(least).max(1_000_000));
const level = () => z.enum(skillLevels, { error: "required" });

export const enrolPromotionInput = z.strictObject({
  platformId: id(),
  title: line(100),
  fromLevel: level(),
  toLevel: level(),
  people: people(1),
  on: day(),
});
export const stepPromotionInput = z.strictObject({
  platformId: id(),
  promotionId: id(),
  version: version(),
  to: z.enum(promotionStates, { error: "required" }),
  people: people(0),
  on: day(),
  certificateNo: optional(line(100)),
  fileId: optional(id()),
});

/** One group on its way: how many were left at each step, and when. */
export const promotionOutput = z.object({
  id: z.uuid(),
  version: z.number().int(),
  title: z.string(),
  fromLevel: z.enum(skillLevels),
  toLevel: z.enum(skillLevels),
  state: z.enum(promotionStates),
  steps: z.array(
    z.object({ state: z.enum(promotionStates), people: z.number().int(), on: z.string() }),
  ),
  certified: z.number().int().nullable(),
  certifiedOn: z.string().nullable(),
  certificateNo: z.string().nullable(),
  /** Inside the alliance only. */
  file: z.object({ id: z.uuid(), name: z.string() }).nullable(),
});
export type PromotionView = z.output<typeof promotionOutput>;
