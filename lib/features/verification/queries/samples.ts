import type { z } from "zod";
import type { TenantScope } from "@/lib/platform/corridor/use-case";
import type { Db } from "@/lib/platform/db/transaction";
import { notFound } from "@/lib/platform/errors";
import { Prisma } from "@/prisma/generated/client";
import { mayFind } from "../rules";
import type {
  getSampleSchema,
  listSamplesSchema,
  SampleItem,
  SampleRow,
  sampleListSchema,
  sampleSchema,
} from "../schema/samples";
import { notOwn } from "./desk";

const columns = Prisma.sql`s.id, s.seed, s.period_from::text AS "periodFrom", s.period_to::text AS "periodTo",
  s.percent / 100 AS percent, s.at_least AS "atLeast", s.population, s.size, s.synthetic, n.weighty, n.open,
  to_char(s.drawn_at AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS"Z"') AS "drawnAt",
  to_char(s.closed_at AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS"Z"') AS "closedAt"`;
const counted = Prisma.sql`CROSS JOIN LATERAL (
  SELECT count(*) FILTER (WHERE i.cause = 'weighty')::int AS weighty,
    count(*) FILTER (WHERE i.outcome IS NULL OR i.outcome = 'needs_visit')::int AS open
  FROM verification_sample_items i WHERE i.alliance_id = s.alliance_id AND i.sample_id = s.id) n`;

export async function listSamples(
  db: Db,
  scope: TenantScope,
  { page, pageSize }: z.output<typeof listSamplesSchema>,
): Promise<z.input<typeof sampleListSchema>> {
  const [items, total] = await Promise.all([
    db.$queryRaw<SampleRow[]>`
      SELECT ${columns} FROM verification_samples s ${counted} WHERE s.alliance_id = ${scope.alliance.id}::uuid
      ORDER BY s.drawn_at DESC, s.id LIMIT ${pageSize} OFFSET ${(page - 1) * pageSize}`,
    db.verificationSample.count({ where: { allianceId: scope.alliance.id } }),
  ]);
  return { items, total, page, pageSize };
}

type Item = Omit<SampleItem, "mayFind"> & { others: boolean };

/** A sample with all that was drawn: a few hundred rows at most. */
export async function getSample(
  db: Db,
  scope: TenantScope,
  input: z.output<typeof getSampleSchema>,
): Promise<z.input<typeof sampleSchema>> {
  const [samples, items] = await Promise.all([
    db.$queryRaw<(SampleRow & { threshold: string; version: number })[]>`
      SELECT ${columns}, s.threshold, s.version FROM verification_samples s ${counted}
      WHERE s.alliance_id = ${scope.alliance.id}::uuid AND s.id = ${input.id}::uuid`,
    db.$queryRaw<Item[]>`
      SELECT i.record_id AS "recordId", o.title, g.name AS "organizationName", m.name_zh AS "metricZh", m.name_en AS "metricEn",
        m.unit_zh AS "unitZh", m.unit_en AS "unitEn", i.quantity::text AS quantity, i.cause::text AS cause,
        i.outcome::text AS outcome, i.note, i.version, o.version <> i.record_version AS changed,
        (${notOwn(scope)} AND o.verified_by_id IS DISTINCT FROM ${scope.actor.userId}::uuid) AS others
      FROM verification_sample_items i JOIN outcome_records o ON o.alliance_id = i.alliance_id AND o.id = i.record_id
      JOIN metric_definitions m ON m.code = o.metric_code JOIN organizations g ON g.id = o.organization_id
      WHERE i.alliance_id = ${scope.alliance.id}::uuid AND i.sample_id = ${input.id}::uuid
      ORDER BY i.cause, sample_digest((SELECT seed FROM verification_samples WHERE id = i.sample_id), i.record_id)`,
  ]);
  const sample = samples[0] ?? notFound();
  return {
    ...sample,
    items: items.map(({ others, ...item }) => ({
      ...item,
      mayFind: others && sample.closedAt === null && mayFind(item.outcome),
    })),
  };
}
