import type { z } from "zod";
import type { TenantScope } from "@/lib/platform/corridor/use-case";
import type { Db } from "@/lib/platform/db/transaction";
import { notFound } from "@/lib/platform/errors";
import type { getInput } from "../schema";

/** Every part of it only grows: steps, candidates and their answers, objections and theirs, papers cast. */
export const revisionNow = (db: Db, allianceId: string, electionId: string) => db.$queryRaw<
  { revision: number }[]
>`
  SELECT (e.version
    + (SELECT coalesce(sum(c.version), 0) FROM election_candidates c WHERE c.election_id = e.id)
    + (SELECT count(*) + count(*) FILTER (WHERE o.state <> 'open') FROM election_objections o WHERE o.election_id = e.id)
    + (SELECT count(*) FROM election_issues i JOIN election_rounds r ON r.id = i.round_id WHERE r.election_id = e.id))::int AS revision
  FROM elections e WHERE e.alliance_id = ${allianceId}::uuid AND e.id = ${electionId}::uuid`;

export async function revisionOfElection(
  db: Db,
  scope: TenantScope,
  { electionId }: z.output<typeof getInput>,
): Promise<{ revision: number }> {
  const [row] = await revisionNow(db, scope.alliance.id, electionId);
  return row ?? notFound();
}
