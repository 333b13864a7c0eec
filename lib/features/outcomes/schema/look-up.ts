import { z } from "zod";
import { day, id, optional } from "@/lib/kernel/fields";
import { keyKinds } from "../rules/keys";
import { follows, outcomeStates, resultLevels } from "../types";
import { keyShape, metricCode } from "./records";

export const lookUpSchema = z.strictObject({
  organizationId: id(),
  metricCode: metricCode(),
  occurredOn: day(),
  ...keyShape,
  projectId: optional(id()),
  /** Its enterprise and project are the key, where nothing else is said. */
  certificateId: optional(id()),
});

/** A record of the same thing. Of one that is not approved others learn whose it is and how to take part, no more. */
export const foundSchema = z.object({
  id: z.uuid(),
  organizationId: z.uuid(),
  organizationName: z.string(),
  /** The asking organization owns it or a part of it. */
  own: z.boolean(),
  /** The whole key is the same; else only the name of the thing is. */
  exact: z.boolean(),
  title: z.string().nullable(),
  year: z.number().int(),
  level: z.enum(resultLevels).nullable(),
  state: z.enum(outcomeStates).nullable(),
  /** Ways out that are open to the asking organization. */
  ways: z.array(z.enum([...follows, "co-claim"])),
});
export type Found = z.output<typeof foundSchema>;

export const lookUpAnswerSchema = z.object({
  kind: z.enum(keyKinds),
  /** The whole key; null where a part of it is missing or there is none. */
  key: z.string().nullable(),
  complete: z.boolean(),
  level: z.enum(resultLevels).nullable(),
  found: z.array(foundSchema),
});
export type LookUp = z.output<typeof lookUpAnswerSchema>;

/** What the address of the form holds from step to step. */
export const wizardSchema = z.strictObject({
  organizationId: optional(id()),
  metricCode: optional(metricCode()),
  occurredOn: optional(day()),
  ...keyShape,
  projectId: optional(id()),
  certificateId: optional(id()),
  followsId: optional(id()),
  follow: optional(z.enum(follows)),
});
