import {
  type RecipientRow,
  readerOf,
  recipientColumns,
} from "@/lib/features/subscriptions/queries/recipient";
import type { Actor } from "@/lib/platform/auth/actor";
import type { TenantScope } from "@/lib/platform/corridor/use-case";
import type { Tx } from "@/lib/platform/db/transaction";
import type { AlertResult } from "../types";
import type { Asked } from "./read";

/** So many in one round, as of subscriptions: each costs the reading of a number. */
const AT_ONCE = 10;

type Row = RecipientRow &
  Asked & {
    id: string;
    linkKey: string;
    organization: string | null;
    /** What the look before this one found. */
    before: AlertResult | null;
    /** Already raised and not closed. */
    stands: boolean;
  };
export type Due = Omit<Row, "roles"> & { actor: Actor };

/**
 * Alerts that were not looked at today, with the rights that each person has now. The rows are held until the round is over,
 * and another round at the same time passes over them.
 */
export async function dueAlerts(tx: Tx, scope: TenantScope): Promise<Due[]> {
  const rows = await tx.$queryRaw<Row[]>`
    SELECT a.id, a.about::text AS about, a.metric_code AS "metricCode", a.direction::text AS direction, a.bound::text AS bound,
      a.filters, a.link_key AS "linkKey", a.result::text AS before,
      (SELECT o.name FROM organizations o WHERE o.id::text = a.filters ->> 'organization') AS organization,
      EXISTS (SELECT 1 FROM alert_raisings r WHERE r.alliance_id = a.alliance_id AND r.alert_id = a.id AND r.closed_at IS NULL) AS stands,
      ${recipientColumns}
    FROM alerts a JOIN users u ON u.id = a.user_id JOIN people p ON p.id = u.person_id
    WHERE a.alliance_id = ${scope.alliance.id}::uuid AND a.ended_at IS NULL
      AND (a.checked_on IS NULL OR a.checked_on < ${scope.today}::date)
    ORDER BY a.checked_on NULLS FIRST, a.id LIMIT ${AT_ONCE} FOR UPDATE OF a SKIP LOCKED`;
  return rows.map(({ roles, ...row }) => ({ ...row, actor: readerOf({ ...row, roles }) }));
}
