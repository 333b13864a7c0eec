import type { z } from "zod";
import type { TenantScope } from "@/lib/platform/corridor/use-case";
import { instantText } from "@/lib/platform/db/sql";
import type { Db } from "@/lib/platform/db/transaction";
import { Prisma } from "@/prisma/generated/client";
import { caseReach } from "../policy";
import type { CorrectionRow, correctionListSchema, listCorrectionsSchema } from "../schema";

type Input = z.output<typeof listCorrectionsSchema>;

const orders: Record<Input["sort"], Prisma.Sql> = {
  "-number": Prisma.sql`c.number DESC`,
  number: Prisma.sql`c.number`,
  requestedAt: Prisma.sql`c.requested_at, c.number`,
};

/** Which cases `c` of records `o` the reader sees under these filters; `from` names the tables. */
export function conditions(scope: TenantScope, input: Input): Prisma.Sql {
  const reach = caseReach(scope);
  const own = [...(reach?.organizationIds ?? [])];
  const parts = [
    Prisma.sql`c.alliance_id = ${scope.alliance.id}::uuid`,
    reach?.whole ? undefined : Prisma.sql`o.organization_id = ANY(${own}::uuid[])`,
    input.state === "open" && Prisma.sql`c.state IN ('requested', 'endorsed')`,
    input.state && input.state !== "open" && Prisma.sql`c.state = ${input.state}::correction_state`,
    input.metric && Prisma.sql`o.metric_code = ${input.metric}`,
    input.organization && Prisma.sql`o.organization_id = ${input.organization}::uuid`,
    input.record && Prisma.sql`c.record_id = ${input.record}::uuid`,
  ].filter((part) => typeof part === "object");
  return Prisma.join(parts, " AND ");
}

export const from = Prisma.sql`correction_cases c
  JOIN outcome_records o ON o.alliance_id = c.alliance_id AND o.id = c.record_id`;

export async function listCorrections(
  db: Db,
  scope: TenantScope,
  input: Input,
): Promise<z.input<typeof correctionListSchema>> {
  const where = conditions(scope, input);
  const [items, counts] = await Promise.all([
    db.$queryRaw<CorrectionRow[]>`
      SELECT c.id, c.number, c.state::text AS state, c.reason_code::text AS "reasonCode", c.record_id AS "recordId", o.title,
        m.name_zh AS "metricZh", m.name_en AS "metricEn", g.id AS "organizationId", g.name AS "organizationName",
        coalesce(v.quantity, o.quantity)::text AS "oldQuantity", c.new_quantity::text AS "newQuantity", c.withdraws,
        ${instantText(Prisma.sql`c.requested_at`)} AS "requestedAt", ${instantText(Prisma.sql`c.decided_at`)} AS "decidedAt"
      FROM ${from} JOIN metric_definitions m ON m.code = o.metric_code JOIN organizations g ON g.id = o.organization_id
      LEFT JOIN outcome_versions v ON v.alliance_id = c.alliance_id AND v.case_id = c.id
      WHERE ${where} ORDER BY ${orders[input.sort]}
      LIMIT ${input.pageSize} OFFSET ${(input.page - 1) * input.pageSize}`,
    db.$queryRaw<{ total: number }[]>`SELECT count(*)::int AS total FROM ${from} WHERE ${where}`,
  ]);
  return { items, total: counts[0]?.total ?? 0, page: input.page, pageSize: input.pageSize };
}
