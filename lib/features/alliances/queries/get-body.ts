import type { z } from "zod";
import { dayOf } from "@/lib/kernel/dates";
import type { TenantScope } from "@/lib/platform/corridor/use-case";
import type { Db } from "@/lib/platform/db/transaction";
import { notFound } from "@/lib/platform/errors";
import type { bodyOutput, getBodyInput } from "../schema/structure";
import { usesOf } from "./body-uses";

type View = z.input<typeof bodyOutput>;
const ref = { select: { id: true, name: true } } as const;

/** A body with what hangs on it, and the entity that carries it. */
export async function getBody(
  db: Db,
  scope: TenantScope,
  input: z.output<typeof getBodyInput>,
): Promise<View> {
  const found = await db.governanceBody.findUnique({
    where: { allianceId_id: { allianceId: scope.alliance.id, id: input.bodyId } },
    include: {
      parent: { select: { id: true, name: true, nameEn: true } },
      host: ref,
      _count: { select: { meetings: true, rules: true, seats: true } },
    },
  });
  if (!found) return notFound();
  const { _count, dissolvedOn, ...body } = found;
  return {
    ...body,
    ..._count,
    dissolvedOn: dissolvedOn && dayOf(dissolvedOn),
    removable: (await usesOf(db, found.id)) === null,
    entity: await entityOf(db, scope, found.id),
  };
}

async function entityOf(db: Db, scope: TenantScope, bodyId: string): Promise<View["entity"]> {
  const found = await db.operatingEntity.findUnique({
    where: { allianceId_bodyId: { allianceId: scope.alliance.id, bodyId } },
    include: {
      organization: ref,
      shares: {
        include: { organization: ref },
        orderBy: [{ share: "desc" }, { organizationId: "asc" }],
      },
      managers: {
        orderBy: { validFrom: "desc" },
        include: {
          person: { select: { name: true, title: true } },
          resolution: { select: { id: true, year: true, number: true } },
        },
      },
    },
  });
  if (!found) return null;
  return {
    kind: found.kind,
    organization: found.organization,
    functions: found.functions.split("\n").filter((line) => line.trim() !== ""),
    shares: found.shares.map(({ organization, share }) => ({ organization, share })),
    managers: found.managers.map(({ person, validFrom, validTo, note, ...manager }) => ({
      ...manager,
      ...person,
      validFrom: dayOf(validFrom),
      validTo: validTo && dayOf(validTo),
      // What was agreed with the manager is for the alliance's own people.
      note: scope.reach.whole ? note : null,
    })),
  };
}
