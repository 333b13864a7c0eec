import type { z } from "zod";
import { sixNumbers, sixTexts } from "@/lib/features/funds/queries/six";
import type { MemberPosition } from "@/lib/features/memberships/types";
import { reaches } from "@/lib/platform/corridor/permission";
import type { TenantScope } from "@/lib/platform/corridor/use-case";
import type { Db } from "@/lib/platform/db/transaction";
import { forbidden, notFound } from "@/lib/platform/errors";
import type { standingInput, standingOutput } from "../schema";
import { countedOf } from "./counted";
import { evidenceOf } from "./evidence";
import { owedBy } from "./owed";

async function membershipOf(db: Db, scope: TenantScope, organizationId: string) {
  const rows = await db.$queryRaw<{ number: number; position: MemberPosition; since: string }[]>`
    SELECT m.number, p.position::text AS position,
      (SELECT min(q.valid_from) FROM membership_periods q WHERE q.alliance_id = m.alliance_id AND q.membership_id = m.id)::text AS since
    FROM memberships m JOIN membership_periods p ON p.alliance_id = m.alliance_id AND p.membership_id = m.id
    WHERE m.alliance_id = ${scope.alliance.id}::uuid AND m.organization_id = ${organizationId}::uuid
      AND ${scope.today}::date BETWEEN p.valid_from AND coalesce(p.valid_to, 'infinity')
    ORDER BY p.valid_from DESC LIMIT 1`;
  return rows[0] ?? null;
}

/**
 * What the alliance was for one enterprise, and what it owes. Private: its own people and the secretariat read it, nobody
 * else, whatever is public elsewhere (behaviour 3, feature 25).
 */
export async function enterpriseStanding(
  db: Db,
  scope: TenantScope,
  input: z.output<typeof standingInput>,
): Promise<z.input<typeof standingOutput>> {
  const organizationId = input.organization ?? scope.reach.organizationIds[0];
  if (!organizationId) return notFound();
  const names = await db.organization.findMany({
    where: { id: { in: [...new Set([organizationId, ...scope.reach.organizationIds])] } },
    select: { id: true, name: true },
    orderBy: { name: "asc" },
  });
  const organization = names.find(({ id }) => id === organizationId);
  const member = await membershipOf(db, scope, organizationId);
  // The secretariat's right ends at the organizations that its alliance has to do with.
  if (!organization || !(member || (await involved(db, scope, organizationId)))) return notFound();
  if (!reaches(scope.reach, organizationId)) return forbidden();
  const [counted, six, owed, papers] = await Promise.all([
    countedOf(db, scope, organizationId),
    sixNumbers(db, scope.alliance.id, { organizationId }),
    owedBy(db, scope, organizationId),
    evidenceOf(db, scope, { organizationId, year: input.year }),
  ]);
  return {
    organization,
    own: names.filter(({ id }) => scope.reach.organizationIds.includes(id)),
    member,
    ...counted,
    money: sixTexts(six),
    owed,
    evidence: papers.evidence,
    evidenceCount: papers.count,
    years: papers.years,
  };
}

/** Not a member today, but once one, or party to a project of this alliance. */
async function involved(db: Db, scope: TenantScope, organizationId: string): Promise<boolean> {
  const rows = await db.$queryRaw<{ known: boolean }[]>`
    SELECT EXISTS (SELECT 1 FROM memberships WHERE alliance_id = ${scope.alliance.id}::uuid AND organization_id = ${organizationId}::uuid)
      OR EXISTS (SELECT 1 FROM project_parties WHERE alliance_id = ${scope.alliance.id}::uuid AND organization_id = ${organizationId}::uuid) AS known`;
  return rows[0]?.known ?? false;
}
