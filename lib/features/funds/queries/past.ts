import { type Day, pastDay } from "@/lib/kernel/dates";
import type { TenantScope } from "@/lib/platform/corridor/use-case";
import type { Db } from "@/lib/platform/db/transaction";
import { Prisma } from "@/prisma/generated/client";
import { type FundHistory, knownFrom, unknownSides } from "../rules/past";
import type { FundSide } from "../types";

/** The totals of money of now, or as they stood at the end of a day: all its moves up to that day. */
export const fundTotalsOf = (allianceId: string, day: Day | undefined): Prisma.Sql =>
  day === undefined
    ? Prisma.sql`fund_rollups`
    : Prisma.sql`(SELECT d.alliance_id, d.organization_id, d.year, d.side, d.cash, sum(d.records)::int AS records,
        sum(d.total)::numeric(20, 2) AS total
      FROM fund_rollup_days d WHERE d.alliance_id = ${allianceId}::uuid AND d.day <= ${day}::date
      GROUP BY d.alliance_id, d.organization_id, d.year, d.side, d.cash)`;

/** Promises and entries as they counted at the end of a day, in the columns of the list of now. */
export const entriesOn = (allianceId: string, day: Day): Prisma.Sql => Prisma.sql`
  SELECT s.record_id AS id, CASE WHEN s.is_entry THEN 'entry' ELSE 'commitment' END AS entry, s.side, r.flow::text AS flow,
    s.state, coalesce(r.project_id, c.project_id) AS project_id, s.organization_id, s.kind, s.amount, s.counts_on AS "on",
    r.voucher_no, r.reversal_of_id, coalesce(r.above_commitment, false) AS above, c.condition
  FROM fund_spans s LEFT JOIN fund_entries r ON r.id = s.record_id LEFT JOIN fund_commitments c ON c.id = s.record_id
  WHERE s.alliance_id = ${allianceId}::uuid AND s.since <= ${day}::date AND (s.until IS NULL OR s.until > ${day}::date)`;

export type FundPast = {
  /** The day of the past that is asked for; undefined: now. */
  day: Day | undefined;
  unknown: readonly FundSide[];
  knownFrom: Day | null;
};

/** What is not known of the alliance's past, as one value that comes along with another question; null: nothing. */
export const historyOf = (allianceId: string): Prisma.Sql => Prisma.sql`
  (SELECT jsonb_build_object('promisedFrom', h.promised_from, 'pendingFrom', h.pending_from)
    FROM fund_histories h WHERE h.alliance_id = ${allianceId}::uuid)`;

export const pastWith = (day: Day | undefined, history: FundHistory | null): FundPast => {
  const known = history ?? { promisedFrom: null, pendingFrom: null };
  return { day, unknown: unknownSides(day, known), knownFrom: knownFrom(day, known) };
};

/** Which day of the past a reader asks for, and what cannot be told of it. */
export async function fundPast(
  db: Db,
  scope: TenantScope,
  asOf: Day | undefined,
): Promise<FundPast> {
  const day = pastDay(asOf, scope.today);
  if (day === undefined) return pastWith(day, null);
  const [found] = await db.$queryRaw<{ history: FundHistory | null }[]>`
    SELECT ${historyOf(scope.alliance.id)} AS history`;
  return pastWith(day, found?.history ?? null);
}

/** As it leaves the server. */
export const pastOf = ({ day, knownFrom: from }: FundPast) =>
  day === undefined ? null : { day, knownFrom: from };
