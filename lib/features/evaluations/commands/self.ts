import type { z } from "zod";
import { dayOf } from "@/lib/kernel/dates";
import { newId } from "@/lib/kernel/ids";
import { accept, type Result, refuse } from "@/lib/kernel/result";
import type { TenantScope } from "@/lib/platform/corridor/use-case";
import type { Tx } from "@/lib/platform/db/transaction";
import { AppError, forbidden, notFound } from "@/lib/platform/errors";
import { evaluatesItself, seesSubject, verifies } from "../policy";
import { type HeldSubject, holdSubject, leavesOfScheme } from "../queries/facts";
import { hundredths } from "../rules/columns";
import { isSelfReported } from "../rules/lines";
import type { returnSelfInput, saveSelfInput, submitSelfInput } from "../schema/rounds";
import { type Changed, tellSubject } from "./move";

export const selfRefusals = [
  "evaluation-wrong-state",
  "evaluation-self-late",
  "evaluation-self-handed-in",
  "file-not-yours",
] as const;
type Refusal = (typeof selfRefusals)[number];

/** The unit's people, in time, as long as it is not handed in. @throws AppError not-found, forbidden, stale */
async function openOwn(
  tx: Tx,
  scope: TenantScope,
  given: { subjectId: string; version: number },
): Promise<Result<HeldSubject, Exclude<Refusal, "file-not-yours">>> {
  const held = await holdSubject(tx, scope, given.subjectId);
  if (!seesSubject(scope, held.subject)) return notFound();
  if (!evaluatesItself(scope, held.subject)) return forbidden();
  if (held.round.state !== "self_evaluation") return refuse("evaluation-wrong-state");
  const due = dayOf(held.round.selfDueOn);
  if (scope.today > due) return refuse("evaluation-self-late", { day: due });
  if (held.subject.submittedAt) return refuse("evaluation-self-handed-in");
  if (given.version !== held.subject.version) throw new AppError("stale");
  return accept(held);
}

async function raise(
  tx: Tx,
  scope: TenantScope,
  subject: HeldSubject["subject"],
  data: Parameters<Tx["evaluationSubject"]["updateMany"]>[0]["data"] = {},
): Promise<Changed> {
  const { count } = await tx.evaluationSubject.updateMany({
    where: { allianceId: scope.alliance.id, id: subject.id, version: subject.version },
    data: { ...data, version: { increment: 1 } },
  });
  if (count === 0) throw new AppError("stale");
  return { id: subject.id, version: subject.version + 1 };
}

type Entries = z.output<typeof saveSelfInput>["entries"];

/** A paper is one's own upload, or the one that stands there already. */
async function ownsFiles(tx: Tx, scope: TenantScope, subjectId: string, entries: Entries) {
  const ids = [...new Set(entries.flatMap(({ fileId }) => fileId ?? []))];
  if (ids.length === 0) return true;
  const allianceId = scope.alliance.id;
  const own = await tx.storedFile.count({
    where: {
      allianceId,
      id: { in: ids },
      OR: [
        { uploadedById: scope.actor.userId },
        { evaluationEntries: { some: { allianceId, subjectId } } },
      ],
    },
  });
  return own === ids.length;
}

/** A row of the form in which nothing was filled in is none. */
const isFilled = (entry: Entries[number]): boolean =>
  [entry.value, entry.note, entry.fileId].some((given) => given !== undefined) ||
  entry.items.length > 0;

