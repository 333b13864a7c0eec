import type { z } from "zod";
import type { TenantScope } from "@/lib/platform/corridor/use-case";
import { likePattern } from "@/lib/platform/db/sql";
import type { Db } from "@/lib/platform/db/transaction";
import { Prisma } from "@/prisma/generated/client";
import type { InterestRow, listInput, listOutput } from "./schema";

type Input = z.output<typeof listInput>;

function filters(scope: TenantScope, input: Input): Prisma.Sql {
  const parts = [Prisma.sql`n.alliance_id = ${scope.alliance.id}::uuid`];
  if (!scope.reach.whole) {
    parts.push(
      Prisma.sql`(n.person_id = ${scope.actor.personId}::uuid OR n.declared_by_id = ${scope.actor.userId}::uuid)`,
    );
  }
  if (input.kind) parts.push(Prisma.sql`n.kind = ${input.kind}::interest_kind`);
  if (input.q) {
    const pattern = likePattern(input.q);
    parts.push(
      Prisma.sql`(p.name ILIKE ${pattern} OR o.name ILIKE ${pattern} OR c.name ILIKE ${pattern})`,
    );
  }
  return Prisma.join(parts, " AND ");
}

/** The register: whole for the secretariat and the supervisors, the own declarations for everybody else. */
export async function listInterests(
  db: Db,
  scope: TenantScope,
  input: Input,
): Promise<z.input<typeof listOutput>> {
  const where = filters(scope, input);
  const from = Prisma.sql`FROM interests n JOIN organizations c ON c.id = n.counterpart_id
    LEFT JOIN organizations o ON o.id = n.organization_id LEFT JOIN people p ON p.id = n.person_id WHERE ${where}`;
  const [items, totals] = await Promise.all([
    db.$queryRaw<InterestRow[]>`
      SELECT n.id, n.kind::text AS kind, coalesce(p.name, o.name) AS name, c.name AS counterpart, n.note,
        n.valid_from::text AS "validFrom", n.valid_to::text AS "validTo",
        coalesce(n.valid_to < ${scope.today}::date, false) AS ended,
        coalesce(n.declared_by_id = ${scope.actor.userId}::uuid, false) AS own
      ${from} ORDER BY ended, n.valid_from DESC, n.id
      LIMIT ${input.pageSize} OFFSET ${(input.page - 1) * input.pageSize}`,
    db.$queryRaw<{ total: number }[]>`SELECT count(*)::int AS total ${from}`,
  ]);
  return { items, total: totals[0]?.total ?? 0, page: input.page, pageSize: input.pageSize };
}
