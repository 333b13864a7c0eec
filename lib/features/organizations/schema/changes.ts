import { z } from "zod";
import { id, optional, prose } from "@/lib/kernel/fields";
import { pageOf, pagingShape } from "@/lib/kernel/paging";
import { changeAnswers, changeStates, keyFields } from "../types";

const pair = z.tuple([z.string().nullable(), z.string()]);

/** Old and new value of each key field that is to change; what the column holds. */
export const changedFields = z.partialRecord(z.enum(keyFields), pair);
export type ChangedFields = z.output<typeof changedFields>;

export const changeView = z.object({
  id: z.string(),
  organization: z.object({ id: z.string(), name: z.string() }),
  fields: z.array(
    z.object({ field: z.enum(keyFields), before: z.string().nullable(), after: z.string() }),
  ),
  /** First day of the new name. */
  renamedOn: z.string().nullable(),
  state: z.enum(changeStates),
  proposedAt: z.string(),
  proposedBy: z.string().nullable(),
  /** Where it was proposed; null where the reader may not know of that alliance. */
  alliance: z.object({ slug: z.string(), name: z.string() }).nullable(),
  answers: z.array(
    z.object({
      alliance: z.object({ slug: z.string(), name: z.string() }).nullable(),
      answer: z.enum(changeAnswers),
      reason: z.string().nullable(),
      answeredAt: z.string().nullable(),
      /** The reader's to give. */
      mine: z.boolean(),
    }),
  ),
  /** The reader may take it back. */
  withdrawable: z.boolean(),
});
export type ChangeView = z.output<typeof changeView>;

export const listChangesInput = z.strictObject({
  state: optional(z.enum(changeStates)),
  ...pagingShape,
});
export const listChangesOutput = pageOf(changeView);

export const acceptChangeInput = z.strictObject({ changeId: id() });
export const refuseChangeInput = z.strictObject({ changeId: id(), reason: prose(500) });
export const withdrawChangeInput = z.strictObject({ changeId: id() });
export const changeMoved = z.object({ id: z.string(), state: z.enum(changeStates) });
