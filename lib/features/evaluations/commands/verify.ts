import type { z } from "zod";
import { accept, type Result, refuse } from "@/lib/kernel/result";
import type { TenantScope } from "@/lib/platform/corridor/use-case";
import type { Tx } from "@/lib/platform/db/transaction";
import { AppError, forbidden, notFound } from "@/lib/platform/errors";
import { isSecondPerson, verifies } from "../policy";
import { holdSubject, type Leaf, leavesOfScheme } from "../queries/facts";
import { unverified } from "../queries/progress";
import { hundredths } from "../rules/columns";
import type { verifyEntryInput, verifyRestInput } from "../schema/rounds";
import { type Changed, tellSubject } from "./move";

export const verifyRefusals = [
  "evaluation-wrong-state",
  "evaluation-same-person",
  "evaluation-value-computed",
] as const;
type Refusal = (typeof verifyRefusals)[number];

/** The round verifies, and the caller is of another unit. @throws AppError not-found, forbidden */
async function openFor(tx: Tx, scope: TenantScope, subjectId: string) {
  const { round, subject } = await holdSubject(tx, scope, subjectId);
  if (!verifies(scope, subject)) return forbidden();
  if (round.state !== "data_verified") return refuse("evaluation-wrong-state");
  return accept({ round, subject });
}

type Input = z.output<typeof verifyEntryInput>;

async function writeValue(tx: Tx, scope: TenantScope, leaf: Leaf, input: Input) {
  const of = { allianceId: scope.alliance.id };
  const by = { verifiedById: scope.actor.userId, verifyNote: input.note ?? null };
  const verifiedValue = input.value === undefined ? null : hundredths(input.value);
  const { id } = await tx.evaluationEntry.upsert({
    where: { subjectId_indicatorId: { subjectId: input.subjectId, indicatorId: leaf.id } },
    create: { ...of, subjectId: input.subjectId, indicatorId: leaf.id, verifiedValue, ...by },
    update: { verifiedValue, ...by },
    select: { id: true },
  });
  if (leaf.kind !== "level_points") return;
  const rejected = { id: { in: input.rejected } };
  const { count } = await tx.evaluationItem.updateMany({
    where: { ...of, entryId: id, ...rejected },
    data: { accepted: false },
  });
  if (count !== new Set(input.rejected).size) notFound();
  await tx.evaluationItem.updateMany({
    where: { ...of, entryId: id, NOT: rejected },
    data: { accepted: true },
  });
}

/** One value or the items of one indicator, by somebody else than who reported it. */
export async function verifyEntry(
  tx: Tx,
  scope: TenantScope,
  input: Input,
): Promise<Result<Changed, Refusal>> {
  const opened = await openFor(tx, scope, input.subjectId);
  if (!opened.ok) return opened;
  const { round, subject } = opened.value;
  const leaves = await leavesOfScheme(tx, scope, round.schemeId);
  const leaf = leaves.find(({ id }) => id === input.indicatorId) ?? notFound();
  // What the portal counts is put right in the records that it counts, and experts and vetoes have their own way.
  if (leaf.metricCode !== null || leaf.kind === "expert" || leaf.kind === "veto") {
    return refuse("evaluation-value-computed");
  }
  const entry = await tx.evaluationEntry.findUnique({
    where: { subjectId_indicatorId: { subjectId: subject.id, indicatorId: leaf.id } },
    select: { enteredById: true },
  });
  if (entry?.enteredById && !isSecondPerson(entry.enteredById, scope.actor.userId)) {
    return refuse("evaluation-same-person");
  }
  if (leaf.kind !== "level_points" && input.value === undefined) {
    throw new AppError("malformed", { issues: [{ path: "value", message: "required" }] });
  }
  await writeValue(tx, scope, leaf, input);
  await tellSubject(scope, "verify", subject.id, { code: leaf.code, value: input.value ?? null });
  return accept({ id: subject.id, version: subject.version });
}

/** Everything else as it was reported. */
export async function verifyRest(
  tx: Tx,
  scope: TenantScope,
  input: z.output<typeof verifyRestInput>,
): Promise<Result<Changed, Refusal>> {
  const opened = await openFor(tx, scope, input.subjectId);
  if (!opened.ok) return opened;
  const { subject } = opened.value;
  const of = { allianceId: scope.alliance.id, subjectId: subject.id };
  const own = await tx.evaluationEntry.count({ where: { ...of, enteredById: scope.actor.userId } });
  if (own > 0) return refuse("evaluation-same-person");
  const values = await tx.$executeRaw`
    UPDATE evaluation_entries e SET verified_value = e.self_value, verified_by_id = ${scope.actor.userId}::uuid
    FROM evaluation_indicators i WHERE i.id = e.indicator_id
      AND e.alliance_id = ${scope.alliance.id}::uuid AND e.subject_id = ${subject.id}::uuid AND ${unverified}`;
  const { count: items } = await tx.evaluationItem.updateMany({
    where: { allianceId: of.allianceId, accepted: null, entry: { subjectId: subject.id } },
    data: { accepted: true },
  });
  await tellSubject(scope, "verify", subject.id, { values, items });
  return accept({ id: subject.id, version: subject.version });
}
