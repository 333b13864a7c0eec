import type { Actor } from "@/lib/platform/auth/actor";
import type { TenantScope } from "@/lib/platform/corridor/use-case";
import type { Tx } from "@/lib/platform/db/transaction";
import type { Rhythm } from "../types";
import { type RecipientRow, readerOf, recipientColumns } from "./recipient";

/** So many in one round; the rest is for the next, so that a round of slow pages ends within the time of a transaction. */
const AT_ONCE = 10;

type Row = RecipientRow & {
  id: string;
  rhythm: Rhythm;
  filters: Record<string, string>;
  linkKey: string;
};
export type Due = Omit<Row, "roles"> & { actor: Actor };

/**
 * What is due, with the rights that each recipient has now. The rows are held until the round is over, and another round
 * at the same time passes over them: nothing goes out twice.
 */
export async function dueSubscriptions(tx: Tx, scope: TenantScope): Promise<Due[]> {
  const rows = await tx.$queryRaw<Row[]>`
    SELECT s.id, s.rhythm::text AS rhythm, s.filters, s.link_key AS "linkKey", ${recipientColumns}
    FROM dashboard_subscriptions s JOIN users u ON u.id = s.user_id JOIN people p ON p.id = u.person_id
    WHERE s.alliance_id = ${scope.alliance.id}::uuid AND s.ended_at IS NULL AND s.next_on <= ${scope.today}::date
    ORDER BY s.next_on, s.id LIMIT ${AT_ONCE} FOR UPDATE OF s SKIP LOCKED`;
  return rows.map(({ roles, ...row }) => ({ ...row, actor: readerOf({ ...row, roles }) }));
}
