import type { z } from "zod";
import { hasMembership } from "@/lib/features/outcomes/commands/content";
import { accept, type Result, refuse } from "@/lib/kernel/result";
import type { TenantScope } from "@/lib/platform/corridor/use-case";
import type { Tx } from "@/lib/platform/db/transaction";
import { forbidden } from "@/lib/platform/errors";
import type { setTargetInput, targetAnswer } from "../schema";

type Set = Result<
  z.input<typeof targetAnswer>,
  "target-metric-not-reported" | "target-not-a-member" | "target-proposed-already" | "target-same"
>;
type Input = z.output<typeof setTargetInput>;

/**
 * Puts a number before the chair. One at a time for the same thing: two that wait would both be agreed to. Writers of one
 * alliance wait for each other at its row, so that the second sees the first.
 */
export async function setTarget(tx: Tx, scope: TenantScope, input: Input): Promise<Set> {
  const { actor, alliance } = scope;
  const metric = await tx.metricDefinition.findUnique({ where: { code: input.metricCode } });
  if (!metric?.reportable) return refuse("target-metric-not-reported");
  const organizationId = input.organizationId ?? null;
  if (organizationId && !(await hasMembership(tx, scope, organizationId))) {
    return refuse("target-not-a-member");
  }
  await tx.$queryRaw`SELECT 1 FROM alliances WHERE id = ${alliance.id}::uuid FOR NO KEY UPDATE`;
  const subject = { allianceId: alliance.id, organizationId, metricCode: metric.code };
  const standing = await tx.metricTarget.findMany({
    where: { ...subject, year: input.year, state: { in: ["proposed", "in_force"] } },
    select: { state: true, value: true },
  });
  if (standing.some(({ state }) => state === "proposed")) return refuse("target-proposed-already");
  if (standing.some(({ value }) => value.equals(input.value))) return refuse("target-same");
  const created = await tx.metricTarget.create({
    data: {
      ...subject,
      year: input.year,
      value: input.value,
      basis: input.basis,
      setById: actor.userId ?? forbidden(),
    },
    select: { id: true, version: true, state: true },
  });
  await scope.audit({
    action: "target.set",
    subjectType: "target",
    subjectId: created.id,
    details: { metricCode: metric.code, year: input.year, organizationId, value: input.value },
  });
  return accept(created);
}
