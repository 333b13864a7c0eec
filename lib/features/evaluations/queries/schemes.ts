import type { z } from "zod";
import type { TenantScope } from "@/lib/platform/corridor/use-case";
import type { Db, Tx } from "@/lib/platform/db/transaction";
import { AppError, notFound } from "@/lib/platform/errors";
import {
  mayPublishScheme,
  mayWriteScheme,
  publishBlocked,
  readsDrafts,
  seesScheme,
  writesSchemes,
} from "../policy";
import { decimal } from "../rules/columns";
import { childrenOf, depthOf, faultsOf, type Node } from "../rules/tree";
import type { getSchemeInput, listSchemesInput, schemeOutput, schemePage } from "../schema/schemes";
import { itemLevels } from "../types";

export async function listSchemes(
  db: Db,
  scope: TenantScope,
  input: z.output<typeof listSchemesInput>,
): Promise<z.input<typeof schemePage>> {
  const where = {
    AND: [
      { allianceId: scope.alliance.id },
      readsDrafts(scope) ? {} : { state: "published" as const },
      input.state ? { state: input.state } : {},
      input.kind ? { subjectKind: input.kind } : {},
    ],
  };
  const [total, rows] = await Promise.all([
    db.evaluationScheme.count({ where }),
    db.evaluationScheme.findMany({
      where,
      orderBy: [{ name: "asc" }, { edition: "desc" }, { id: "asc" }],
      skip: (input.page - 1) * input.pageSize,
      take: input.pageSize,
      include: { _count: { select: { indicators: { where: { kind: { not: null } } } } } },
    }),
  ]);
  return {
    items: rows.map(({ _count, ...row }) => ({ ...row, indicators: _count.indicators })),
    total,
    page: input.page,
    pageSize: input.pageSize,
    mayWrite: writesSchemes(scope),
  };
}

/** @throws AppError not-found, also for what the asker may not know of */
export async function readScheme(db: Db, scope: TenantScope, schemeId: string) {
  const found = await db.evaluationScheme.findUnique({
    where: { allianceId_id: { allianceId: scope.alliance.id, id: schemeId } },
    include: { indicators: { orderBy: [{ code: "asc" }, { id: "asc" }] } },
  });
  return found && seesScheme(scope, found) ? found : notFound();
}
export type ReadScheme = Awaited<ReturnType<typeof readScheme>>;

/** The same, locked until the end of the transaction. @throws AppError not-found, stale */
export async function openScheme(
  tx: Tx,
  scope: TenantScope,
  given: { schemeId: string; version?: number },
): Promise<ReadScheme> {
  await tx.$queryRaw`
    SELECT id FROM evaluation_schemes
    WHERE id = ${given.schemeId}::uuid AND alliance_id = ${scope.alliance.id}::uuid FOR UPDATE`;
  const scheme = await readScheme(tx, scope, given.schemeId);
  if (given.version !== undefined && given.version !== scheme.version) throw new AppError("stale");
  return scheme;
}

export const bandsOf = ({
  bandA,
  bandB,
  bandC,
}: {
  bandA: number;
  bandB: number;
  bandC: number;
}) => ({
  a: bandA,
  b: bandB,
  c: bandC,
});

/** Each below its heading. */
export const inOrder = <T extends Node>(nodes: readonly T[], parentId: string | null = null): T[] =>
  childrenOf(nodes, parentId).flatMap((node) => [node, ...inOrder(nodes, node.id)]);

const text = (value: bigint | number | null): string | null =>
  value === null ? null : decimal(value);

export const indicatorsOf = (scheme: Pick<ReadScheme, "indicators">) =>
  inOrder(scheme.indicators).map((row) => ({
    ...row,
    weight: decimal(row.weight),
    target: text(row.target),
    floor: text(row.floor),
    cap: text(row.cap),
    each: text(row.each),
    most: text(row.most),
    levels: row.levelPoints.flatMap((points, place) => {
      const level = itemLevels[place];
      return level ? [{ level, points: decimal(points) }] : [];
    }),
    depth: depthOf(scheme.indicators, row),
  }));

export async function getScheme(
  db: Db,
  scope: TenantScope,
  input: z.output<typeof getSchemeInput>,
): Promise<z.input<typeof schemeOutput>> {
  const scheme = await readScheme(db, scope, input.schemeId);
  const editions = await db.evaluationScheme.findMany({
    where: {
      allianceId: scope.alliance.id,
      seriesId: scheme.seriesId,
      ...(!readsDrafts(scope) && { state: "published" as const }),
    },
    orderBy: { edition: "desc" },
    select: { id: true, edition: true, state: true },
  });
  const write = mayWriteScheme(scope, scheme);
  const metrics = write
    ? await db.metricDefinition.findMany({
        orderBy: { sortOrder: "asc" },
        select: { code: true, nameZh: true, nameEn: true },
      })
    : [];
  const faults =
    readsDrafts(scope) && scheme.state === "draft"
      ? faultsOf(scheme.indicators, bandsOf(scheme))
      : [];
  return {
    ...scheme,
    bandA: decimal(scheme.bandA),
    bandB: decimal(scheme.bandB),
    bandC: decimal(scheme.bandC),
    indicators: indicatorsOf(scheme),
    editions,
    faults: faults.map((one) => ({ ...one, sum: decimal(one.sum) })),
    metrics,
    may: {
      write,
      publish: mayPublishScheme(scope, scheme) && faults.length === 0,
      publishBlocked: publishBlocked(scope, scheme),
      next:
        writesSchemes(scope) &&
        scheme.state === "published" &&
        editions.every(({ state }) => state !== "draft"),
    },
  };
}
