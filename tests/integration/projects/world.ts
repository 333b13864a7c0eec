import { randomUUID } from "node:crypto";
import {
  decideProjectCommand,
  proposeRegistrationCommand,
} from "@/lib/features/projects/procedures/decisions";
import {
  createProjectProcedure,
  getProjectProcedure,
} from "@/lib/features/projects/procedures/projects";
import type { ProjectState } from "@/lib/features/projects/types";
import type { Actor } from "@/lib/platform/auth/actor";
import { ask, perform } from "@/lib/platform/corridor/faces";
import type { Tx } from "@/lib/platform/db/transaction";
import {
  createAlliance,
  createMembership,
  createOrganization,
} from "@/prisma/seed/factories/basics";
import { createCouncil } from "@/prisma/seed/factories/governance";
import { createProjectWithParties } from "@/prisma/seed/factories/projects";
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

/** A project in any state, written past the commands, as a caller may find it. */
export function inState(
  db: Tx,
  world: World,
  state: ProjectState,
  change: Record<string, unknown> = {},
) {
  const before = [
    "draft",
    "partners_confirming",
    "check",
    "supplement",
    "review",
    "decision",
    "rejected",
    "withdrawn",
  ];
  serial += 1;
  return createProjectWithParties(db, {
    allianceId: world.alliance.id,
    organizationIds: [world.company.id, world.school.id],
    state,
    ...(!before.includes(state) && {
      codeYear: 2020,
      codeNumber: serial,
      registeredAt: new Date("2020-02-01"),
    }),
    ...change,
  });
}
let serial = 5000;

/** The two hands of the office: one puts the question, the other answers it. */
export async function enroll(world: World, id: string, version = 1) {
  const put = await perform(proposeRegistrationCommand, callAs(world, world.actors.secretariat), {
    id,
    version,
    reason: "示例：材料齐全",
  });
  if (!put.ok) return put;
  return perform(decideProjectCommand, callAs(world, world.actors.secretariat2), {
    id,
    version: version + 1,
    verdict: "approve",
  });
}

/** Experts of the alliance, near nobody. */
export const experts = (db: Tx, world: World, count: number) =>
  Promise.all(
    Array.from({ length: count }, () =>
      createActor(db, "expert", { allianceId: world.alliance.id }),
    ),
  );

/** A resolution of a body about a project: carried, with what leads to it. */
export async function resolutionAbout(
  db: Tx,
  world: World,
  projectId: string,
  kind: "council" | "expert_committee" = "council",
) {
  const council = await createCouncil(db, { allianceId: world.alliance.id });
  await db.governanceBody.update({ where: { id: council.body.id }, data: { kind } });
  const at = { allianceId: world.alliance.id };
  const bodyId = council.body.id;
  const meeting = await db.meeting.create({
    data: {
      ...at,
      bodyId,
      title: "示例会议",
      mode: "room",
      state: "closed",
      scheduledAt: new Date("2026-03-10T01:00:00Z"),
    },
  });
  const item = await db.agendaItem.create({
    data: { ...at, meetingId: meeting.id, sortOrder: 1, title: "示例议题", projectId },
  });
  const rule = await db.ruleSet.findFirstOrThrow({ where: { bodyId, matter: "ordinary" } });
  const motion = await db.motion.create({
    data: {
      ...at,
      agendaItemId: item.id,
      text: "示例动议",
      matter: "ordinary",
      method: "hands",
      ruleSetId: rule.id,
      ruleSnapshot: {},
      quorumBase: 9,
      quorumNeeded: 6,
      passBase: 9,
      passNeeded: 5,
      present: 9,
      yes: 9,
      no: 0,
      abstain: 0,
      outcome: "carried",
      computedOutcome: "carried",
      decidedAt: new Date("2026-03-10T02:00:00Z"),
    },
  });
  return db.resolution.create({
    data: {
      ...at,
      bodyId,
      motionId: motion.id,
      year: 2026,
      number: 1,
      title: "示例决议",
      text: "示例",
      adoptedOn: new Date("2026-03-10"),
      effectiveFrom: new Date("2026-03-10"),
    },
  });
}
