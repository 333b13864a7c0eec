import type { Db } from "@/lib/platform/db/transaction";
import type { CountedRound } from "../rules/count";

/**
 * Counted rounds in their order; those without quorum and aborted ones came to nothing, and so does a lot that nobody has
 * confirmed yet. One without a drawer is of the time when one person was enough.
 */
export const countedRounds = (db: Db, allianceId: string, electionId: string) => db.$queryRaw<
  CountedRound[]
>`
  SELECT tally, run_off AS "runOff",
    CASE WHEN lot_witnessed_by_id IS NOT NULL OR lot_drawn_by_id IS NULL THEN lot END AS lot FROM election_rounds
  WHERE alliance_id = ${allianceId}::uuid AND election_id = ${electionId}::uuid AND state = 'counted' ORDER BY ordinal`;
