import type { z } from "zod";
import { readsInside } from "@/lib/features/funds/policy";
import { fundPast, fundTotalsOf, pastOf } from "@/lib/features/funds/queries/past";
import { skillLevels } from "@/lib/features/people/types";
import type { Day } from "@/lib/kernel/dates";
import { fenOf, yuanText } from "@/lib/kernel/money";
import type { TenantScope } from "@/lib/platform/corridor/use-case";
import type { Db } from "@/lib/platform/db/transaction";
import { flowOf } from "../rules/flows";
import type { Pictures, picturesInput } from "../schema";

type Party = {
  organizationId: string;
  name: string;
  promised: string;
  received: string;
  spent: string;
};

/** Cash of every party since the beginning, up to now or to the end of a day. */
const parties = (db: Db, scope: TenantScope, day: Day | undefined) => db.$queryRaw<Party[]>`
  SELECT o.id AS "organizationId", o.name,
    coalesce(sum(r.total) FILTER (WHERE r.side = 'promised'), 0)::numeric(20, 2)::text AS promised,
    coalesce(sum(r.total) FILTER (WHERE r.side = 'received'), 0)::numeric(20, 2)::text AS received,
    coalesce(sum(r.total) FILTER (WHERE r.side = 'spent'), 0)::numeric(20, 2)::text AS spent
  FROM ${fundTotalsOf(scope.alliance.id, day)} r JOIN organizations o ON o.id = r.organization_id
  WHERE r.alliance_id = ${scope.alliance.id}::uuid AND r.cash AND r.side IN ('promised', 'received', 'spent')
  GROUP BY o.id`;

const holders = (db: Db, scope: TenantScope) => db.$queryRaw<Pictures["ladder"]>`
  SELECT l.level::text AS level, sum(l.holders)::int AS holders, count(*)::int AS studios
  FROM studio_ladders l JOIN platforms p ON p.alliance_id = l.alliance_id AND p.id = l.platform_id
  WHERE l.alliance_id = ${scope.alliance.id}::uuid AND p.state <> 'closed' GROUP BY l.level`;

const promotions = (db: Db, scope: TenantScope) => db.$queryRaw<Pictures["promotions"]>`
  SELECT extract(year FROM g.certified_on)::int AS year, sum(g.certified)::int AS people
  FROM studio_promotions g JOIN platforms p ON p.alliance_id = g.alliance_id AND p.id = g.platform_id
  WHERE g.alliance_id = ${scope.alliance.id}::uuid AND g.state = 'certified' AND p.state <> 'closed' GROUP BY 1 ORDER BY 1`;

/** Numbers that a drawing says better: where the money goes, and the eight levels of skill. Who gave is no public figure. */
export async function getPictures(
  db: Db,
  scope: TenantScope,
  input: z.output<typeof picturesInput>,
): Promise<Pictures> {
  const inside = readsInside(scope);
  const past = await fundPast(db, scope, input.asOf);
  const [money, levels, years] = await Promise.all([
    inside && !past.unknown.includes("promised") ? parties(db, scope, past.day) : undefined,
    holders(db, scope),
    promotions(db, scope),
  ]);
  const flow =
    money &&
    flowOf(
      money.map(({ promised, received, spent, ...party }) => ({
        ...party,
        promised: fenOf(promised),
        received: fenOf(received),
        spent: fenOf(spent),
      })),
    );
  return {
    asOf: scope.now.toISOString(),
    past: pastOf(past),
    flow: flow
      ? {
          nodes: flow.nodes,
          links: flow.links.map((link) => ({ ...link, value: yuanText(link.value) })),
        }
      : null,
    ladder: levels.toSorted((a, b) => skillLevels.indexOf(a.level) - skillLevels.indexOf(b.level)),
    promotions: years,
  };
}
