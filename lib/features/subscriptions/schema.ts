import { z } from "zod";
import { dashboardFilterSchema } from "@/lib/features/dashboards/schema";
import { id } from "@/lib/kernel/fields";
import { rhythms } from "./types";

/** A past day never changes: it is asked for once and needs no subscription. */
export const subscribedFilters = dashboardFilterSchema.omit({ asOf: true });

export const takeInput = subscribedFilters.extend({
  rhythm: z.enum(rhythms, { error: "required" }),
});
export const takeOutput = z.object({ id: z.uuid(), nextOn: z.string() });

export const listInput = z.strictObject({});
const subscriptionSchema = z.object({
  id: z.uuid(),
  rhythm: z.enum(rhythms),
  filters: z.record(z.string(), z.string()),
  organization: z.string().nullable(),
  nextOn: z.string(),
  sentOn: z.string().nullable(),
});
export type Subscription = z.output<typeof subscriptionSchema>;
export const listOutput = z.object({ items: z.array(subscriptionSchema) });

export const endInput = z.strictObject({ id: id() });
export const endByLinkInput = z.strictObject({
  key: z.string({ error: "required" }).regex(/^[A-Za-z0-9_-]{43}$/, "invalid"),
});
export const endOutput = z.object({ id: z.uuid() });

export const sendInput = z.strictObject({});
export const sendOutput = z.object({ sent: z.number().int(), ended: z.number().int() });
