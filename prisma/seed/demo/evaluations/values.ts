import { resultsOf } from "@/lib/features/evaluations/rules/lines";
import { gradeOf, ranksOf } from "@/lib/features/evaluations/rules/result";
import type { Tx } from "@/lib/platform/db/transaction";
import { organizationId } from "../organizations";
import { membersByKey, suzhouId } from "../suzhou/members";
import { memberIndicators } from "./schemes";

/** Points and grades of the demonstration are made up: where a name is a real one, it says so. */
export const shownName = (unit: string): string => {
  const name = membersByKey.get(unit)?.name ?? unit;
  return name.startsWith("示例") ? name : `${name}（示例评分）`;
};

/** Hundredths by unit and code of the indicator. */
export type DemoValues = ReadonlyMap<string, bigint>;

/** What the portal counts: verified and published quantities of 2025, from the roll-ups. */
export async function computedDemo(
  tx: Tx,
  units: readonly string[],
  codes: readonly string[],
): Promise<DemoValues> {
  const rollups = await tx.outcomeRollup.findMany({
    where: { allianceId: suzhouId, year: 2025, state: { in: ["verified", "published"] } },
  });
  const sumOf = (unit: string, metric: string): bigint =>
    rollups
      .filter((row) => row.organizationId === organizationId(unit) && row.metricCode === metric)
      .reduce((sum, row) => sum + BigInt(row.total.mul(100).toFixed(0)), 0n);
  return new Map(
    units.flatMap((unit) =>
      codes.map((code) => {
        const metric = memberIndicators.find((one) => one.code === code)?.metricCode ?? "";
        return [`${unit}/${code}`, sumOf(unit, metric)] as const;
      }),
    ),
  );
}

/** Totals, grades and places of a round, by its scheme. */
export async function demoResults(tx: Tx, roundId: string, schemeId: string) {
  const of = { allianceId: suzhouId };
  const scheme = await tx.evaluationScheme.findUniqueOrThrow({
    where: { allianceId_id: { ...of, id: schemeId } },
    include: { indicators: true },
  });
  const subjects = await tx.evaluationSubject.findMany({
    where: { ...of, roundId },
    include: { entries: { include: { items: true } }, seats: { include: { scores: true } } },
  });
  const leaves = scheme.indicators.filter(({ kind }) => kind !== null);
  const results = resultsOf(
    leaves,
    subjects.map(({ id, entries, seats }) => ({
      id,
      entries,
      marks: new Map(
        leaves.map((leaf) => [
          leaf.id,
          seats.flatMap(({ scores }) =>
            scores.filter((one) => one.indicatorId === leaf.id).map(({ points }) => points),
          ),
        ]),
      ),
    })),
  );
  const rows = results.map(({ subjectId, total }) => ({ id: subjectId, total, vetoed: false }));
  const ranks = ranksOf(rows);
  const bands = { a: scheme.bandA, b: scheme.bandB, c: scheme.bandC };
  return new Map(
    rows.map(({ id, total }) => [
      id,
      { total, grade: gradeOf(bands, total, false), rank: ranks.get(id) ?? 0 },
    ]),
  );
}
