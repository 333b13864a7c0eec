import type { z } from "zod";
import { keptFilters } from "@/lib/features/subscriptions/rules";
import { fenOf, yuanText } from "@/lib/kernel/money";
import { accept, type Result, refuse } from "@/lib/kernel/result";
import { newSecret } from "@/lib/platform/auth/secret";
import type { TenantScope } from "@/lib/platform/corridor/use-case";
import type { Tx } from "@/lib/platform/db/transaction";
import { forbidden, notFound } from "@/lib/platform/errors";
import { type Asked, see } from "../queries/read";
import { usualBound } from "../rules";
import type { setInput, setOutput } from "../schema";

/** Nobody reads more, and each costs the reading of a number every day. */
const MOST = 20;

type Given = z.output<typeof setInput>;
type Set = Result<
  z.input<typeof setOutput>,
  "alert-set-already" | "too-many-alerts" | "alert-number-not-divided"
>;

function askedOf({ about, metricCode, direction, bound, ...filters }: Given): Asked {
  const usual = about === "threshold" ? "0" : usualBound[about];
  return {
    about,
    metricCode: metricCode ?? null,
    direction: direction ?? null,
    bound: yuanText(fenOf(bound ?? usual)),
    filters: keptFilters(filters),
  };
}

/**
 * What may be read may be watched: the number is looked for at once, as the daily look will. The unique key decides about
 * doubles, also at once.
 */
export async function setAlert(tx: Tx, scope: TenantScope, given: Given): Promise<Set> {
  const { alliance, actor, now } = scope;
  const userId = actor.userId ?? forbidden();
  const { organization } = given;
  if (organization) {
    const at = { allianceId: alliance.id, organizationId: organization };
    if (!(await tx.membership.findFirst({ where: at, select: { id: true } }))) notFound();
  }
  const asked = askedOf(given);
  const { state } = await see(tx, scope, asked);
  if (state === "not_allowed") return forbidden();
  if (state === "not_applicable") return refuse("alert-number-not-divided");
  // Whoever sets two at once waits here, so that the second counts the first.
  await tx.$queryRaw`SELECT 1 FROM users WHERE id = ${userId}::uuid FOR NO KEY UPDATE`;
  const own = { allianceId: alliance.id, userId, endedAt: null };
  if ((await tx.alert.count({ where: own })) >= MOST) {
    return refuse("too-many-alerts", { most: MOST });
  }
  const [created] = await tx.alert.createManyAndReturn({
    data: [{ ...asked, allianceId: alliance.id, userId, linkKey: newSecret(), createdAt: now }],
    skipDuplicates: true,
    select: { id: true },
  });
  if (!created) return refuse("alert-set-already");
  await scope.audit({
    action: "alert.set",
    subjectType: "alert",
    subjectId: created.id,
    details: { ...asked },
  });
  return accept(created);
}
