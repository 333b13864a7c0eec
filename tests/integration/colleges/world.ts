import { randomUUID } from "node:crypto";
import type { Actor } from "@/lib/platform/auth/actor";
import type { Tx } from "@/lib/platform/db/transaction";
import {
  createAlliance,
  createMembership,
  createOrganization,
} from "@/prisma/seed/factories/basics";
import { createCouncil } from "@/prisma/seed/factories/governance";
import { createActor } from "../../support/actors";

type Kind = "vocational_college" | "enterprise" | "park";

async function member(db: Tx, allianceId: string, kind: Kind) {
  const organization = await createOrganization(db, { kind, name: `示例${kind} ${randomUUID()}` });
  await createMembership(db, { allianceId, organizationId: organization.id });
  return organization;
}

/** A school, an enterprise and a park, their people, two secretaries, and a neighbouring alliance. */
export async function createWorld(db: Tx) {
  const alliance = await createAlliance(db);
  const other = await createAlliance(db);
  const allianceId = alliance.id;
  const council = await createCouncil(db, { allianceId, seats: 3 });
  const school = await member(db, allianceId, "vocational_college");
  const company = await member(db, allianceId, "enterprise");
  const park = await member(db, allianceId, "park");
  const as = (role: Parameters<typeof createActor>[1], organizationId?: string) =>
    createActor(db, role, { allianceId, ...(organizationId && { organizationId }) });
  return {
    db,
    alliance,
    other,
    council,
    school,
    company,
    park,
    actors: {
      clerk: await as("secretariat"),
      second: await as("secretariat"),
      chair: await as("chair"),
      leader: await as("school_leader", school.id),
      reporter: await as("reporter", school.id),
      contact: await as("enterprise_contact", company.id),
      observer: await as("observer"),
      stranger: await createActor(db, "secretariat", { allianceId: other.id }),
    },
  };
}
export type World = Awaited<ReturnType<typeof createWorld>>;
export type Who = keyof World["actors"];

export const callAs = (world: World, who: Who, key?: string) => ({
  actor: world.actors[who] satisfies Actor,
  tenant: world.alliance.slug,
  ...(key && { idempotencyKey: key }),
});

/** Runs all of them at once: what succeeded, with which reasons others were refused, and the codes of faults. */
export async function atOnce(tries: readonly (() => Promise<{ ok: boolean; reason?: string }>)[]) {
  const settled = await Promise.allSettled(tries.map((one) => one()));
  const results = settled.flatMap((one) => (one.status === "fulfilled" ? [one.value] : []));
  return {
    done: results.filter(({ ok }) => ok).length,
    refused: results.flatMap(({ reason }) => (reason ? [reason] : [])),
    faults: settled.flatMap((one) =>
      one.status === "rejected" ? [(one.reason as { code?: string }).code ?? "unknown"] : [],
    ),
  };
}
