import type { z } from "zod";
import { dayOf } from "@/lib/kernel/dates";
import { reaches } from "@/lib/platform/corridor/permission";
import type { Scope } from "@/lib/platform/corridor/use-case";
import type { Db } from "@/lib/platform/db/transaction";
import { notFound } from "@/lib/platform/errors";
import { reachOf } from "../../access/policy";
import { ownAlliances, seesWholeRegister } from "../../organizations/policy";
import { readOpenChanges } from "../../organizations/queries/changes";
import type { getOrganizationInput, organizationOutput } from "../schema/register";
import { type MembershipOf, readMemberships } from "./memberships-of";
import { readTimeline } from "./organization-timeline";

type Output = z.input<typeof organizationOutput>;

const ref = { select: { id: true, name: true } } as const;
const day = (date: Date | null) => (date ? dayOf(date) : null);

/** One organization with everything around it that this reader may see, over all alliances. */
export async function getOrganization(
  db: Db,
  scope: Scope,
  input: z.output<typeof getOrganizationInput>,
): Promise<Output> {
  const id = input.organizationId;
  const memberships = await readMemberships(db, scope, id);
  if (memberships.length === 0 && !(await mayKnowOf(db, scope, id))) return notFound();
  const found = await db.organization.findUnique({
    where: { id },
    include: {
      parent: ref,
      sponsor: ref,
      mergedInto: ref,
      names: { orderBy: [{ validTo: "desc" }, { name: "asc" }] },
      enterprise: true,
      institution: true,
      park: true,
      tags: { orderBy: { tag: "asc" } },
    },
  });
  if (!found) return notFound();
  const inside = memberships
    .filter(({ view }) => view !== "none")
    .map(({ allianceId }) => allianceId);
  const creditCodeShown = inside.length > 0 || seesWholeRegister(scope.actor.roles, null);
  return {
    ...found,
    creditCode: creditCodeShown ? found.creditCode : null,
    creditCodeShown,
    names: found.names.map((name) => ({
      kind: name.kind,
      name: name.name,
      from: day(name.validFrom),
      to: day(name.validTo),
    })),
    tags: found.tags.map((tag) => ({ ...tag, validUntil: day(tag.validUntil) })),
    chainNodes: await readNodes(
      db,
      id,
      memberships.map(({ allianceId }) => allianceId),
    ),
    memberships,
    editableIn: await readEditableIn(db, scope, id, memberships),
    changes: await readOpenChanges(db, scope, id),
    timeline: await readTimeline(db, scope, id, { memberships, inside }),
  };
}

/** Not a member anywhere that the reader knows: known to those who keep the register, its own people, and as a part. */
async function mayKnowOf(db: Db, scope: Scope, id: string): Promise<boolean> {
  if (seesWholeRegister(scope.actor.roles, null)) return true;
  if (scope.actor.roles.some(({ organizationId }) => organizationId === id)) return true;
  const own = ownAlliances(scope.actor.roles) ?? [];
  const rows = await db.$queryRaw<{ part: boolean }[]>`
    SELECT EXISTS (
      SELECT 1 FROM alliances a WHERE (a.published_at <= now() OR a.id = ANY(${own}::uuid[])) AND (
        a.base_park_id = ${id}::uuid
        OR EXISTS (SELECT 1 FROM governance_bodies b WHERE b.alliance_id = a.id AND b.host_id = ${id}::uuid)
        OR EXISTS (SELECT 1 FROM platforms p WHERE p.alliance_id = a.id AND p.host_id = ${id}::uuid)
        OR EXISTS (SELECT 1 FROM delegated_powers d WHERE d.alliance_id = a.id AND d.grantor_id = ${id}::uuid)
        OR EXISTS (SELECT 1 FROM alliance_offerings x JOIN programme_offerings y ON y.id = x.offering_id
          WHERE x.alliance_id = a.id AND y.organization_id = ${id}::uuid))) AS part`;
  return rows[0]?.part === true;
}

/** Where the reader may change the profile: alliances of which it is a member, or own ones while it is of none. */
async function readEditableIn(
  db: Db,
  scope: Scope,
  id: string,
  memberships: readonly MembershipOf[],
): Promise<string[]> {
  const may = (allianceId: string) => {
    const reach = reachOf("organization.update", scope.actor.roles, allianceId);
    return reach !== undefined && reaches(reach, id);
  };
  const here = memberships.filter(({ allianceId }) => may(allianceId));
  if (here.length > 0) return [...new Set(here.map(({ allianceSlug }) => allianceSlug))];
  const anywhere = await db.membership.count({ where: { organizationId: id } });
  if (anywhere > 0) return [];
  const own = (ownAlliances(scope.actor.roles) ?? []).filter(may);
  const alliances = await db.alliance.findMany({
    where: { id: { in: own } },
    select: { slug: true },
    orderBy: { createdAt: "asc" },
  });
  return alliances.map(({ slug }) => slug);
}

async function readNodes(db: Db, id: string, allianceIds: string[]): Promise<Output["chainNodes"]> {
  const rows = await db.organizationChainNode.findMany({
    where: { organizationId: id, allianceId: { in: allianceIds } },
    select: { node: { include: { alliance: { select: { slug: true } } } } },
    orderBy: { node: { sortOrder: "asc" } },
  });
  return rows.map(({ node }) => ({ ...node, allianceSlug: node.alliance.slug }));
}
