import { z } from "zod";
import { id } from "@/lib/kernel/fields";
import { representativeKinds } from "../types";

export const handoverKinds = [
  "task",
  "delegate",
  "seat",
  "proxy_given",
  "proxy_carried",
  "meeting",
  "minutes",
] as const;

/** What a person has in hand for a member, each on the record where it is passed on. */
export const handoverItem = z.object({
  kind: z.enum(handoverKinds),
  id: z.string(),
  title: z.string(),
  /** Due, held or valid until then. */
  on: z.string().nullable(),
});
export type HandoverItem = z.output<typeof handoverItem>;

export const handoverInput = z.strictObject({ membershipId: id() });
export const handoverOutput = z.object({
  people: z.array(
    z.object({
      representativeId: z.string(),
      kind: z.enum(representativeKinds),
      name: z.string(),
      items: z.array(handoverItem),
    }),
  ),
});
export type Handover = z.output<typeof handoverOutput>["people"][number];
