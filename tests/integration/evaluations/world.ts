import { randomUUID } from "node:crypto";
import type { Tx } from "@/lib/platform/db/transaction";
import {
  createAlliance,
  createMembership,
  createOrganization,
} from "@/prisma/seed/factories/basics";
import { createCouncil } from "@/prisma/seed/factories/governance";
import { createActor } from "../../support/actors";

async function member(db: Tx, allianceId: string, kind: "vocational_college" | "enterprise") {
  const organization = await createOrganization(db, { kind, name: `示例${kind} ${randomUUID()}` });
  await createMembership(db, { allianceId, organizationId: organization.id });
  return organization;
}

/** Two schools and an enterprise with their people, two secretaries, a chair, a supervisor, five experts, a neighbour. */
export async function createWorld(db: Tx) {
  const alliance = await createAlliance(db, { publishedAt: new Date() });
  const other = await createAlliance(db);
  const allianceId = alliance.id;
  const council = await createCouncil(db, { allianceId, seats: 3 });
  const school = await member(db, allianceId, "vocational_college");
  const second = await member(db, allianceId, "vocational_college");
  const company = await member(db, allianceId, "enterprise");
  const as = (role: Parameters<typeof createActor>[1], organizationId?: string) =>
    createActor(db, role, { allianceId, ...(organizationId && { organizationId }) });
  return {
    db,
    alliance,
    other,
    council,
    school,
    second,
    company,
    actors: {
      clerk: await as("secretariat"),
      colleague: await as("secretariat"),
      chair: await as("chair"),
      supervisor: await as("supervisor"),
      leader: await as("school_leader", school.id),
      reporter: await as("reporter", school.id),
      rival: await as("reporter", second.id),
      contact: await as("enterprise_contact", company.id),
      expert1: await as("expert"),
      expert2: await as("expert"),
      expert3: await as("expert"),
      expert4: await as("expert"),
      expert5: await as("expert"),
      observer: await as("observer"),
      stranger: await createActor(db, "secretariat", { allianceId: other.id }),
    },
  };
}
export type World = Awaited<ReturnType<typeof createWorld>>;
export type Who = keyof World["actors"];

export const callAs = (world: World, who: Who, key?: string) => ({
  actor: world.actors[who],
  tenant: world.alliance.slug,
  ...(key && { idempotencyKey: key }),
});
