import type { Day } from "@/lib/kernel/dates";
import { fenOf, yuanText } from "@/lib/kernel/money";
import type { Db } from "@/lib/platform/db/transaction";
import { instalmentState, type ScheduleLine, standingOf } from "../rules/promises";
import type { Commitment, Instalment } from "../schema/promises";
import type { FundSide } from "../types";

type CommitmentRow = Omit<Commitment, "instalments" | "standing">;

type InstalmentRow = Pick<
  Instalment,
  "id" | "order" | "dueOn" | "amount" | "received" | "entered"
> & {
  commitmentId: string;
  milestoneId: string | null;
  milestoneTitle: string | null;
  accepted: boolean | null;
};

const commitmentRows = (
  db: Db,
  allianceId: string,
  projectId: string,
  commitmentId: string | null,
) => db.$queryRaw<CommitmentRow[]>`
  SELECT c.id, c.project_id AS "projectId", c.organization_id AS "organizationId", o.name AS "organizationName",
    s.title AS programme, c.kind::text AS kind, c.amount::text AS amount, c.original_amount::text AS "originalAmount",
    c.currency, c.foreign_amount::text AS "foreignAmount", trim_scale(c.rate)::text AS rate, c.rate_on::text AS "rateOn",
    c.valuation, c.valued_by::text AS "valuedBy", c.hourly_rate::text AS "hourlyRate", c.hours::text AS hours,
    c.state::text AS state, c.condition, c.condition_met_on::text AS "conditionMetOn", c.proof,
    c.promised_on::text AS "promisedOn", c.due_on::text AS "dueOn",
    coalesce((SELECT sum(e.amount) FROM fund_entries e WHERE e.alliance_id = c.alliance_id
      AND e.commitment_id = c.id AND e.state = 'posted'), 0.00)::text AS received
  FROM fund_commitments c JOIN organizations o ON o.id = c.organization_id
  LEFT JOIN fund_programmes s ON s.id = c.programme_id
  WHERE c.alliance_id = ${allianceId}::uuid AND c.project_id = ${projectId}::uuid
    AND (${commitmentId}::uuid IS NULL OR c.id = ${commitmentId}::uuid)
  ORDER BY c.promised_on, c.id`;

/** Lines of schedules with what was posted on each; a milestone counts as long as its acceptance stands. */
const instalmentRows = (
  db: Db,
  allianceId: string,
  projectId: string,
  commitmentId: string | null,
) => db.$queryRaw<InstalmentRow[]>`
  SELECT i.id, i.commitment_id AS "commitmentId", i."order", i.due_on::text AS "dueOn", i.amount::text AS amount,
    i.milestone_id AS "milestoneId", m.title AS "milestoneTitle", m.state = 'accepted' AS accepted,
    coalesce((SELECT sum(e.amount) FROM fund_entries e WHERE e.alliance_id = i.alliance_id
      AND e.instalment_id = i.id AND e.state = 'posted'), 0.00)::text AS received,
    EXISTS (SELECT 1 FROM fund_entries e WHERE e.alliance_id = i.alliance_id AND e.instalment_id = i.id) AS entered
  FROM fund_instalments i JOIN fund_commitments c ON c.alliance_id = i.alliance_id AND c.id = i.commitment_id
  LEFT JOIN project_milestones m ON m.alliance_id = i.alliance_id AND m.id = i.milestone_id
  WHERE i.alliance_id = ${allianceId}::uuid AND c.project_id = ${projectId}::uuid
    AND (${commitmentId}::uuid IS NULL OR c.id = ${commitmentId}::uuid)
  ORDER BY i.commitment_id, i."order"`;

const milestoneOf = (row: InstalmentRow) => {
  if (row.milestoneId === null) return "none" as const;
  return row.accepted ? ("accepted" as const) : ("open" as const);
};

const instalmentOf = (row: InstalmentRow, today: Day): Instalment => ({
  id: row.id,
  order: row.order,
  dueOn: row.dueOn,
  amount: row.amount,
  received: row.received,
  entered: row.entered,
  milestone:
    row.milestoneId && row.milestoneTitle !== null
      ? { id: row.milestoneId, title: row.milestoneTitle, accepted: row.accepted === true }
      : null,
  state: instalmentState(
    {
      amount: fenOf(row.amount),
      received: fenOf(row.received),
      dueOn: row.dueOn,
      milestone: milestoneOf(row),
    },
    today,
  ),
});

/** A promise without a schedule is due on its day as a whole. */
function linesOf(row: CommitmentRow, schedule: readonly InstalmentRow[]): ScheduleLine[] {
  if (schedule.length > 0) {
    return schedule.map((line) => ({
      dueOn: line.dueOn,
      amount: fenOf(line.amount),
      released: milestoneOf(line) !== "open",
    }));
  }
  return row.dueOn ? [{ dueOn: row.dueOn, amount: fenOf(row.amount), released: true }] : [];
}

/** The promises of one project with their schedules, what has been posted on each, and how they stand today. */
export async function listCommitments(
  db: Db,
  allianceId: string,
  projectId: string,
  today: Day,
  commitmentId: string | null = null,
): Promise<Commitment[]> {
  const [rows, lines] = await Promise.all([
    commitmentRows(db, allianceId, projectId, commitmentId),
    instalmentRows(db, allianceId, projectId, commitmentId),
  ]);
  const byCommitment = Map.groupBy(lines, (line) => line.commitmentId);
  return rows.map((row) => {
    const schedule = byCommitment.get(row.id) ?? [];
    const amounts = { amount: fenOf(row.amount), received: fenOf(row.received) };
    return {
      ...row,
      standing: standingOf({ state: row.state, ...amounts }, linesOf(row, schedule), today),
      instalments: schedule.map((line) => instalmentOf(line, today)),
    };
  });
}

export type ProjectMoney = Record<FundSide, { cash: string; inKind: string }>;

type SumRow = { side: string; cash: boolean; total: string };

/** The sums of one project, sides and kinds apart. */
export async function projectMoney(
  db: Db,
  allianceId: string,
  projectId: string,
): Promise<ProjectMoney> {
  const rows = await db.$queryRaw<SumRow[]>`
    SELECT commitment_side(state) AS side, kind = 'cash' AS cash, sum(amount)::text AS total FROM fund_commitments
    WHERE alliance_id = ${allianceId}::uuid AND project_id = ${projectId}::uuid GROUP BY 1, 2
    UNION ALL
    SELECT entry_side(flow, state), kind = 'cash', sum(amount)::text FROM fund_entries
    WHERE alliance_id = ${allianceId}::uuid AND project_id = ${projectId}::uuid GROUP BY 1, 2`;
  const sum = (side: string, cash: boolean) =>
    yuanText(
      rows
        .filter((row) => row.side === side && row.cash === cash)
        .reduce((total, row) => total + fenOf(row.total), 0n),
    );
  const both = (side: FundSide) => ({ cash: sum(side, true), inKind: sum(side, false) });
  return {
    promised: both("promised"),
    conditional: both("conditional"),
    proposed: both("proposed"),
    received: both("received"),
    entered: both("entered"),
    requested: both("requested"),
    spent: both("spent"),
  };
}
