import { type Actor, anonymous, type Role } from "@/lib/platform/auth/actor";
import type { Tx } from "@/lib/platform/db/transaction";
import { createUserWithRole } from "@/prisma/seed/factories/basics";

/** Creates a person with one role and gives the actor that a signed-in request of theirs would have. */
export async function createActor(
  db: Tx,
  role: Role,
  at: { allianceId?: string | null; organizationId?: string | null } = {},
): Promise<Actor> {
  const { user, person } = await createUserWithRole(db, { role, ...at });
  return {
    ...anonymous,
    userId: user.id,
    personId: person.id,
    name: person.name,
    email: user.email,
    via: "session",
    roles: [{ role, allianceId: at.allianceId ?? null, organizationId: at.organizationId ?? null }],
  };
}
