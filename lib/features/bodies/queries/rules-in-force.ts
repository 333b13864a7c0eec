import type { Day } from "@/lib/kernel/dates";
import type { Db } from "@/lib/platform/db/transaction";
import { type DraftRule, draftRule } from "../schema/rule-sets";

/** The rules of a body on a day, in the form in which drafts hold them: at most one per class of matters. */
export async function rulesInForce(
  db: Db,
  allianceId: string,
  bodyId: string,
  day: Day,
): Promise<DraftRule[]> {
  const rows = await db.$queryRaw<unknown[]>`
    SELECT matter::text AS matter, tie::text AS tie, options, notice_days AS "noticeDays", papers_days AS "papersDays",
      article_ref AS "articleRef", article_id AS "articleId",
      json_build_object('base', quorum_base, 'num', quorum_num, 'den', quorum_den, 'cmp', quorum_cmp) AS quorum,
      json_build_object('base', pass_base, 'num', pass_num, 'den', pass_den, 'cmp', pass_cmp) AS pass
    FROM rule_sets
    WHERE alliance_id = ${allianceId}::uuid AND body_id = ${bodyId}::uuid
      AND ${day}::date BETWEEN valid_from AND coalesce(valid_to, 'infinity')
    ORDER BY matter`;
  return rows.map((row) => draftRule.parse(row));
}
