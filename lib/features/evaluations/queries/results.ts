import type { TenantScope } from "@/lib/platform/corridor/use-case";
import type { Db } from "@/lib/platform/db/transaction";
import { type Result, resultsOf, type Subject } from "../rules/lines";
import { type Leaf, leavesOfScheme } from "./facts";

type Mark = { subjectId: string; personId: string; indicatorId: string; points: number };

/** Marks that the reader may see: the own ones, and all of them once scoring is over. The database keeps them blind. */
export const marksSeen = (db: Db, scope: TenantScope, roundId: string): Promise<Mark[]> =>
  db.$queryRaw<Mark[]>`
    SELECT subject_id AS "subjectId", person_id AS "personId", indicator_id AS "indicatorId", points
    FROM evaluation_scores_seen(${scope.alliance.id}::uuid, ${scope.actor.personId}::uuid)
    WHERE round_id = ${roundId}::uuid ORDER BY subject_id, indicator_id, points`;

const entriesOf = (db: Db, scope: TenantScope, roundId: string) =>
  db.evaluationEntry.findMany({
    where: { allianceId: scope.alliance.id, subject: { roundId } },
    select: {
      subjectId: true,
      indicatorId: true,
      selfValue: true,
      computedValue: true,
      verifiedValue: true,
      items: { select: { key: true, level: true, accepted: true } },
    },
  });

const pointsOf = (marks: readonly Mark[]): Subject["marks"] =>
  new Map(
    [...Map.groupBy(marks, ({ indicatorId }) => indicatorId)].map(([id, of]) => [
      id,
      of.map(({ points }) => points),
    ]),
  );

/** Everything that gives points in a round, computed by the rules of its scheme. */
export async function computed(
  db: Db,
  scope: TenantScope,
  round: { id: string; schemeId: string },
): Promise<{ leaves: Leaf[]; marks: Mark[]; results: Map<string, Result> }> {
  const [leaves, entries, marks, subjects] = await Promise.all([
    leavesOfScheme(db, scope, round.schemeId),
    entriesOf(db, scope, round.id),
    marksSeen(db, scope, round.id),
    db.evaluationSubject.findMany({
      where: { allianceId: scope.alliance.id, roundId: round.id },
      select: { id: true },
    }),
  ]);
  const own = Map.groupBy(entries, ({ subjectId }) => subjectId);
  const given = Map.groupBy(marks, ({ subjectId }) => subjectId);
  const rows: Subject[] = subjects.map(({ id }) => ({
    id,
    entries: own.get(id) ?? [],
    marks: pointsOf(given.get(id) ?? []),
  }));
  const results = resultsOf(leaves, rows);
  return { leaves, marks, results: new Map(results.map((one) => [one.subjectId, one])) };
}
