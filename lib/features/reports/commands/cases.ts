import type { z } from "zod";
import { newId } from "@/lib/kernel/ids";
import { accept, type Result, refuse } from "@/lib/kernel/result";
import type { TenantScope } from "@/lib/platform/corridor/use-case";
import type { Tx } from "@/lib/platform/db/transaction";
import { AppError, forbidden } from "@/lib/platform/errors";
import type { Prisma } from "@/prisma/generated/client";
import { checkMembers } from "../../projects/commands/guards";
import { isSecondHand, writes } from "../policy";
import { openCase, type ReadCase, readCase } from "../queries/cases";
import { openEdition } from "../queries/facts";
import { caseMayBecome, isCaseInHand, takesCases } from "../rules/cases";
import type {
  changeCaseInput,
  releaseCaseInput,
  returnCaseInput,
  selectCaseInput,
  submitCaseInput,
  writeCaseInput,
} from "../schema/cases";
import type { Changed } from "../schema/editions";
import type { CaseState } from "../types";

type Content = Omit<z.output<typeof writeCaseInput>, "organizationId">;

/** Writes over exactly the state and version that was read. */
async function raiseCase(
  tx: Tx,
  scope: TenantScope,
  one: Pick<ReadCase, "id" | "state" | "version">,
  data: Prisma.TypicalCaseUncheckedUpdateManyInput & { state: CaseState },
): Promise<Changed> {
  const { count } = await tx.typicalCase.updateMany({
    where: { id: one.id, state: one.state, version: one.version },
    data: {
      ...data,
      ...(data.state !== one.state && { stateSince: scope.now }),
      version: { increment: 1 },
    },
  });
  if (count === 0) throw new AppError("stale");
  return { id: one.id, version: one.version + 1 };
}

/** Every cited result is approved, and of the unit whose case it is. */
async function cite(
  tx: Tx,
  scope: TenantScope,
  one: { id: string; organizationId: string | null },
  given: readonly string[],
): Promise<Result<number, "case-source-not-approved">> {
  const recordIds = [...new Set(given)];
  const allianceId = scope.alliance.id;
  const found = await tx.outcomeRecord.count({
    where: {
      allianceId,
      id: { in: recordIds },
      state: { in: ["verified", "published"] },
      ...(one.organizationId && { organizationId: one.organizationId }),
    },
  });
  if (found !== recordIds.length) return refuse("case-source-not-approved");
  await tx.caseSource.deleteMany({ where: { allianceId, caseId: one.id } });
  await tx.caseSource.createMany({
    data: recordIds.map((recordId) => ({ allianceId, caseId: one.id, recordId })),
  });
  return accept(recordIds.length);
}

const contentOf = ({ year, title, background, practice, effect, consent }: Content) => ({
  year,
  title,
  background,
  practice,
  effect,
  consent,
});

const audit = (
  scope: TenantScope,
  step: "write" | "submit" | "return" | "select" | "release",
  subjectId: string,
  details: Prisma.InputJsonObject = {},
) =>
  scope.audit({
    action: `typical_case.${step}`,
    subjectType: "typical-case",
    subjectId,
    details,
  });

export async function writeCase(
  tx: Tx,
  scope: TenantScope,
  input: z.output<typeof writeCaseInput>,
): Promise<Result<Changed, "not-a-member" | "case-source-not-approved">> {
  const organizationId = input.organizationId ?? null;
  const { userId } = scope.actor;
  if (!writes(scope, organizationId) || userId === null) return forbidden();
  if (organizationId) {
    const fit = await checkMembers(tx, scope, [organizationId]);
    if (!fit.ok) return fit;
  }
  const id = newId(scope.now);
  await tx.typicalCase.create({
    data: {
      ...contentOf(input),
      id,
      allianceId: scope.alliance.id,
      organizationId,
      authorIds: [userId],
      stateSince: scope.now,
      createdAt: scope.now,
    },
  });
  const cited = await cite(tx, scope, { id, organizationId }, input.recordIds);
  if (!cited.ok) return cited;
  await audit(scope, "write", id, { sources: cited.value });
  return accept({ id, version: 1 });
}

export async function changeCase(
  tx: Tx,
  scope: TenantScope,
  input: z.output<typeof changeCaseInput>,
): Promise<Result<Changed, "wrong-state" | "case-source-not-approved">> {
  const one = await openCase(tx, scope, input);
  const { userId } = scope.actor;
  if (!writes(scope, one.organizationId) || userId === null) return forbidden();
  if (!isCaseInHand(one.state)) return refuse("wrong-state");
  const cited = await cite(tx, scope, one, input.recordIds);
  if (!cited.ok) return cited;
  const changed = await raiseCase(tx, scope, one, {
    ...contentOf(input),
    state: "draft",
    authorIds: [...new Set([...one.authorIds, userId])],
    // Whoever sent it back may now be one who writes in it: the next decision is another one.
    decidedById: null,
    decidedAt: null,
  });
  await audit(scope, "write", one.id, { sources: cited.value });
  return accept(changed);
}

