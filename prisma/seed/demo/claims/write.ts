import type { Day } from "@/lib/kernel/dates";
import type { Tx } from "@/lib/platform/db/transaction";
import { claimRecords, coClaimRows, laterClaimRecords, pairRows, shareRows } from "./rows";

/** Who owns what, what rose a level, and what may be one thing. */
export async function writeClaims(tx: Tx, today: Day): Promise<void> {
  await tx.outcomeRecord.createMany({ data: claimRecords });
  await tx.outcomeRecord.createMany({ data: laterClaimRecords });
  await tx.outcomeShare.createMany({ data: shareRows });
  for (const row of coClaimRows(today)) await tx.outcomeCoClaim.create({ data: row });
  await tx.outcomePair.createMany({ data: pairRows });
}
