import type { z } from "zod";
import { newId } from "@/lib/kernel/ids";
import { accept, type Result, refuse } from "@/lib/kernel/result";
import type { TenantScope } from "@/lib/platform/corridor/use-case";
import type { Tx } from "@/lib/platform/db/transaction";
import { AppError } from "@/lib/platform/errors";
import { isSecondPerson } from "../policy";
import { bandsOf, inOrder, openScheme, type ReadScheme } from "../queries/schemes";
import { hundredths } from "../rules/columns";
import { faultsOf } from "../rules/tree";
import type {
  createSchemeInput,
  nextEditionInput,
  publishSchemeInput,
  updateSchemeInput,
} from "../schema/schemes";

export type SchemeChanged = { id: string; version: number };

type Shape = Omit<z.output<typeof createSchemeInput>, "subjectKind">;

const columnsOf = (input: Shape) => ({
  name: input.name,
  description: input.description ?? null,
  bandA: Number(hundredths(input.bandA)),
  bandB: Number(hundredths(input.bandB)),
  bandC: Number(hundredths(input.bandC)),
  leastExperts: input.leastExperts,
  publicGrades: input.publicGrades,
});

const tell = (scope: TenantScope, action: string, id: string, details = {}) =>
  scope.audit({
    action: `evaluation.${action}`,
    subjectType: "evaluation-scheme",
    subjectId: id,
    details,
  });

export async function createScheme(
  tx: Tx,
  scope: TenantScope,
  input: z.output<typeof createSchemeInput>,
): Promise<Result<SchemeChanged, never>> {
  const id = newId(scope.now);
  const { version } = await tx.evaluationScheme.create({
    data: {
      ...columnsOf(input),
      id,
      seriesId: id,
      subjectKind: input.subjectKind,
      allianceId: scope.alliance.id,
      createdById: scope.actor.userId,
      createdAt: scope.now,
    },
  });
  await tell(scope, "create_scheme", id, { subjectKind: input.subjectKind });
  return accept({ id, version });
}

/** Raises the version of a draft over exactly the row that was read. */
export async function raiseScheme(
  tx: Tx,
  scheme: ReadScheme,
  data: Parameters<Tx["evaluationScheme"]["updateMany"]>[0]["data"] = {},
): Promise<SchemeChanged> {
  const { count } = await tx.evaluationScheme.updateMany({
    where: {
      allianceId: scheme.allianceId,
      id: scheme.id,
      state: "draft",
      version: scheme.version,
    },
    data: { ...data, version: { increment: 1 } },
  });
  if (count === 0) throw new AppError("stale");
  return { id: scheme.id, version: scheme.version + 1 };
}

export async function updateScheme(
  tx: Tx,
  scope: TenantScope,
  input: z.output<typeof updateSchemeInput>,
): Promise<Result<SchemeChanged, "scheme-published">> {
  const scheme = await openScheme(tx, scope, input);
  if (scheme.state !== "draft") return refuse("scheme-published");
  const changed = await raiseScheme(tx, scheme, columnsOf(input));
  await tell(scope, "update_scheme", scheme.id);
  return accept(changed);
}

export const publishRefusals = [
  "scheme-published",
  "evaluation-same-person",
  "scheme-not-whole",
] as const;

/** From here on nothing of it changes; somebody else than who wrote it says so. */
export async function publishScheme(
  tx: Tx,
  scope: TenantScope,
  input: z.output<typeof publishSchemeInput>,
): Promise<Result<SchemeChanged, (typeof publishRefusals)[number]>> {
  const scheme = await openScheme(tx, scope, input);
  if (scheme.state !== "draft") return refuse("scheme-published");
  if (!isSecondPerson(scheme.createdById, scope.actor.userId))
    return refuse("evaluation-same-person");
  const faults = faultsOf(scheme.indicators, bandsOf(scheme));
  if (faults.length > 0) return refuse("scheme-not-whole", { count: faults.length });
  const changed = await raiseScheme(tx, scheme, {
    state: "published",
    publishedAt: scope.now,
    publishedById: scope.actor.userId,
  });
  await tell(scope, "publish_scheme", scheme.id, {
    edition: scheme.edition,
    indicators: scheme.indicators.length,
  });
  return accept(changed);
}

/** A draft with the same tree and a higher number; one at a time. */
export async function nextEdition(
  tx: Tx,
  scope: TenantScope,
  input: z.output<typeof nextEditionInput>,
): Promise<Result<SchemeChanged, "scheme-not-published" | "scheme-draft-exists">> {
  const from = await openScheme(tx, scope, input);
  if (from.state !== "published") return refuse("scheme-not-published");
  const last = await tx.evaluationScheme.findFirstOrThrow({
    where: { allianceId: scope.alliance.id, seriesId: from.seriesId },
    orderBy: { edition: "desc" },
    select: { edition: true, state: true },
  });
  if (last.state === "draft") return refuse("scheme-draft-exists");
  const id = newId(scope.now);
  const { indicators, publishedAt: _at, publishedById: _by, ...copied } = from;
  // Two at once want the same number: the unique key lets one of them have it.
  const { count } = await tx.evaluationScheme.createMany({
    data: [
      {
        ...copied,
        id,
        state: "draft",
        edition: last.edition + 1,
        version: 1,
        createdById: scope.actor.userId,
        createdAt: scope.now,
      },
    ],
    skipDuplicates: true,
  });
  if (count === 0) return refuse("scheme-draft-exists");
  const ids = new Map(indicators.map((one) => [one.id, newId(scope.now)]));
  await tx.evaluationIndicator.createMany({
    // Headings come before what stands below them.
    data: inOrder(indicators).map((one) => ({
      ...one,
      id: ids.get(one.id) ?? one.id,
      parentId: one.parentId === null ? null : (ids.get(one.parentId) ?? null),
      schemeId: id,
    })),
  });
  await tell(scope, "next_edition", id, { from: from.id, edition: last.edition + 1 });
  return accept({ id, version: 1 });
}
