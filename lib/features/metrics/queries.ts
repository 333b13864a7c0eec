import type { z } from "zod";
import { ownAlliances } from "@/lib/features/organizations/policy";
import type { Scope } from "@/lib/platform/corridor/use-case";
import type { Db } from "@/lib/platform/db/transaction";
import type { listFiguresSchema, listMetricsSchema, Metric, PublishedFigure } from "./schema";

export async function listMetrics(
  db: Db,
  _scope: Scope,
  input: z.output<typeof listMetricsSchema>,
): Promise<{ items: Metric[] }> {
  const items = await db.metricDefinition.findMany({
    ...(input.reportable && { where: { reportable: input.reportable === "true" } }),
    orderBy: [{ sortOrder: "asc" }, { code: "asc" }],
  });
  return { items };
}

/** One metric; null when the registry has no such code. */
export const getMetric = (db: Db, code: string): Promise<Metric | null> =>
  db.metricDefinition.findUnique({ where: { code } });

/**
 * Published figures of one alliance or one organization, or all; they are public by nature, but do not give away an
 * alliance that the reader may not know of.
 */
export async function listPublishedFigures(
  db: Db,
  scope: Scope,
  input: z.output<typeof listFiguresSchema>,
): Promise<{ items: PublishedFigure[] }> {
  const own = ownAlliances(scope.actor.roles);
  const values = await db.metricValue.findMany({
    where: {
      state: "published",
      ...(own && {
        OR: [
          { allianceId: null },
          { alliance: { publishedAt: { lte: scope.now } } },
          { allianceId: { in: own } },
        ],
      }),
      ...(input.alliance && { alliance: { slug: input.alliance } }),
      ...(input.organization && { organizationId: input.organization }),
    },
    orderBy: [{ sortOrder: "asc" }, { key: "asc" }],
  });
  return {
    items: values.map((value) => ({
      ...value,
      value: value.value?.toFixed() ?? null,
      numerator: value.numerator?.toFixed() ?? null,
      denominator: value.denominator?.toFixed() ?? null,
    })),
  };
}
