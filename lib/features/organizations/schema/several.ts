import type { z } from "zod";

/** A list of parties names each organization once. */
export function uniqueOrganizations(
  list: readonly { organizationId: string }[],
  context: z.RefinementCtx,
): void {
  for (const [index, { organizationId }] of list.entries()) {
    if (list.findIndex((other) => other.organizationId === organizationId) < index) {
      context.addIssue({ code: "custom", message: "twice", path: [index, "organizationId"] });
    }
  }
}
