import type { z } from "zod";
import type { TenantScope } from "@/lib/platform/corridor/use-case";
import { instantText } from "@/lib/platform/db/sql";
import type { Db } from "@/lib/platform/db/transaction";
import { Prisma } from "@/prisma/generated/client";
import { mayAtAll, mayFor, mayWhole } from "../policy";
import { adjustmentAfter } from "../rules/states";
import type {
  AdjustmentRow,
  listAdjustmentsInput,
  listAdjustmentsOutput,
} from "../schema/adjustments";
import type { AdjustmentStep } from "../types";

type Row = Omit<AdjustmentRow, "may"> & { proposedById: string | null };

function mayOf(scope: TenantScope, row: Row): AdjustmentRow["may"] {
  const can = (step: AdjustmentStep) => adjustmentAfter(row.state, step) !== undefined;
  const own = mayFor(scope, "adjustment.propose", row.school.id);
  const decides = mayWhole(scope, "adjustment.endorse") && row.proposedById !== scope.actor.userId;
  return {
    endorse: can("endorse") && decides,
    refuse: can("refuse") && decides,
    carryOut: can("carry_out") && own,
    withdraw: can("withdraw") && own,
  };
}

/** 专业动态调整, the latest first. */
export async function listAdjustments(
  db: Db,
  scope: TenantScope,
  input: z.output<typeof listAdjustmentsInput>,
): Promise<z.input<typeof listAdjustmentsOutput>> {
  const parts = [Prisma.sql`a.alliance_id = ${scope.alliance.id}::uuid`];
  if (!scope.reach.whole) {
    parts.push(Prisma.sql`a.organization_id = ANY(${[...scope.reach.organizationIds]}::uuid[])`);
  }
  if (input.state) parts.push(Prisma.sql`a.state = ${input.state}::adjustment_state`);
  if (input.kind) parts.push(Prisma.sql`a.kind = ${input.kind}::adjustment_kind`);
  const where = Prisma.join(parts, " AND ");
  const [rows, totals] = await Promise.all([
    db.$queryRaw<Row[]>`
      SELECT a.id, a.kind::text AS kind, a.state::text AS state, a.academic_year AS "academicYear", a.reason, a.answer, a.version,
        ${instantText(Prisma.sql`a.state_since`)} AS "stateSince",
        a.proposed_by_id AS "proposedById", json_build_object('id', s.id, 'name', s.name) AS school,
        json_build_object('name', p.name, 'level', p.level) AS programme,
        json_build_object('id', d.id, 'enterprise', e.name, 'occupation', c.name, 'headcount', d.headcount,
          'academicYear', d.academic_year) AS demand
      FROM programme_adjustments a JOIN organizations s ON s.id = a.organization_id JOIN programmes p ON p.id = a.programme_id
        JOIN talent_demands d ON d.alliance_id = a.alliance_id AND d.id = a.demand_id
        JOIN organizations e ON e.id = d.organization_id
        JOIN occupations c ON c.alliance_id = d.alliance_id AND c.id = d.occupation_id
      WHERE ${where} ORDER BY a.state_since DESC, a.id DESC
      LIMIT ${input.pageSize} OFFSET ${(input.page - 1) * input.pageSize}`,
    db.$queryRaw<{ total: number }[]>`
      SELECT count(*)::int AS total FROM programme_adjustments a WHERE ${where}`,
  ]);
  return {
    items: rows.map((row) => ({ ...row, may: mayOf(scope, row) })),
    total: totals[0]?.total ?? 0,
    page: input.page,
    pageSize: input.pageSize,
    mayPropose: mayAtAll(scope, "adjustment.propose"),
  };
}
