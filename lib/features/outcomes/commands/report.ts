import type { z } from "zod";
import { getMetric } from "@/lib/features/metrics/queries";
import type { Metric } from "@/lib/features/metrics/schema";
import { type Day, dayOf } from "@/lib/kernel/dates";
import { accept, type Result, refuse } from "@/lib/kernel/result";
import { reaches } from "@/lib/platform/corridor/permission";
import type { TenantScope } from "@/lib/platform/corridor/use-case";
import type { Tx } from "@/lib/platform/db/transaction";
import { AppError, forbidden, notFound } from "@/lib/platform/errors";
import { canAmend } from "../policy";
import { trainingOf } from "../queries/batches";
import { getOutcomeForChange } from "../queries/facts";
import { type AskedKey, type ChainEnd, chainEnd, sameKey } from "../queries/same-key";
import { isContinued, isLevelled, isOfProject, keyKindOf, normalKey } from "../rules/keys";
import { isHigher } from "../rules/levels";
import { stateAfter } from "../rules/states";
import type { amendOutcomeSchema, reportOutcomeSchema } from "../schema/records";
import type { Follow, ResultLevel } from "../types";
import { type ContentRefusal, columnsOf, hasMembership, traceOf } from "./content";
import { noteDoubles } from "./doubles";

type Answer<R extends string> = Promise<Result<{ id: string; version: number }, R>>;
type Columns = Extract<Awaited<ReturnType<typeof columnsOf>>, { ok: true }>["value"];

type DuplicateRefusal = "duplicate-result" | "claimed-by-another";
type FollowRefusal = "not-the-last-of-its-chain" | "level-not-higher" | "not-new-money";
type AmendRefusal =
  | ContentRefusal
  | DuplicateRefusal
  | FollowRefusal
  | "wrong-state"
  | "adjusted-already";

/** Own claim twice, or another member's: the first is named, so that the way out is one step away. */
async function duplicate(
  tx: Tx,
  scope: TenantScope,
  asked: AskedKey,
  organizationId: string,
): Promise<Result<never, DuplicateRefusal>> {
  const { key } = asked;
  const [first] = await sameKey(tx, scope, asked);
  if (!first || first.ownerIds.includes(organizationId)) {
    return refuse("duplicate-result", { key, ...(first && { id: first.id }) });
  }
  return refuse("claimed-by-another", { key, organization: first.organizationName, id: first.id });
}

type Going = {
  follow: Follow;
  level: ResultLevel | null;
  key: string | null;
  projectId: string | null;
  occurredOn: Day;
};

/** Does the new claim go on from this one as it says: at a higher level, or under the same key with new money? */
function checkFollow(metric: Metric, end: ChainEnd, going: Going): Result<null, FollowRefusal> {
  if (end.followed) return refuse("not-the-last-of-its-chain");
  const kind = keyKindOf(metric.code);
  if (going.follow === "upgrade") {
    return isLevelled(kind) && isHigher(going.level, end.level)
      ? accept(null)
      : refuse("level-not-higher");
  }
  const same =
    normalKey(going.key ?? "") === normalKey(end.naturalKey ?? "") &&
    (!isOfProject(kind) || going.projectId === end.projectId);
  const later = going.occurredOn >= end.occurredOn;
  return isContinued(kind) && going.key !== null && same && later
    ? accept(null)
    : refuse("not-new-money");
}

async function chainColumns(
  tx: Tx,
  scope: TenantScope,
  metric: Metric,
  columns: Columns,
  input: z.output<typeof reportOutcomeSchema>,
) {
  const { followsId, follow } = input;
  if (!followsId || !follow) return accept({});
  const end = (await chainEnd(tx, scope, followsId)) ?? notFound();
  const own = end.ownerIds.includes(input.organizationId) && end.metricCode === metric.code;
  if (!own) notFound();
  const check = checkFollow(metric, end, {
    follow,
    level: columns.level,
    key: columns.naturalKey,
    projectId: columns.projectId,
    occurredOn: input.occurredOn,
  });
  if (!check.ok) return check;
  return accept({ followsId, follow, chainStep: end.chainStep + 1 });
}

