import { fenOf, yuanText } from "@/lib/kernel/money";
import type { Db } from "@/lib/platform/db/transaction";
import type { CommitmentState, FundSide, ResourceKind } from "../types";

export type CommitmentRow = {
  id: string;
  projectId: string;
  organizationId: string;
  organizationName: string;
  kind: ResourceKind;
  amount: string;
  valuation: string | null;
  state: CommitmentState;
  condition: string | null;
  proof: string | null;
  promisedOn: string;
  dueOn: string | null;
  received: string;
};

/** The promises of one project with what has been booked on each. */
export const listCommitments = (
  db: Db,
  allianceId: string,
  projectId: string,
  commitmentId: string | null = null,
): Promise<CommitmentRow[]> => db.$queryRaw<CommitmentRow[]>`
  SELECT c.id, c.project_id AS "projectId", c.organization_id AS "organizationId", o.name AS "organizationName",
    c.kind::text AS kind, c.amount::text AS amount, c.valuation, c.state::text AS state, c.condition, c.proof,
    c.promised_on::text AS "promisedOn", c.due_on::text AS "dueOn",
    coalesce((SELECT sum(r.amount) FROM fund_receipts r WHERE r.alliance_id = c.alliance_id
      AND r.commitment_id = c.id AND r.state = 'booked'), 0.00)::text AS received
  FROM fund_commitments c JOIN organizations o ON o.id = c.organization_id
  WHERE c.alliance_id = ${allianceId}::uuid AND c.project_id = ${projectId}::uuid
    AND (${commitmentId}::uuid IS NULL OR c.id = ${commitmentId}::uuid)
  ORDER BY c.promised_on, c.id`;

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
    SELECT receipt_side(state), kind = 'cash', sum(amount)::text FROM fund_receipts
    WHERE alliance_id = ${allianceId}::uuid AND project_id = ${projectId}::uuid GROUP BY 1, 2`;
  const sum = (side: string, cash: boolean) =>
    yuanText(
      rows
        .filter((row) => row.side === side && row.cash === cash)
        .reduce((total, row) => total + fenOf(row.total), 0n),
    );
  const both = (side: string) => ({ cash: sum(side, true), inKind: sum(side, false) });
  return {
    promised: both("promised"),
    conditional: both("conditional"),
    proposed: both("proposed"),
    received: both("received"),
    entered: both("entered"),
  };
}
