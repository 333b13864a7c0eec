import type { z } from "zod";
import { dateOf, dayOf } from "@/lib/kernel/dates";
import type { TenantScope } from "@/lib/platform/corridor/use-case";
import type { Db } from "@/lib/platform/db/transaction";
import { notFound } from "@/lib/platform/errors";
import type { allianceOutput } from "../schema/alliances";

type Profile = z.input<typeof allianceOutput>;
const ref = { select: { id: true, name: true } } as const;
const other = {
  select: { id: true, slug: true, name: true, nameEn: true, publishedAt: true },
} as const;
const day = (date: Date | null) => (date ? dayOf(date) : null);

/** An alliance with what it consists of; members, bodies and figures are questions of their own. */
export async function getAlliance(db: Db, scope: TenantScope): Promise<Profile> {
  const found = await db.alliance.findUnique({
    where: { id: scope.alliance.id },
    include: {
      basePark: ref,
      positionLabels: { select: { position: true, zh: true, en: true } },
      chainNodes: {
        select: { id: true, name: true, nameEn: true, position: true },
        orderBy: [{ position: "asc" }, { sortOrder: "asc" }],
      },
      offerings: { include: { offering: { include: { programme: true, organization: ref } } } },
      platforms: { include: { host: ref }, orderBy: [{ kind: "asc" }, { name: "asc" }] },
      powers: { include: { grantor: ref }, orderBy: { kind: "asc" } },
      relationsFrom: { include: { to: other } },
      relationsTo: { include: { from: other } },
    },
  });
  if (!found) return notFound();
  const leads = await leadsOf(db, scope);
  return {
    ...found,
    published: scope.alliance.published,
    approvedOn: day(found.approvedOn),
    foundedOn: day(found.foundedOn),
    leads,
    programmes: found.offerings
      .map(({ offering: { programme, organization } }) => ({
        name: programme.name,
        level: programme.level,
        synthetic: programme.synthetic,
        school: organization,
      }))
      .toSorted((a, b) => a.level.localeCompare(b.level) || a.name.localeCompare(b.name, "zh-CN")),
    relations: [
      ...found.relationsFrom.map(({ kind, note, to }) => ({ kind, note, outgoing: true, ...to })),
      ...found.relationsTo.map(({ kind, note, from }) => ({
        kind,
        note,
        outgoing: false,
        ...from,
      })),
    ].filter((relation) => mayKnowOf(scope, relation)),
  };
}

/** A relation does not give away an alliance that the reader may not know of. */
const mayKnowOf = (scope: TenantScope, alliance: { id: string; publishedAt: Date | null }) =>
  (alliance.publishedAt !== null && alliance.publishedAt <= scope.now) ||
  scope.actor.roles.some((held) => held.allianceId === null || held.allianceId === alliance.id);

/** 牵头单位 of the application, which is another thing than a position in the council (domain 2.4). */
async function leadsOf(db: Db, scope: TenantScope): Promise<Profile["leads"]> {
  const today = dateOf(scope.today);
  const rows = await db.membershipPeriod.findMany({
    where: {
      allianceId: scope.alliance.id,
      validFrom: { lte: today },
      OR: [{ validTo: null }, { validTo: { gte: today } }],
      membership: { isLead: true },
    },
    select: {
      position: true,
      membership: {
        select: { number: true, organization: { select: { id: true, name: true, kind: true } } },
      },
    },
  });
  return rows
    .toSorted((a, b) => a.membership.number - b.membership.number)
    .map(({ position, membership }) => ({ position, ...membership.organization }));
}
