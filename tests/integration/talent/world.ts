import { academicYearOf } from "@/lib/features/programmes/rules";
import {
  confirmDemandCommand,
  openDemandCommand,
  postDemandCommand,
  submitDemandCommand,
} from "@/lib/features/talent/procedures/demands";
import { addDays, dateOf, dayIn } from "@/lib/kernel/dates";
import type { Result } from "@/lib/kernel/result";
import type { Role } from "@/lib/platform/auth/actor";
import { perform } from "@/lib/platform/corridor/faces";
import type { Call } from "@/lib/platform/corridor/invoke";
import type { Tx } from "@/lib/platform/db/transaction";
import {
  createAlliance,
  createMembership,
  createOrganization,
} from "@/prisma/seed/factories/basics";
import { createActor } from "@/tests/support/actors";

export const today = dayIn(new Date(), "Asia/Shanghai");
export const year = academicYearOf(today);

export function value<T>(result: Result<T>): T {
  if (!result.ok) throw new Error(`refused: ${result.reason}`);
  return result.value;
}

/** An alliance with an enterprise, a school that teaches one programme, and whoever acts for them. */
export async function talentWorld(db: Tx) {
  const alliance = await createAlliance(db);
  const allianceId = alliance.id;
  const member = async (kind: "enterprise" | "vocational_college") => {
    const organization = await createOrganization(db, { kind });
    await createMembership(db, { allianceId, organizationId: organization.id });
    return organization;
  };
  const [enterprise, rival, school, other] = [
    await member("enterprise"),
    await member("enterprise"),
    await member("vocational_college"),
    await member("vocational_college"),
  ];
  const bureau = await createOrganization(db, { kind: "government" });
  const programme = await db.programme.create({
    data: { name: `示例专业 ${alliance.slug}`, level: "college", synthetic: true },
  });
  const offering = async (organizationId: string) => {
    const { id } = await db.programmeOffering.create({
      data: { organizationId, programmeId: programme.id },
    });
    await db.allianceOffering.create({ data: { allianceId, offeringId: id } });
    return id;
  };
  const [offeringId, otherOfferingId] = [await offering(school.id), await offering(other.id)];
  const occupation = await db.occupation.create({
    data: {
      allianceId,
      name: "示例装调工",
      programmes: { create: [{ programmeId: programme.id }] },
    },
  });
  const call = async (role: Role, organizationId?: string): Promise<Call> => ({
    actor: await createActor(db, role, { allianceId, organizationId: organizationId ?? null }),
    tenant: alliance.slug,
  });
  return {
    alliance,
    allianceId,
    enterprise,
    rival,
    school,
    other,
    bureau,
    programme,
    offeringId,
    otherOfferingId,
    occupation,
    call,
    secretary: await call("secretariat"),
    second: await call("secretariat"),
    chair: await call("chair"),
    contact: await call("enterprise_contact", enterprise.id),
    rivalContact: await call("enterprise_contact", rival.id),
    leader: await call("school_leader", school.id),
    reporter: await call("reporter", school.id),
    otherLeader: await call("school_leader", other.id),
  };
}
export type World = Awaited<ReturnType<typeof talentWorld>>;

export const wanted = (world: World, more: object = {}) => ({
  organizationId: world.enterprise.id,
  occupationId: world.occupation.id,
  skillLevel: "senior" as const,
  headcount: 10,
  fromOn: today,
  toOn: addDays(today, 200),
  ...more,
});

export const at = (row: { id: string; version: number }) => ({
  demandId: row.id,
  version: row.version,
});

/** A demand that was posted, submitted, confirmed and opened by those who may. */
export async function openedDemand(world: World, more: object = {}) {
  let demand = value(await perform(postDemandCommand, world.contact, wanted(world, more)));
  demand = value(await perform(submitDemandCommand, world.contact, at(demand)));
  demand = value(await perform(confirmDemandCommand, world.secretary, at(demand)));
  return value(await perform(openDemandCommand, world.secretary, at(demand)));
}

/** Published graduates of an offering. */
export const publishedSupply = (
  db: Tx,
  world: World,
  given: { offeringId?: string; graduates?: number; academicYear?: number } = {},
) =>
  db.talentSupply.create({
    data: {
      allianceId: world.allianceId,
      offeringId: given.offeringId ?? world.offeringId,
      academicYear: given.academicYear ?? year,
      enrolled: 40,
      onRoll: 120,
      graduates: given.graduates ?? 30,
      capacity: 50,
      state: "published",
      bureauId: world.bureau.id,
      publishedAt: dateOf(today),
    },
  });
