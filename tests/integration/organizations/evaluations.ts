import type { Tx } from "@/lib/platform/db/transaction";
import { createRound } from "@/prisma/seed/factories/evaluations";

/** An evaluation that is over: its results are never changed otherwise. */
export const hangEvaluationsOn = (db: Tx, allianceId: string, organizationId: string) =>
  createRound(db, { allianceId, organizationIds: [organizationId], state: "self_evaluation" });
