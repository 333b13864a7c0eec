import type { z } from "zod";
import { dateOf } from "@/lib/kernel/dates";
import { accept, type Result, refuse } from "@/lib/kernel/result";
import { newSecret } from "@/lib/platform/auth/secret";
import type { TenantScope } from "@/lib/platform/corridor/use-case";
import type { Tx } from "@/lib/platform/db/transaction";
import { forbidden, notFound } from "@/lib/platform/errors";
import { keptFilters, nextOn } from "../rules";
import type { endByLinkInput, endInput, endOutput, takeInput, takeOutput } from "../schema";

/** Nobody reads more, and each costs the reading of a page. */
const MOST = 20;

type Taken = Result<z.input<typeof takeOutput>, "subscribed-already" | "too-many-subscriptions">;
type Ended = Result<z.input<typeof endOutput>, never>;

/** The page with its filters, from the next day of the rhythm on. The unique key decides about doubles, also at once. */
export async function takeSubscription(
  tx: Tx,
  scope: TenantScope,
  { rhythm, ...given }: z.output<typeof takeInput>,
): Promise<Taken> {
  const { alliance, actor, today, now } = scope;
  const userId = actor.userId ?? forbidden();
  const { organization } = given;
  if (organization) {
    const at = { allianceId: alliance.id, organizationId: organization };
    if (!(await tx.membership.findFirst({ where: at, select: { id: true } }))) notFound();
  }
  // Whoever subscribes twice at once waits here, so that the second counts the first.
  await tx.$queryRaw`SELECT 1 FROM users WHERE id = ${userId}::uuid FOR NO KEY UPDATE`;
  const own = { allianceId: alliance.id, userId, endedAt: null };
  if ((await tx.dashboardSubscription.count({ where: own })) >= MOST) {
    return refuse("too-many-subscriptions", { most: MOST });
  }
  const day = nextOn(rhythm, today);
  const [created] = await tx.dashboardSubscription.createManyAndReturn({
    data: [
      {
        allianceId: alliance.id,
        userId,
        rhythm,
        filters: keptFilters(given),
        linkKey: newSecret(),
        nextOn: dateOf(day),
        createdAt: now,
      },
    ],
    skipDuplicates: true,
    select: { id: true },
  });
  if (!created) return refuse("subscribed-already");
  await scope.audit({
    action: "subscription.take",
    subjectType: "subscription",
    subjectId: created.id,
    details: { rhythm, ...keptFilters(given) },
  });
  return accept({ id: created.id, nextOn: day });
}

/** Ending what has ended changes nothing: a link may be opened again. */
async function end(
  tx: Tx,
  scope: TenantScope,
  which: { id: string; userId: string } | { linkKey: string },
  how: "left" | "link",
): Promise<Ended> {
  const where = { allianceId: scope.alliance.id, ...which };
  const found = await tx.dashboardSubscription.findFirst({ where, select: { id: true } });
  if (!found) return notFound();
  const { count } = await tx.dashboardSubscription.updateMany({
    where: { ...where, endedAt: null },
    data: { endedAt: scope.now, endedHow: how },
  });
  await scope.audit({
    action: "subscription.end",
    subjectType: "subscription",
    subjectId: found.id,
    details: { how, again: count === 0 },
  });
  return accept(found);
}

export const endSubscription = (tx: Tx, scope: TenantScope, { id }: z.output<typeof endInput>) =>
  end(tx, scope, { id, userId: scope.actor.userId ?? forbidden() }, "left");

export const endByLink = (tx: Tx, scope: TenantScope, { key }: z.output<typeof endByLinkInput>) =>
  end(tx, scope, { linkKey: key }, "link");
