import type { Db } from "@/lib/platform/db/transaction";
import type { ReceiptSource, ReceiptState, ResourceKind } from "../types";

export type ReceiptRow = {
  id: string;
  projectId: string;
  commitmentId: string | null;
  organizationId: string;
  kind: ResourceKind;
  source: ReceiptSource;
  amount: string;
  receivedOn: string;
  voucherNo: string;
  valuation: string | null;
  state: ReceiptState;
  reversalOfId: string | null;
  enteredById: string | null;
};

export async function getReceipt(
  db: Db,
  allianceId: string,
  id: string,
): Promise<ReceiptRow | undefined> {
  const rows = await db.$queryRaw<ReceiptRow[]>`
    SELECT id, project_id AS "projectId", commitment_id AS "commitmentId", organization_id AS "organizationId",
      kind::text AS kind, source::text AS source, amount::text AS amount, received_on::text AS "receivedOn",
      voucher_no AS "voucherNo", valuation, state::text AS state, reversal_of_id AS "reversalOfId",
      entered_by_id AS "enteredById"
    FROM fund_receipts WHERE alliance_id = ${allianceId}::uuid AND id = ${id}::uuid`;
  return rows[0];
}
