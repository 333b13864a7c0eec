import type { ChangedFields } from "../schema/changes";
import { type KeyField, keyFields } from "../types";

export type KeyValues = Record<KeyField, string | null>;

/** Key fields whose value differs; a code that is left blank stays what it is. */
export function keyChanges(
  before: KeyValues,
  after: { name: string; kind: string; creditCode?: string | undefined },
): ChangedFields {
  const wanted: KeyValues = { ...after, creditCode: after.creditCode ?? before.creditCode };
  const changes: ChangedFields = {};
  for (const field of keyFields) {
    const value = wanted[field];
    if (value !== null && value !== before[field]) changes[field] = [before[field], value];
  }
  return changes;
}

/** Is the profile still what the change was made from? */
export const stillHolds = (changes: ChangedFields, now: KeyValues): boolean =>
  keyFields.every((field) => changes[field] === undefined || changes[field][0] === now[field]);
