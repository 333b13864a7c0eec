import type { Tx } from "@/lib/platform/db/transaction";

/**
 * The next number of a series of an alliance, counted under a row lock and given back when the transaction fails, so
 * that a series has no gaps and no twins (I-24, A-37). `after` is the highest number that stands already, for a series
 * that begins later than its records.
 */
export async function takeNumber(
  tx: Tx,
  series: { allianceId: string; name: string; year?: number; after?: number },
): Promise<number> {
  const rows = await tx.$queryRaw<{ value: number }[]>`
    INSERT INTO counters (alliance_id, series, year, value)
    VALUES (${series.allianceId}::uuid, ${series.name}, ${series.year ?? 0}::int, ${(series.after ?? 0) + 1}::int)
    ON CONFLICT (alliance_id, series, year) DO UPDATE SET value = counters.value + 1 RETURNING value`;
  const value = rows[0]?.value;
  if (value === undefined) throw new Error(`series without a number: ${series.name}`);
  return value;
}
