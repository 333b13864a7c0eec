import type { z } from "zod";
import { reachOf } from "@/lib/features/access/policy";
import { owedBy } from "@/lib/features/enterprises/queries/owed";
import { sixNumbers, sixTexts } from "@/lib/features/funds/queries/six";
import { againstTargets } from "@/lib/features/targets/queries/of";
import { reaches } from "@/lib/platform/corridor/permission";
import type { TenantScope } from "@/lib/platform/corridor/use-case";
import type { Db } from "@/lib/platform/db/transaction";
import { forbidden, notFound } from "@/lib/platform/errors";
import { isGovernance, linesOf, viewsOf } from "../rules";
import type {
  governanceHomeInput,
  governanceHomeSchema,
  organizationHomeInput,
  organizationHomeSchema,
} from "../schema";
import { owedShown } from "../types";
import { linesFor } from "./lines";
import { meetingsFor } from "./meetings";

export const namesOf = (db: Db, ids: readonly string[]) =>
  db.organization.findMany({
    where: { id: { in: [...ids] } },
    select: { id: true, name: true },
    orderBy: [{ pinyin: "asc" }, { id: "asc" }],
  });

/** How long the chain is and when its last entry was written; whether it is whole is asked on its own page. */
async function chainOf(db: Db, allianceId: string) {
  const rows = await db.$queryRaw<{ entries: number; at: Date | null }[]>`
    SELECT h.seq::int AS entries, (SELECT e.at FROM audit_entries e WHERE e.chain = h.chain AND e.seq = h.seq) AS at
    FROM audit_heads h WHERE h.chain = ${allianceId}`;
  const [head] = rows;
  return { entries: head?.entries ?? 0, at: head?.at?.toISOString() ?? null };
}

/** The first screen of those who govern: what waits, in the order of the house, and the meetings ahead. */
export async function governanceHome(
  db: Db,
  scope: TenantScope,
  input: z.output<typeof governanceHomeInput>,
): Promise<z.input<typeof governanceHomeSchema>> {
  const { roles } = scope.actor;
  const views = viewsOf(roles, scope.alliance.id);
  const view = input.view ?? views.find(isGovernance);
  if (!view || !views.includes(view)) return forbidden();
  const [lines, meetings, chain, organizations] = await Promise.all([
    linesFor(db, scope, linesOf(view)),
    view === "observer" ? [] : meetingsFor(db, scope, view === "delegate"),
    view === "supervisor" ? chainOf(db, scope.alliance.id) : null,
    namesOf(db, reachOf("home.read_organization", roles, scope.alliance.id)?.organizationIds ?? []),
  ]);
  return { view, views, organizations, asOf: scope.now.toISOString(), lines, meetings, chain };
}

const involved = async (db: Db, scope: TenantScope, organizationId: string): Promise<boolean> => {
  const rows = await db.$queryRaw<unknown[]>`
    SELECT 1 FROM memberships WHERE alliance_id = ${scope.alliance.id}::uuid AND organization_id = ${organizationId}::uuid`;
  return rows.length > 0;
};

/** One member's first screen. Its own people read it, and the secretariat that looks after it. */
export async function organizationHome(
  db: Db,
  scope: TenantScope,
  input: z.output<typeof organizationHomeInput>,
): Promise<z.input<typeof organizationHomeSchema>> {
  const ownIds = [...new Set(scope.reach.organizationIds)];
  const organizationId = input.organization ?? ownIds[0] ?? notFound();
  if (!(await involved(db, scope, organizationId))) return notFound();
  if (!reaches(scope.reach, organizationId)) return forbidden();
  const year = Number(scope.today.slice(0, 4));
  const [names, lines, meetings, six, owed, targets] = await Promise.all([
    namesOf(db, [...ownIds, organizationId]),
    linesFor(db, scope, linesOf("organization"), organizationId),
    meetingsFor(db, scope, false),
    sixNumbers(db, scope.alliance.id, { organizationId }),
    owedBy(db, scope, organizationId),
    againstTargets(db, scope.alliance.id, { organizationId, year }),
  ]);
  return {
    organization: names.find(({ id }) => id === organizationId) ?? notFound(),
    own: names.filter(({ id }) => ownIds.includes(id)),
    views: viewsOf(scope.actor.roles, scope.alliance.id),
    asOf: scope.now.toISOString(),
    year,
    lines,
    meetings,
    money: sixTexts(six),
    owed: owed.slice(0, owedShown),
    owedCount: owed.length,
    targets,
  };
}
