import type { z } from "zod";
import { distinctSum, isUpperBound } from "@/lib/features/metrics/rules";
import type { Scope } from "@/lib/platform/corridor/use-case";
import type { Db } from "@/lib/platform/db/transaction";
import { type Cell, isShown, reasonOf, rowAtMost, totalsOf } from "../rules";
import type { compareInput, compareOutput, RegionRow } from "../schema";
import { type Chosen, chosenOf, knownAlliances } from "./chosen";
import { type ClaimRow, claimSums, type Double, doubledClaims, seenOrganizations } from "./claims";
import { countMembers, countProjectsAndBases, type RegisterRow } from "./registers";

const hundredths = (count: number): string => `${count}.00`;

function registerRow(
  chosen: readonly Chosen[],
  { code, counts, double, shared }: RegisterRow,
): RegionRow {
  const cells = chosen.map(({ id }) => {
    const count = counts.find(({ alliance }) => alliance === id)?.count ?? 0;
    return { value: hundredths(count), records: count, atMost: false };
  });
  const words = { nameZh: null, nameEn: null, unitZh: null, unitEn: null, atMost: false };
  return {
    code,
    ...words,
    cells,
    ...totalsOf(cells, hundredths(double)),
    shared,
    reason: shared > 0 ? reasonOf(code) : null,
  };
}

const cellOf = (row: ClaimRow, { id, whole }: Chosen): Cell => {
  const sum = row.sums.find(({ alliance }) => alliance === id);
  if (!sum) return { value: "0.00", records: 0, atMost: false };
  return isShown(whole, sum.members)
    ? { ...distinctSum(row, sum, sum.known), records: sum.records }
    : { value: null, records: 0, atMost: false };
};

function claimRow(chosen: readonly Chosen[], row: ClaimRow, doubles: readonly Double[]): RegionRow {
  const cells = chosen.map((one) => cellOf(row, one));
  const found = doubles.find(({ code }) => code === row.code);
  return {
    code: row.code,
    nameZh: row.nameZh,
    nameEn: row.nameEn,
    unitZh: row.unitZh,
    unitEn: row.unitEn,
    atMost: rowAtMost(isUpperBound(row), cells),
    cells,
    ...totalsOf(cells, found?.double ?? "0.00"),
    shared: found?.shared ?? 0,
    reason: found ? reasonOf(row.code) : null,
  };
}

/**
 * Several alliances side by side. What two of them report under one key, one project with credited shares, one base and one
 * organization stand in the plain sum as often as they are named, and once in what there is; both are shown, with the reason.
 */
export async function compareAlliances(
  db: Db,
  scope: Scope,
  input: z.output<typeof compareInput>,
): Promise<z.input<typeof compareOutput>> {
  const thisYear = Number(scope.today.slice(0, 4));
  const years = { from: input.from ?? thisYear - 4, to: input.to ?? thisYear };
  const stretch = { ...years, today: scope.today, now: scope.now };
  const known = await knownAlliances(db, scope);
  const chosen = chosenOf(known, scope, input);
  const ids = chosen.map(({ id }) => id);
  const [members, registers, claims, organizations] = await Promise.all([
    countMembers(db, ids, stretch),
    countProjectsAndBases(db, ids, stretch),
    claimSums(db, chosen, years),
    seenOrganizations(db, chosen, years),
  ]);
  const shown = claims.flatMap((row) =>
    chosen.flatMap((one) =>
      cellOf(row, one).records > 0 ? [{ id: one.id, whole: one.whole, code: row.code }] : [],
    ),
  );
  const doubles = await doubledClaims(db, shown, years);
  const rows = [...members, ...registers].map((row) => registerRow(chosen, row));
  return {
    asOf: scope.now.toISOString(),
    ...years,
    alliances: chosen.map(({ id, ...one }) => ({
      ...one,
      members: members[0]?.counts.find(({ alliance }) => alliance === id)?.count ?? 0,
    })),
    choices: known.map(({ id: _, ...one }) => one),
    organizations,
    rows: [...rows, ...claims.map((row) => claimRow(chosen, row, doubles))],
  };
}
