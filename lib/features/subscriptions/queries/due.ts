import type { Actor, RoleHeld } from "@/lib/platform/auth/actor";
import type { TenantScope } from "@/lib/platform/corridor/use-case";
import type { Tx } from "@/lib/platform/db/transaction";
import type { Rhythm } from "../types";

/** So many in one round; the rest is for the next, so that a round of slow pages ends within the time of a transaction. */
const AT_ONCE = 10;

type Row = {
  id: string;
  rhythm: Rhythm;
  filters: Record<string, string>;
  linkKey: string;
  userId: string;
  personId: string;
  name: string;
  email: string;
  locale: string;
  disabled: boolean;
  roles: RoleHeld[] | null;
};
export type Due = Omit<Row, "roles"> & { actor: Actor };

/**
 * What is due, with the rights that each recipient has now. The rows are held until the round is over, and another round
 * at the same time passes over them: nothing goes out twice.
 */
export async function dueSubscriptions(tx: Tx, scope: TenantScope): Promise<Due[]> {
  const rows = await tx.$queryRaw<Row[]>`
    SELECT s.id, s.rhythm::text AS rhythm, s.filters, s.link_key AS "linkKey", u.id AS "userId", u.person_id AS "personId",
      p.name, u.email, u.locale, u.disabled_at IS NOT NULL AS disabled,
      (SELECT jsonb_agg(jsonb_build_object('role', g.role, 'allianceId', g.alliance_id, 'organizationId', g.organization_id))
       FROM role_grants g WHERE g.user_id = u.id
         AND alliance_today(g.alliance_id) BETWEEN g.valid_from AND coalesce(g.valid_to, 'infinity')) AS roles
    FROM dashboard_subscriptions s JOIN users u ON u.id = s.user_id JOIN people p ON p.id = u.person_id
    WHERE s.alliance_id = ${scope.alliance.id}::uuid AND s.ended_at IS NULL AND s.next_on <= ${scope.today}::date
    ORDER BY s.next_on, s.id LIMIT ${AT_ONCE} FOR UPDATE OF s SKIP LOCKED`;
  return rows.map(({ roles, ...row }) => {
    const { userId, personId, name, email, locale } = row;
    return {
      ...row,
      actor: {
        ...{ userId, personId, name, email, locale },
        via: "system",
        sessionId: null,
        readOnly: true,
        roles: roles ?? [],
      },
    };
  });
}
