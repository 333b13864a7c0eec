import { randomUUID } from "node:crypto";
import type { Role } from "@/lib/platform/auth/actor";
import type { Tx } from "@/lib/platform/db/transaction";
import type { Prisma } from "@/prisma/generated/client";

/*
 * Each factory builds the smallest valid row and takes overrides. The demonstration data and the tests use the same.
 */
let serial = 0;
const next = () => {
  serial += 1;
  return serial;
};

export function createOrganization(
  db: Tx,
  given: Partial<Prisma.OrganizationUncheckedCreateInput> = {},
) {
  const name = given.name ?? `示例企业 T${next()}`;
  return db.organization.create({
    data: {
      kind: "enterprise",
      searchText: name.toLowerCase(),
      pinyin: name.toLowerCase(),
      ...given,
      name,
    },
  });
}

export function createAlliance(db: Tx, given: Partial<Prisma.AllianceUncheckedCreateInput> = {}) {
  const slug = given.slug ?? `sample-${next()}-${randomUUID().slice(0, 6)}`;
  return db.alliance.create({
    data: {
      name: `示例联盟 ${slug}`,
      type: "school_enterprise_league",
      status: "operating",
      publishedAt: new Date("2023-10-01T00:00:00Z"),
      ...given,
      slug,
    },
  });
}

/** A person who can be an actor, with one role. */
export async function createUserWithRole(
  db: Tx,
  given: {
    role: Role;
    allianceId?: string | null;
    organizationId?: string | null;
    email?: string;
    name?: string;
  },
) {
  const n = next();
  const person = await db.person.create({
    data: { name: given.name ?? `示例人员 T${n}`, synthetic: true },
  });
  const user = await db.user.create({
    data: {
      personId: person.id,
      email: given.email ?? `person${n}-${randomUUID().slice(0, 8)}@test.example`,
    },
  });
  await db.roleGrant.create({
    data: {
      userId: user.id,
      role: given.role,
      allianceId: given.allianceId ?? null,
      organizationId: given.organizationId ?? null,
      validFrom: new Date("2020-01-01T00:00:00Z"),
    },
  });
  return { user, person };
}

export async function createMembership(
  db: Tx,
  given: {
    allianceId: string;
    organizationId: string;
    position?: Prisma.MembershipPeriodUncheckedCreateInput["position"];
    isLead?: boolean;
    from?: string;
    number?: number;
  },
) {
  const number = given.number ?? next();
  const membership = await db.membership.create({
    data: {
      allianceId: given.allianceId,
      organizationId: given.organizationId,
      number,
      isLead: given.isLead ?? false,
    },
  });
  await db.membershipPeriod.create({
    data: {
      allianceId: given.allianceId,
      membershipId: membership.id,
      position: given.position ?? "member_unit",
      validFrom: new Date(`${given.from ?? "2023-01-01"}T00:00:00Z`),
      openedReason: "示例：成立名单",
    },
  });
  return membership;
}
