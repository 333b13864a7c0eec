import type { TenantScope } from "@/lib/platform/corridor/use-case";
import type { Db } from "@/lib/platform/db/transaction";
import type { Given, Sheet } from "../rules/scoring";

/** Everything that ranks the bids of a call's present round. */
export async function sheetOf(
  db: Db,
  scope: TenantScope,
  call: { id: string; round: number },
): Promise<Sheet> {
  const of = { allianceId: scope.alliance.id, callId: call.id };
  const given = await db.$queryRaw<Given[]>`
    SELECT s.bid_id AS "bidId", s.expert_id AS "expertId", s.criterion_id AS "criterionId", s.attempt, s.points
    FROM bid_scores s JOIN bids b ON b.id = s.bid_id
    WHERE b.alliance_id = ${of.allianceId}::uuid AND b.call_id = ${call.id}::uuid AND b.round = ${call.round}`;
  const weights = await db.callCriterion.findMany({
    where: of,
    select: { id: true, weight: true },
    orderBy: { sortOrder: "asc" },
  });
  const bids = await db.bid.findMany({
    where: { ...of, round: call.round, state: "opened" },
    select: { id: true, discussions: { select: { id: true } } },
    orderBy: { letter: "asc" },
  });
  const experts = await db.callExpert.findMany({
    where: { ...of, stage: "bids", round: call.round, state: "clear" },
    select: { id: true },
    orderBy: { id: "asc" },
  });
  return {
    given,
    weights: weights.map(({ id, weight }) => ({ criterionId: id, weight })),
    bids: bids.map(({ id }) => id),
    experts: experts.map(({ id }) => id),
    discussed: bids.filter(({ discussions }) => discussions.length > 0).map(({ id }) => id),
  };
}
