import type { z } from "zod";
import type { Db } from "@/lib/platform/db/transaction";
import type { rulesSchema } from "../schema/budgets";

type Rules = z.output<typeof rulesSchema>;

/** Limits as long as an alliance has set none; second_approver_from() of the database knows the first of them too. */
const usual: Rules = {
  number: 0,
  secondApproverFrom: "500000.00",
  overLinePercent: 10,
  lateDays: 30,
  basis: null,
};

/** The limits that hold in an alliance now. */
export async function fundRules(db: Db, allianceId: string): Promise<Rules> {
  const rows = await db.$queryRaw<Rules[]>`
    SELECT number, second_approver_from::text AS "secondApproverFrom", over_line_percent AS "overLinePercent",
      late_days AS "lateDays", basis
    FROM fund_rules WHERE alliance_id = ${allianceId}::uuid ORDER BY number DESC LIMIT 1`;
  return rows[0] ?? usual;
}
