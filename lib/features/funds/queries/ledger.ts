import type { z } from "zod";
import type { TenantScope } from "@/lib/platform/corridor/use-case";
import type { Db } from "@/lib/platform/db/transaction";
import { Prisma } from "@/prisma/generated/client";
import { commitmentActions, ledgerReach, receiptActions } from "../policy";
import type { ledgerPageSchema, ledgerSchema } from "../schema";
import type { CommitmentState, FundSide, ReceiptState, ResourceKind } from "../types";

type Input = z.output<typeof ledgerSchema>;

type Row = {
  id: string;
  entry: "commitment" | "receipt";
  side: FundSide;
  state: string;
  projectId: string;
  projectTitle: string;
  projectCode: string | null;
  organizationId: string;
  organizationName: string;
  kind: ResourceKind;
  amount: string;
  on: string;
  voucherNo: string | null;
  isReversal: boolean;
  isReversed: boolean;
  isAboveCommitment: boolean;
  condition: string | null;
  enteredById: string | null;
};

// Of the entry, not of the answer, where the amount is text.
const order: Record<Input["sort"], Prisma.Sql> = {
  "-on": Prisma.sql`f."on" DESC, f.id DESC`,
  on: Prisma.sql`f."on", f.id`,
  "-amount": Prisma.sql`f.amount DESC, f.id DESC`,
  amount: Prisma.sql`f.amount, f.id`,
};

/** Promises and receipts as one list of entries; a cancelled promise counts nowhere and stands in no list. */
const entries = (allianceId: string): Prisma.Sql => Prisma.sql`
  SELECT c.id, 'commitment' AS entry, commitment_side(c.state) AS side, c.state::text AS state, c.project_id,
    c.organization_id, c.kind, c.amount, c.promised_on AS "on", NULL AS voucher_no, false AS is_reversal,
    false AS is_reversed, false AS above, c.condition, NULL::uuid AS entered_by_id
  FROM fund_commitments c WHERE c.alliance_id = ${allianceId}::uuid AND c.state <> 'cancelled'
  UNION ALL
  SELECT r.id, 'receipt', receipt_side(r.state), r.state::text, r.project_id, r.organization_id, r.kind, r.amount,
    r.received_on, r.voucher_no, r.reversal_of_id IS NOT NULL,
    EXISTS (SELECT 1 FROM fund_receipts v WHERE v.reversal_of_id = r.id), r.above_commitment, NULL, r.entered_by_id
  FROM fund_receipts r WHERE r.alliance_id = ${allianceId}::uuid`;

function conditions(scope: TenantScope, input: Input): Prisma.Sql {
  const reach = ledgerReach(scope);
  const own = [...(reach?.organizationIds ?? [])];
  const parts = [
    reach?.whole ? Prisma.sql`true` : Prisma.sql`organization_id = ANY(${own}::uuid[])`,
    input.from && Prisma.sql`"on" >= make_date(${input.from}::int, 1, 1)`,
    input.to && Prisma.sql`"on" <= make_date(${input.to}::int, 12, 31)`,
    input.organization && Prisma.sql`organization_id = ${input.organization}::uuid`,
    input.project && Prisma.sql`project_id = ${input.project}::uuid`,
    input.side && Prisma.sql`side = ${input.side}`,
    input.cash && Prisma.sql`(kind = 'cash') = ${input.cash === "true"}`,
  ].filter((part) => typeof part === "object");
  return Prisma.join(parts, " AND ");
}

const actionsOf = (scope: TenantScope, row: Row) =>
  row.entry === "commitment"
    ? commitmentActions(scope, {
        state: row.state as CommitmentState,
        isNumbered: row.projectCode !== null,
      })
    : receiptActions(scope, { ...row, state: row.state as ReceiptState });

/** The entries behind every number of the summary: the same filters give the same sums, added from the entries. */
export async function listLedger(
  db: Db,
  scope: TenantScope,
  input: Input,
): Promise<z.input<typeof ledgerPageSchema>> {
  const where = conditions(scope, input);
  const from = Prisma.sql`(${entries(scope.alliance.id)}) f`;
  const [totals] = await db.$queryRaw<{ total: number; cash: string; inKind: string }[]>`
    SELECT count(*)::int AS total, coalesce(sum(amount) FILTER (WHERE kind = 'cash'), 0.00)::text AS cash,
      coalesce(sum(amount) FILTER (WHERE kind <> 'cash'), 0.00)::text AS "inKind"
    FROM ${from} WHERE ${where}`;
  const rows = await db.$queryRaw<Row[]>`
    SELECT f.id, f.entry, f.side, f.state, f.project_id AS "projectId", p.title AS "projectTitle",
      project_code(p.code_year, p.code_number) AS "projectCode",
      f.organization_id AS "organizationId", o.name AS "organizationName", f.kind::text AS kind,
      f.amount::text AS amount, f."on"::text AS "on", f.voucher_no AS "voucherNo", f.is_reversal AS "isReversal",
      f.is_reversed AS "isReversed", f.above AS "isAboveCommitment", f.condition, f.entered_by_id AS "enteredById"
    FROM (SELECT * FROM ${from} WHERE ${where} ORDER BY ${order[input.sort]}
          LIMIT ${input.pageSize} OFFSET ${(input.page - 1) * input.pageSize}) f
    JOIN projects p ON p.id = f.project_id JOIN organizations o ON o.id = f.organization_id
    ORDER BY ${order[input.sort]}`;
  return {
    items: rows.map((row) => ({ ...row, actions: actionsOf(scope, row) })),
    total: totals?.total ?? 0,
    page: input.page,
    pageSize: input.pageSize,
    sums: { cash: totals?.cash ?? "0.00", inKind: totals?.inKind ?? "0.00" },
  };
}
