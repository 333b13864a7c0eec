import type { z } from "zod";
import type { TenantScope } from "@/lib/platform/corridor/use-case";
import type { Db } from "@/lib/platform/db/transaction";
import type { registrationSchema } from "../schema/projects";
import { namesOf } from "./facts";

/** For whom the caller may register a project, and which day it is there: what the empty form starts from. */
export async function registration(
  db: Db,
  scope: TenantScope,
): Promise<z.input<typeof registrationSchema>> {
  const own = await namesOf(db, scope.reach.organizationIds);
  return { anyMember: scope.reach.whole, own, today: scope.today };
}