/** A draft: what is sent replaces what was there; nothing is lost by sending it twice. */
export async function saveSelf(
  tx: Tx,
  scope: TenantScope,
  input: z.output<typeof saveSelfInput>,
): Promise<Result<Changed, Refusal>> {
  const opened = await openOwn(tx, scope, input);
  if (!opened.ok) return opened;
  const { round, subject } = opened.value;
  const leaves = await leavesOfScheme(tx, scope, round.schemeId);
  const kinds = new Map(leaves.map(({ id, kind }) => [id, kind]));
  const asked = input.entries.every(({ indicatorId }) =>
    isSelfReported(kinds.get(indicatorId) ?? null),
  );
  const once = new Set(input.entries.map(({ indicatorId }) => indicatorId));
  if (!asked || once.size !== input.entries.length) return notFound();
  if (!(await ownsFiles(tx, scope, subject.id, input.entries))) return refuse("file-not-yours");
  const of = { allianceId: scope.alliance.id };
  const before = await tx.evaluationEntry.findMany({
    where: { ...of, subjectId: subject.id },
    select: { indicatorId: true, fileId: true },
  });
  // A paper that was handed in before stays until another one takes its place: a form does not send it again.
  const paperOf = (indicatorId: string) =>
    before.find((one) => one.indicatorId === indicatorId)?.fileId ?? undefined;
  await tx.evaluationItem.deleteMany({ where: { ...of, entry: { subjectId: subject.id } } });
  await tx.evaluationEntry.deleteMany({ where: { ...of, subjectId: subject.id } });
  const rows = input.entries
    .map((entry) => ({
      ...entry,
      id: newId(scope.now),
      fileId: entry.fileId ?? paperOf(entry.indicatorId),
    }))
    .filter(isFilled);
  await tx.evaluationEntry.createMany({
    data: rows.map(({ id, indicatorId, value, note, fileId }) => ({
      ...of,
      id,
      indicatorId,
      subjectId: subject.id,
      selfValue: value && kinds.get(indicatorId) !== "level_points" ? hundredths(value) : null,
      selfNote: note ?? null,
      fileId: fileId ?? null,
      enteredById: scope.actor.userId,
    })),
  });
  await tx.evaluationItem.createMany({
    data: rows
      .filter(({ indicatorId }) => kinds.get(indicatorId) === "level_points")
      .flatMap(({ id, items }) => items.map((item) => ({ ...item, ...of, entryId: id }))),
  });
  const changed = await raise(tx, scope, subject);
  await tellSubject(scope, "save_self", subject.id, { entries: input.entries.length });
  return accept(changed);
}

/** Handed in: from here on only a return opens it again. */
export async function submitSelf(
  tx: Tx,
  scope: TenantScope,
  input: z.output<typeof submitSelfInput>,
): Promise<Result<Changed, Exclude<Refusal, "file-not-yours"> | "evaluation-self-empty">> {
  const opened = await openOwn(tx, scope, input);
  if (!opened.ok) return opened;
  const { subject } = opened.value;
  const filled = await tx.evaluationEntry.count({
    where: { allianceId: scope.alliance.id, subjectId: subject.id },
  });
  if (filled === 0) return refuse("evaluation-self-empty");
  const changed = await raise(tx, scope, subject, {
    submittedAt: scope.now,
    submittedById: scope.actor.userId,
    returnReason: null,
  });
  await tellSubject(scope, "submit_self", subject.id);
  return accept(changed);
}

/** Back to the unit with a reason, while there is time to mend it. */
export async function returnSelf(
  tx: Tx,
  scope: TenantScope,
  input: z.output<typeof returnSelfInput>,
): Promise<Result<Changed, "evaluation-wrong-state" | "evaluation-self-late">> {
  const { round, subject } = await holdSubject(tx, scope, input.subjectId);
  if (!verifies(scope, subject)) return forbidden();
  if (round.state !== "self_evaluation" || !subject.submittedAt) {
    return refuse("evaluation-wrong-state");
  }
  const due = dayOf(round.selfDueOn);
  if (scope.today > due) return refuse("evaluation-self-late", { day: due });
  if (input.version !== subject.version) throw new AppError("stale");
  const changed = await raise(tx, scope, subject, {
    submittedAt: null,
    submittedById: null,
    returnReason: input.reason,
  });
  await tellSubject(scope, "return_self", subject.id);
  return accept(changed);
}