/** A member reports one result with its evidence; it waits for the secretariat from then on. */
export async function reportOutcome(
  tx: Tx,
  scope: TenantScope,
  input: z.output<typeof reportOutcomeSchema>,
): Answer<ContentRefusal | DuplicateRefusal | FollowRefusal | "not-a-member"> {
  const { organizationId, metricCode } = input;
  if (!reaches(scope.reach, organizationId)) forbidden();
  const metric = (await getMetric(tx, metricCode)) ?? notFound();
  const columns = await columnsOf(tx, scope, metric, input, { organizationId });
  if (!columns.ok) return columns;
  if (!(await hasMembership(tx, scope, organizationId))) return refuse("not-a-member");
  const chain = await chainColumns(tx, scope, metric, columns.value, input);
  if (!chain.ok) return chain;
  // One natural key counts once in an alliance; the unique key decides, also between two at once.
  const [created] = await tx.outcomeRecord.createManyAndReturn({
    data: [
      {
        ...columns.value,
        ...chain.value,
        allianceId: scope.alliance.id,
        organizationId,
        metricCode,
        state: "submitted",
        enteredById: scope.actor.userId,
        submittedAt: scope.now,
        stateSince: scope.now,
      },
    ],
    skipDuplicates: true,
    select: { id: true, version: true },
  });
  if (!created) {
    const { naturalKey, projectId } = columns.value;
    return duplicate(tx, scope, { metricCode, key: naturalKey ?? "", projectId }, organizationId);
  }
  await scope.audit({
    action: "figure.submit",
    subjectType: "outcome",
    subjectId: created.id,
    details: { ...traceOf(input), metric: metricCode, organizationId },
  });
  await noteDoubles(tx, scope, created.id);
  return accept(created);
}

/** The reporter corrects a returned result and submits it again; what a training proves is corrected there. */
export async function amendOutcome(
  tx: Tx,
  scope: TenantScope,
  input: z.output<typeof amendOutcomeSchema>,
): Answer<AmendRefusal | "part-of-training"> {
  const found = await getOutcomeForChange(tx, scope, input.id);
  if (!canAmend(scope, found)) forbidden();
  if (await trainingOf(tx, scope, input.id)) return refuse("part-of-training");
  return amendRecord(tx, scope, input);
}

/** The same, also as a part of a training. */
export async function amendRecord(
  tx: Tx,
  scope: TenantScope,
  input: z.output<typeof amendOutcomeSchema>,
): Answer<AmendRefusal> {
  const found = await getOutcomeForChange(tx, scope, input.id);
  if (!canAmend(scope, found)) forbidden();
  const state = stateAfter(found.state, "amend");
  if (!state) return refuse("wrong-state");
  const columns = await columnsOf(tx, scope, found.metric, input, {
    organizationId: found.organizationId,
    kept: found,
  });
  if (!columns.ok) return columns;
  const { naturalKey: key, projectId } = columns.value;
  const asked = key ? { metricCode: found.metricCode, key, projectId } : undefined;
  const taken = asked ? await sameKey(tx, scope, { ...asked, step: found.chainStep }) : [];
  if (asked && taken.some(({ id }) => id !== input.id)) {
    return duplicate(tx, scope, asked, found.organizationId);
  }
  // What was taken off was taken off this number.
  if (!found.adjustment.isZero() && !found.quantity.equals(input.quantity)) {
    return refuse("adjusted-already");
  }
  const going = await stillGoesOn(tx, scope, found, columns.value);
  if (!going.ok) return going;
  const changed = await tx.outcomeRecord.updateMany({
    where: {
      id: input.id,
      allianceId: scope.alliance.id,
      state: found.state,
      version: input.version,
    },
    data: {
      ...columns.value,
      state,
      enteredById: scope.actor.userId,
      submittedAt: scope.now,
      stateSince: scope.now,
      version: { increment: 1 },
    },
  });
  if (changed.count === 0) throw new AppError("stale");
  await scope.audit({
    action: "figure.submit",
    subjectType: "outcome",
    subjectId: input.id,
    details: { ...traceOf(input), before: found.quantity.toFixed(2) },
  });
  await noteDoubles(tx, scope, input.id);
  return accept({ id: input.id, version: input.version + 1 });
}

type Amended = Awaited<ReturnType<typeof getOutcomeForChange>>;

/** What was changed must not break the chain, upwards or downwards. */
async function stillGoesOn(
  tx: Tx,
  scope: TenantScope,
  found: Amended,
  columns: Columns,
): Promise<Result<null, FollowRefusal>> {
  const next = await tx.outcomeRecord.findFirst({
    where: { allianceId: scope.alliance.id, followsId: found.id },
    select: { follow: true, level: true },
  });
  if (next?.follow === "upgrade" && !isHigher(next.level, columns.level)) {
    return refuse("level-not-higher");
  }
  if (!found.followsId || !found.follow) return accept(null);
  const end = (await chainEnd(tx, scope, found.followsId)) ?? notFound();
  return checkFollow(
    found.metric,
    { ...end, followed: false },
    {
      follow: found.follow,
      level: columns.level,
      key: columns.naturalKey,
      projectId: columns.projectId,
      occurredOn: dayOf(columns.occurredOn),
    },
  );
}
