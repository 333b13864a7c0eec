import type { z } from "zod";
import type { TenantScope } from "@/lib/platform/corridor/use-case";
import type { Db } from "@/lib/platform/db/transaction";
import type { exportMembersInput, exportMembersOutput } from "../schema/register";
import { readRegister } from "./register";

/** Rows of one export; more than this is a backup (issue 2, section 5). */
export const MOST_EXPORTED = 100_000;

/** The same rows as the screen, all of them; who has the right only for own organizations gets those. */
export async function exportMembers(
  db: Db,
  scope: TenantScope,
  input: z.output<typeof exportMembersInput>,
): Promise<z.input<typeof exportMembersOutput>> {
  const found = await readRegister(db, scope, input, {
    limit: MOST_EXPORTED,
    offset: 0,
    only: scope.reach.whole ? undefined : scope.reach.organizationIds,
  });
  await scope.audit({
    action: "export.table",
    subjectType: "register",
    subjectId: null,
    details: { rows: found.items.length, asOf: found.asOf },
  });
  return { items: found.items, asOf: found.asOf, internal: found.internal };
}
