import type { TenantScope } from "@/lib/platform/corridor/use-case";
import type { Db, Tx } from "@/lib/platform/db/transaction";
import { AppError, notFound } from "@/lib/platform/errors";
import type { EvaluationState } from "../types";

export type RoundFacts = {
  id: string;
  schemeId: string;
  title: string;
  year: number;
  state: EvaluationState;
  version: number;
  selfDueOn: Date;
  objectionUntil: Date | null;
  measuredAt: Date | null;
  openedById: string | null;
  draftedById: string | null;
  draftedAt: Date | null;
};

const facts = {
  id: true,
  schemeId: true,
  title: true,
  year: true,
  state: true,
  version: true,
  selfDueOn: true,
  objectionUntil: true,
  measuredAt: true,
  openedById: true,
  draftedById: true,
  draftedAt: true,
} as const;

/** A round, locked until the end of the transaction. @throws AppError not-found, stale */
export async function holdRound(
  tx: Tx,
  scope: TenantScope,
  given: { roundId: string; version?: number },
): Promise<RoundFacts> {
  await tx.$queryRaw`
    SELECT id FROM evaluation_rounds
    WHERE id = ${given.roundId}::uuid AND alliance_id = ${scope.alliance.id}::uuid FOR UPDATE`;
  const found = await tx.evaluationRound.findUnique({
    where: { allianceId_id: { allianceId: scope.alliance.id, id: given.roundId } },
    select: facts,
  });
  if (!found) return notFound();
  if (given.version !== undefined && given.version !== found.version) throw new AppError("stale");
  return found;
}

const subjectFacts = {
  id: true,
  roundId: true,
  name: true,
  organizationId: true,
  collegeId: true,
  keyId: true,
  submittedAt: true,
  submittedById: true,
  version: true,
} as const;

/** @throws AppError not-found */
export async function findSubject(db: Db, scope: TenantScope, subjectId: string) {
  const found = await db.evaluationSubject.findUnique({
    where: { allianceId_id: { allianceId: scope.alliance.id, id: subjectId } },
    select: subjectFacts,
  });
  return found ?? notFound();
}

/** A subject with its round, which is locked, so that no step is taken meanwhile. @throws AppError not-found */
export async function holdSubject(tx: Tx, scope: TenantScope, subjectId: string) {
  const { roundId } = await findSubject(tx, scope, subjectId);
  const round = await holdRound(tx, scope, { roundId });
  return { round, subject: await findSubject(tx, scope, subjectId) };
}
export type HeldSubject = Awaited<ReturnType<typeof holdSubject>>;

const ruleColumns = {
  id: true,
  code: true,
  name: true,
  weight: true,
  kind: true,
  unit: true,
  target: true,
  floor: true,
  cap: true,
  each: true,
  most: true,
  levelPoints: true,
  metricCode: true,
  evidence: true,
} as const;

/** The indicators of a scheme, without headings. */
export const leavesOfScheme = (db: Db, scope: TenantScope, schemeId: string) =>
  db.evaluationIndicator.findMany({
    where: { allianceId: scope.alliance.id, schemeId, kind: { not: null } },
    orderBy: [{ code: "asc" }, { id: "asc" }],
    select: ruleColumns,
  });
export type Leaf = Awaited<ReturnType<typeof leavesOfScheme>>[number];
