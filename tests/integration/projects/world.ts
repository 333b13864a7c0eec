import { randomUUID } from "node:crypto";
import { createProjectProcedure, getProjectProcedure } from "@/lib/features/projects/procedures";
import type { Actor } from "@/lib/platform/auth/actor";
import { ask, perform } from "@/lib/platform/corridor/faces";
import type { Tx } from "@/lib/platform/db/transaction";
import {
  createAlliance,
  createMembership,
  createOrganization,
} from "@/prisma/seed/factories/basics";
import { createActor } from "../../support/actors";

async function member(db: Tx, allianceId: string, kind: "enterprise" | "vocational_college") {
  const organization = await createOrganization(db, { kind });
  await createMembership(db, { allianceId, organizationId: organization.id });
  return organization;
}

/** One alliance with three members, and one person of every kind that has to do with projects; a stranger's alliance. */
export async function createWorld(db: Tx) {
  const alliance = await createAlliance(db);
  const other = await createAlliance(db);
  const at = { allianceId: alliance.id };
  const company = await member(db, alliance.id, "enterprise");
  const school = await member(db, alliance.id, "vocational_college");
  const supplier = await member(db, alliance.id, "enterprise");
  const outsider = await createOrganization(db);
  const as = (role: Parameters<typeof createActor>[1], organizationId?: string) =>
    createActor(db, role, { ...at, ...(organizationId && { organizationId }) });
  return {
    alliance,
    other,
    company,
    school,
    supplier,
    outsider,
    actors: {
      contact: await as("enterprise_contact", company.id),
      school: await as("school_leader", school.id),
      supplier: await as("enterprise_contact", supplier.id),
      secretariat: await as("secretariat"),
      secretariat2: await as("secretariat"),
      chair: await as("chair"),
      supervisor: await as("supervisor"),
      observer: await as("observer"),
      stranger: await createActor(db, "secretariat", { allianceId: other.id }),
    },
  };
}

export type World = Awaited<ReturnType<typeof createWorld>>;

/** A complete form of the company, with the school as its partner. */
export const formOf = (world: World) => ({
  title: `示例联合培养 ${randomUUID().slice(0, 8)}`,
  type: "talent" as const,
  startsOn: "2026-01-01",
  endsOn: "2026-12-31",
  summary: "示例：共同培养现场工程师。",
  partners: [{ organizationId: world.school.id, role: "executor" as const }],
});

export const callAs = (world: World, actor: Actor, idempotencyKey?: string) => ({
  actor,
  tenant: world.alliance.slug,
  idempotencyKey,
});

type FormInput = Parameters<
  typeof perform<
    "tenant",
    typeof createProjectProcedure.input,
    typeof createProjectProcedure.output,
    "not-a-member"
  >
>[2];

/** Registers a project of the company and gives the answer's value. */
export async function register(world: World, change: Partial<FormInput> = {}) {
  const result = await perform(createProjectProcedure, callAs(world, world.actors.contact), {
    ...formOf(world),
    ...change,
  });
  if (!result.ok) throw new Error(result.reason);
  return result.value;
}

export const read = (world: World, actor: Actor, id: string) =>
  ask(getProjectProcedure, callAs(world, actor), { id });

/** Runs calls at once and sorts what came of them. */
export async function atOnce<T extends { ok: boolean }>(calls: (() => Promise<T>)[]) {
  const settled = await Promise.allSettled(calls.map((call) => call()));
  const results = settled.flatMap((one) => (one.status === "fulfilled" ? [one.value] : []));
  return {
    done: results.filter((one) => one.ok),
    refused: results.filter((one) => !one.ok),
    errors: settled.flatMap((one) => (one.status === "rejected" ? [one.reason as Error] : [])),
  };
}

export const audits = (db: Tx, subjectId: string) =>
  db.auditEntry.findMany({
    where: { subjectId },
    orderBy: { seq: "asc" },
    select: { action: true },
  });
