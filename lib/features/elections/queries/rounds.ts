import type { Db } from "@/lib/platform/db/transaction";
import type { CountedRound } from "../rules/count";

/** Counted rounds in their order; those without quorum and aborted ones came to nothing. */
export const countedRounds = (db: Db, allianceId: string, electionId: string) => db.$queryRaw<
  CountedRound[]
>`
  SELECT tally, run_off AS "runOff", lot FROM election_rounds
  WHERE alliance_id = ${allianceId}::uuid AND election_id = ${electionId}::uuid AND state = 'counted' ORDER BY ordinal`;
