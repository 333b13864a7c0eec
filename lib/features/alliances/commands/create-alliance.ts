import type { z } from "zod";
import { dateOf } from "@/lib/kernel/dates";
import { accept, type Result, refuse } from "@/lib/kernel/result";
import type { Scope } from "@/lib/platform/corridor/use-case";
import type { Tx } from "@/lib/platform/db/transaction";
import type { createAllianceInput } from "../schema/alliances";
import { createBodies } from "./bodies";

export const createAllianceRefusals = [
  "alliance-slug-taken",
  "unknown-account",
  "secretariat-is-oneself",
] as const;

/** A new alliance in preparation, unpublished, with a named first secretariat and the bodies of its template. */
export async function createAlliance(
  tx: Tx,
  scope: Scope,
  input: z.output<typeof createAllianceInput>,
): Promise<Result<{ id: string; slug: string }, (typeof createAllianceRefusals)[number]>> {
  const { secretariatEmail, ...given } = input;
  const secretary = await tx.user.findFirst({
    where: { email: secretariatEmail, disabledAt: null },
    select: { id: true, personId: true },
  });
  if (!secretary) return refuse("unknown-account");
  // nobody grants a role to himself, nor to himself under another account.
  if (secretary.personId === scope.actor.personId) return refuse("secretariat-is-oneself");
  const added = await tx.alliance.createMany({
    data: [{ ...given, status: "preparing" }],
    skipDuplicates: true,
  });
  if (added.count === 0) return refuse("alliance-slug-taken", { slug: input.slug });
  const { id } = await tx.alliance.findUniqueOrThrow({
    where: { slug: input.slug },
    select: { id: true },
  });
  const bodies = await createBodies(tx, id, input.structureTemplate);
  await tx.roleGrant.create({
    data: {
      userId: secretary.id,
      role: "secretariat",
      allianceId: id,
      validFrom: dateOf(scope.today),
      grantedById: scope.actor.userId,
    },
  });
  await scope.audit({
    action: "alliance.create",
    subjectType: "alliance",
    subjectId: id,
    details: { slug: input.slug, type: input.type, template: input.structureTemplate, bodies },
  });
  return accept({ id, slug: input.slug });
}
