import type { z } from "zod";
import type { TenantScope } from "@/lib/platform/corridor/use-case";
import type { Db } from "@/lib/platform/db/transaction";
import { Prisma } from "@/prisma/generated/client";
import { actsForAll, insideReach } from "../policy";
import type { EditionRow, editionPage, listEditionsInput } from "../schema/editions";

type Input = z.output<typeof listEditionsInput>;

const order: Record<Input["sort"], Prisma.Sql> = {
  "-year": Prisma.sql`e.year DESC, e.id`,
  year: Prisma.sql`e.year, e.id`,
  due: Prisma.sql`e.due_on, e.id`,
};

function conditions(scope: TenantScope, input: Input): Prisma.Sql {
  const parts = [Prisma.sql`e.alliance_id = ${scope.alliance.id}::uuid`];
  if (!insideReach(scope)) parts.push(Prisma.sql`e.state = 'published'`);
  if (input.state) parts.push(Prisma.sql`e.state = ${input.state}::edition_state`);
  if (input.year !== undefined) parts.push(Prisma.sql`e.year = ${input.year}`);
  if (input.metric) {
    const from = input.frozenFrom ?? null;
    parts.push(Prisma.sql`EXISTS (SELECT 1 FROM edition_figures f
      WHERE f.alliance_id = e.alliance_id AND f.edition_id = e.id AND f.round = e.snapshot_round
        AND f.kind = 'metric' AND f.code = ${input.metric}
        AND (${from}::timestamptz IS NULL OR f.as_of >= ${from}::timestamptz))`);
  }
  return Prisma.join(parts, " AND ");
}

export async function listEditions(
  db: Db,
  scope: TenantScope,
  input: Input,
): Promise<z.input<typeof editionPage>> {
  const where = conditions(scope, input);
  const [items, totals] = await Promise.all([
    db.$queryRaw<EditionRow[]>`
      SELECT e.id, e.year, e.title, e.state::text AS state, e.state_since AS "stateSince", e.due_on::text AS "dueOn",
        e.published_at AS "publishedAt", count(s.id) FILTER (WHERE s.state = 'accepted')::int AS accepted,
        count(s.id)::int AS sections
      FROM editions e LEFT JOIN edition_sections s ON s.alliance_id = e.alliance_id AND s.edition_id = e.id
      WHERE ${where} GROUP BY e.id ORDER BY ${order[input.sort]}
      LIMIT ${input.pageSize} OFFSET ${(input.page - 1) * input.pageSize}`,
    db.$queryRaw<{ total: number }[]>`
      SELECT count(*)::int AS total FROM editions e WHERE ${where}`,
  ]);
  return {
    items,
    total: totals[0]?.total ?? 0,
    page: input.page,
    pageSize: input.pageSize,
    mayCreate: actsForAll(scope, "edition.manage"),
  };
}
