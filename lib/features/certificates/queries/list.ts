import type { z } from "zod";
import { reachOf } from "@/lib/features/access/policy";
import type { TenantScope } from "@/lib/platform/corridor/use-case";
import type { Db } from "@/lib/platform/db/transaction";
import { Prisma } from "@/prisma/generated/client";
import type { CertificateRow, certificateList, listCertificatesInput } from "../schema";

type Input = z.output<typeof listCertificatesInput>;

const orders: Record<Input["sort"], Prisma.Sql> = {
  "-year": Prisma.sql`c.year DESC, c.created_at DESC, c.id`,
  year: Prisma.sql`c.year, c.created_at DESC, c.id`,
  stateSince: Prisma.sql`c.state_since, c.id`,
};

/** Private by default: the secretariat and the supervisors, the enterprise, and the member named on it. */
function filters(scope: TenantScope, input: Input): Prisma.Sql {
  const own = [...scope.reach.organizationIds];
  const parts = [
    Prisma.sql`c.alliance_id = ${scope.alliance.id}::uuid`,
    !scope.reach.whole &&
      Prisma.sql`(c.enterprise_id = ANY(${own}::uuid[]) OR c.claimant_id = ANY(${own}::uuid[]))`,
    input.year && Prisma.sql`c.year = ${input.year}`,
    input.state && Prisma.sql`c.state = ${input.state}::certificate_state`,
    input.enterprise && Prisma.sql`c.enterprise_id = ${input.enterprise}::uuid`,
    input.usableBy &&
      Prisma.sql`c.state = 'sealed' AND ${input.usableBy}::uuid IN (c.enterprise_id, c.claimant_id)`,
  ].filter((part) => typeof part === "object");
  return Prisma.join(parts, " AND ");
}

export async function listCertificates(
  db: Db,
  scope: TenantScope,
  input: Input,
): Promise<z.input<typeof certificateList>> {
  const where = filters(scope, input);
  const [rows, totals] = await Promise.all([
    db.$queryRaw<(Omit<CertificateRow, "stateSince"> & { stateSince: Date })[]>`
      SELECT c.id, c.version, c.year, json_build_object('id', e.id, 'name', e.name) AS enterprise,
        CASE WHEN s.id IS NOT NULL THEN json_build_object('id', s.id, 'name', s.name) END AS claimant, p.title AS "projectTitle",
        c.output_increase::text AS "outputIncrease", c.taxes::text AS taxes, c.savings::text AS savings,
        (coalesce(c.output_increase, 0) + coalesce(c.taxes, 0) + coalesce(c.savings, 0))::numeric(20, 2)::text AS total,
        c.state::text AS state, c.state_since AS "stateSince", c.synthetic
      FROM benefit_certificates c JOIN organizations e ON e.id = c.enterprise_id
      LEFT JOIN organizations s ON s.id = c.claimant_id
      LEFT JOIN projects p ON p.alliance_id = c.alliance_id AND p.id = c.project_id
      WHERE ${where} ORDER BY ${orders[input.sort]}
      LIMIT ${input.pageSize} OFFSET ${(input.page - 1) * input.pageSize}`,
    db.$queryRaw<{ total: number }[]>`
      SELECT count(*)::int AS total FROM benefit_certificates c WHERE ${where}`,
  ]);
  return {
    items: rows.map((row) => ({ ...row, stateSince: row.stateSince.toISOString() })),
    total: totals[0]?.total ?? 0,
    page: input.page,
    pageSize: input.pageSize,
    mayPrepare:
      !scope.actor.readOnly &&
      reachOf("certificate.prepare", scope.actor.roles, scope.alliance.id) !== undefined,
  };
}