export async function submitCase(
  tx: Tx,
  scope: TenantScope,
  input: z.output<typeof submitCaseInput>,
): Promise<Result<Changed, "wrong-state" | "case-no-consent">> {
  const one = await openCase(tx, scope, input);
  if (!writes(scope, one.organizationId)) return forbidden();
  if (!caseMayBecome(one.state, "submitted") || !isCaseInHand(one.state)) {
    return refuse("wrong-state");
  }
  if (!one.consent) return refuse("case-no-consent");
  const changed = await raiseCase(tx, scope, one, {
    state: "submitted",
    submittedById: scope.actor.userId,
    submittedAt: scope.now,
    decidedById: null,
    decidedAt: null,
    returnReason: null,
  });
  await audit(scope, "submit", one.id);
  return accept(changed);
}

const decided = (scope: TenantScope) => ({
  decidedById: scope.actor.userId,
  decidedAt: scope.now,
});

/** Back to its unit with the reason, by somebody who has no part in it. */
export async function returnCase(
  tx: Tx,
  scope: TenantScope,
  input: z.output<typeof returnCaseInput>,
): Promise<Result<Changed, "wrong-state" | "case-own">> {
  const one = await openCase(tx, scope, input);
  if (!caseMayBecome(one.state, "returned")) return refuse("wrong-state");
  if (!isSecondHand(scope.actor.userId, one)) return refuse("case-own");
  const changed = await raiseCase(tx, scope, one, {
    ...decided(scope),
    state: "returned",
    returnReason: input.reason,
  });
  await audit(scope, "return", one.id, { reason: input.reason });
  return accept(changed);
}

/** I-15, I-16: another person puts it into an edition that is still put together; what it cites is frozen with it. */
export async function selectCase(
  tx: Tx,
  scope: TenantScope,
  input: z.output<typeof selectCaseInput>,
): Promise<
  Result<Changed, "wrong-state" | "case-own" | "case-edition-closed" | "case-source-not-approved">
> {
  const edition = await openEdition(tx, scope, { editionId: input.editionId });
  const one = await openCase(tx, scope, input);
  if (!caseMayBecome(one.state, "selected")) return refuse("wrong-state");
  if (!isSecondHand(scope.actor.userId, one)) return refuse("case-own");
  if (!takesCases(edition.state)) return refuse("case-edition-closed");
  const [cited, frozen] = await Promise.all([
    tx.caseSource.count({ where: { allianceId: scope.alliance.id, caseId: one.id } }),
    tx.$executeRaw`
      UPDATE typical_case_sources s SET title = o.title, metric_code = o.metric_code, year = o.year, quantity = o.quantity,
        unit_zh = m.unit_zh, frozen_at = ${scope.now}
      FROM outcome_records o JOIN metric_definitions m ON m.code = o.metric_code
      WHERE s.alliance_id = ${scope.alliance.id}::uuid AND s.case_id = ${one.id}::uuid AND o.alliance_id = s.alliance_id
        AND o.id = s.record_id AND o.state IN ('verified', 'published')`,
  ]);
  if (cited !== frozen) return refuse("case-source-not-approved");
  const changed = await raiseCase(tx, scope, one, {
    ...decided(scope),
    state: "selected",
    editionId: edition.id,
  });
  await audit(scope, "select", one.id, { editionId: edition.id });
  return accept(changed);
}

/** Out of an edition that is still put together; it waits for another decision. */
export async function releaseCase(
  tx: Tx,
  scope: TenantScope,
  input: z.output<typeof releaseCaseInput>,
): Promise<Result<Changed, "wrong-state" | "case-edition-closed">> {
  // The edition first, as everybody locks them.
  const { editionId } = await readCase(tx, scope, input.caseId);
  const edition = editionId === null ? undefined : await openEdition(tx, scope, { editionId });
  const one = await openCase(tx, scope, input);
  if (!edition || one.editionId !== edition.id) return refuse("wrong-state");
  if (!takesCases(edition.state)) return refuse("case-edition-closed");
  const changed = await raiseCase(tx, scope, one, {
    state: "submitted",
    editionId: null,
    decidedById: null,
    decidedAt: null,
  });
  await tx.$executeRaw`
    UPDATE typical_case_sources SET title = NULL, metric_code = NULL, year = NULL, quantity = NULL, unit_zh = NULL, frozen_at = NULL
    WHERE alliance_id = ${scope.alliance.id}::uuid AND case_id = ${one.id}::uuid`;
  await audit(scope, "release", one.id, { editionId: edition.id });
  return accept(changed);
}
