import { newId } from "@/lib/kernel/ids";
import type { TenantScope } from "@/lib/platform/corridor/use-case";
import type { Tx } from "@/lib/platform/db/transaction";
import { leavesOfScheme, type RoundFacts } from "../queries/facts";
import { measuredFor } from "../queries/measured";
import { computed } from "../queries/results";
import { gradeOf, ranksOf } from "../rules/result";

/**
 * Values of the verified records, for every indicator that names a metric; what was reported stays beside them. They are
 * frozen with that: of one subject and indicator alone where an objection asks for it.
 */
export async function computeValues(
  tx: Tx,
  scope: TenantScope,
  round: Pick<RoundFacts, "id" | "schemeId" | "year">,
  only?: { subjectId: string; indicatorId: string },
): Promise<void> {
  const all = await leavesOfScheme(tx, scope, round.schemeId);
  const leaves = only ? all.filter(({ id }) => id === only.indicatorId) : all;
  const codes = [...new Set(leaves.flatMap(({ metricCode }) => metricCode ?? []))];
  if (codes.length === 0) return;
  const measured = await measuredFor(tx, scope, round, codes, only?.subjectId);
  const rows = measured.flatMap(({ subjectId, code, hundredths }) =>
    leaves
      .filter(({ metricCode }) => metricCode === code)
      .map((leaf) => ({ subjectId, indicatorId: leaf.id, value: hundredths.toString() })),
  );
  await tx.$executeRaw`
    INSERT INTO evaluation_entries (id, alliance_id, subject_id, indicator_id, computed_value)
    SELECT v.id, ${scope.alliance.id}::uuid, v.subject_id, v.indicator_id, v.value
    FROM unnest(${rows.map(() => newId(scope.now))}::uuid[], ${rows.map((row) => row.subjectId)}::uuid[],
      ${rows.map((row) => row.indicatorId)}::uuid[], ${rows.map((row) => row.value)}::bigint[]) AS v(id, subject_id, indicator_id, value)
    ON CONFLICT (subject_id, indicator_id) DO UPDATE SET computed_value = excluded.computed_value`;
}

/** Totals, grades and places of the whole round: what is best in the group concerns everybody. */
export async function drawUp(
  tx: Tx,
  scope: TenantScope,
  round: Pick<RoundFacts, "id" | "schemeId">,
): Promise<void> {
  const of = { allianceId: scope.alliance.id };
  const scheme = await tx.evaluationScheme.findUniqueOrThrow({
    where: { allianceId_id: { ...of, id: round.schemeId } },
    select: { bandA: true, bandB: true, bandC: true },
  });
  const hits = await tx.evaluationVeto.findMany({
    where: { ...of, state: "confirmed", subject: { roundId: round.id } },
    select: { subjectId: true },
  });
  const vetoed = new Set(hits.map(({ subjectId }) => subjectId));
  const { results } = await computed(tx, scope, round);
  const rows = [...results.values()].map(({ subjectId, total }) => ({
    id: subjectId,
    total,
    vetoed: vetoed.has(subjectId),
  }));
  const bands = { a: scheme.bandA, b: scheme.bandB, c: scheme.bandC };
  const ranks = ranksOf(rows);
  await tx.$executeRaw`
    UPDATE evaluation_subjects s SET total = v.total, grade = v.grade, rank = v.rank, vetoed = v.vetoed, version = s.version + 1
    FROM unnest(${rows.map(({ id }) => id)}::uuid[], ${rows.map(({ total }) => total)}::int[],
      ${rows.map((row) => gradeOf(bands, row.total, row.vetoed))}::evaluation_grade[],
      ${rows.map(({ id }) => ranks.get(id) ?? null)}::int[], ${rows.map((row) => row.vetoed)}::boolean[])
      AS v(id, total, grade, rank, vetoed)
    WHERE s.alliance_id = ${scope.alliance.id}::uuid AND s.id = v.id`;
}
