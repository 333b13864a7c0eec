import type { Actor, RoleHeld } from "@/lib/platform/auth/actor";
import { Prisma } from "@/prisma/generated/client";

export type RecipientRow = {
  userId: string;
  personId: string;
  name: string;
  email: string;
  locale: string;
  disabled: boolean;
  roles: RoleHeld[] | null;
};

/** Who gets a mail, and the rights held now; of `users u` and `people p`. */
export const recipientColumns = Prisma.sql`u.id AS "userId", u.person_id AS "personId", p.name, u.email, u.locale,
  u.disabled_at IS NOT NULL AS disabled,
  (SELECT jsonb_agg(jsonb_build_object('role', g.role, 'allianceId', g.alliance_id, 'organizationId', g.organization_id))
   FROM role_grants g WHERE g.user_id = u.id
     AND alliance_today(g.alliance_id) BETWEEN g.valid_from AND coalesce(g.valid_to, 'infinity')) AS roles`;

/** The recipient as a reader: nothing is written in the name of somebody who is not there. */
export const readerOf = ({
  userId,
  personId,
  name,
  email,
  locale,
  roles,
}: RecipientRow): Actor => ({
  ...{ userId, personId, name, email, locale },
  via: "system",
  sessionId: null,
  readOnly: true,
  roles: roles ?? [],
});
