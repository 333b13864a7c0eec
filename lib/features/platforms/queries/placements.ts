import type { z } from "zod";
import { covers, dayOf } from "@/lib/kernel/dates";
import type { TenantScope } from "@/lib/platform/corridor/use-case";
import type { Db } from "@/lib/platform/db/transaction";
import { appliesFor, mayManagePlacements, nextFor } from "../policy";
import { isSent } from "../rules/states";
import type { listPlacementsInput, placementPage } from "../schema/parks";
import { placementStates } from "../types";

type Page = z.input<typeof placementPage>;

const named = { select: { id: true, name: true } } as const;
const day = (date: Date | null) => date && dayOf(date);

/** The calls with their progress: how many were sent of how many. */
async function callsOf(db: Db, scope: TenantScope): Promise<Page["calls"]> {
  const sent = placementStates.filter(isSent);
  const calls = await db.placementCall.findMany({
    where: { allianceId: scope.alliance.id },
    orderBy: [{ opensOn: "desc" }, { id: "desc" }],
    take: 20,
    include: { _count: { select: { placements: { where: { state: { in: sent } } } } } },
  });
  return calls.map(({ _count, ...call }) => ({
    ...call,
    sent: _count.placements,
    opensOn: dayOf(call.opensOn),
    closesOn: dayOf(call.closesOn),
    open: covers(dayOf(call.opensOn), dayOf(call.closesOn), scope.today),
  }));
}

/** The whole alliance's placements, or those of one's own organization on either side. */
export async function listPlacements(
  db: Db,
  scope: TenantScope,
  input: z.output<typeof listPlacementsInput>,
): Promise<Page> {
  const own = [...scope.reach.organizationIds];
  const where = {
    allianceId: scope.alliance.id,
    ...(input.state && { state: input.state }),
    ...(!scope.reach.whole && { OR: [{ schoolId: { in: own } }, { hostId: { in: own } }] }),
  };
  const [calls, total, rows, schools] = await Promise.all([
    callsOf(db, scope),
    db.placement.count({ where }),
    db.placement.findMany({
      where,
      include: { school: named, host: named },
      orderBy: [{ createdAt: "desc" }, { id: "desc" }],
      take: input.pageSize,
      skip: (input.page - 1) * input.pageSize,
    }),
    db.organization.findMany({ where: { id: { in: [...appliesFor(scope)] } }, ...named }),
  ]);
  return {
    items: rows.map((row) => ({
      ...row,
      startsOn: day(row.startsOn),
      endsOn: day(row.endsOn),
      next: [...nextFor(scope, row)],
    })),
    total,
    page: input.page,
    pageSize: input.pageSize,
    today: scope.today,
    calls,
    may: { manage: mayManagePlacements(scope), applyFor: schools },
  };
}
