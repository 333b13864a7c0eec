import type { z } from "zod";
import type { Day } from "@/lib/kernel/dates";
import type { TenantScope } from "@/lib/platform/corridor/use-case";
import { likePattern } from "@/lib/platform/db/sql";
import type { Db } from "@/lib/platform/db/transaction";
import { Prisma } from "@/prisma/generated/client";
import type { listResolutionsInput, listResolutionsOutput, ResolutionRow } from "../schema";
import { life, reviewed, stateOn, taskCountsOf } from "./state";

type Input = z.output<typeof listResolutionsInput>;

const orders: Record<Input["sort"], Prisma.Sql> = {
  "-number": Prisma.sql`r.year DESC, r.number DESC, r.id`,
  number: Prisma.sql`r.year ASC, r.number ASC, r.id`,
  "-adoptedOn": Prisma.sql`r.adopted_on DESC, r.number DESC, r.id`,
  adoptedOn: Prisma.sql`r.adopted_on ASC, r.number ASC, r.id`,
};

/** Which decisions stand under these filters; `from` and `life` name its tables. */
export function filters(scope: TenantScope, input: Input): Prisma.Sql {
  const parts = [Prisma.sql`r.alliance_id = ${scope.alliance.id}::uuid`];
  if (input.body) parts.push(Prisma.sql`r.body_id = ${input.body}::uuid`);
  if (input.year) parts.push(Prisma.sql`r.year = ${input.year}`);
  if (input.from) parts.push(Prisma.sql`r.year >= ${input.from}`);
  if (input.to) parts.push(Prisma.sql`r.year <= ${input.to}`);
  if (input.matter) parts.push(Prisma.sql`m.matter = ${input.matter}::matter`);
  if (input.q) {
    const pattern = likePattern(input.q);
    parts.push(Prisma.sql`(r.title ILIKE ${pattern} OR r.text ILIKE ${pattern})`);
  }
  if (input.state) parts.push(inState(input.state, scope.today));
  return Prisma.join(parts, " AND ");
}

function inState(state: NonNullable<Input["state"]>, today: Day): Prisma.Sql {
  if (state === "under_review") return reviewed;
  if (state === "no_task") {
    return Prisma.sql`(${stateOn(today)} IN ('adopted', 'in_force', 'amended')
      AND NOT EXISTS (SELECT 1 FROM tasks x WHERE x.alliance_id = r.alliance_id AND x.resolution_id = r.id))`;
  }
  return Prisma.sql`${stateOn(today)} = ${state}`;
}

export const from = Prisma.sql`resolutions r JOIN motions m ON m.alliance_id = r.alliance_id AND m.id = r.motion_id`;

/** Resolutions of the list by year, for a number that opens it. */
export const resolutionsCounted = (scope: TenantScope, input: Input): Prisma.Sql => Prisma.sql`
  SELECT r.year, count(*)::int AS count FROM ${from} ${life(scope.today)} WHERE ${filters(scope, input)} GROUP BY 1`;

export async function listResolutions(
  db: Db,
  scope: TenantScope,
  input: Input,
): Promise<z.input<typeof listResolutionsOutput>> {
  const where = filters(scope, input);
  const [items, totals] = await Promise.all([
    db.$queryRaw<ResolutionRow[]>`
      SELECT r.id, r.year, r.number, r.title, r.adopted_on::text AS "adoptedOn", r.effective_from::text AS "effectiveFrom",
        m.matter::text AS matter, m.outcome <> m.computed_outcome AS contradicted, i.meeting_id AS "meetingId",
        json_build_object('id', b.id, 'name', b.name, 'nameEn', b.name_en) AS body,
        CASE WHEN s.id IS NOT NULL
          THEN json_build_object('organizationId', o.id, 'name', o.name, 'number', s.number) END AS admitted
        , ${stateOn(scope.today)} AS state, ${reviewed} AS "underReview", ${taskCountsOf(scope.today)} AS tasks
      FROM ${from} ${life(scope.today)}
      JOIN agenda_items i ON i.alliance_id = m.alliance_id AND i.id = m.agenda_item_id
      JOIN governance_bodies b ON b.alliance_id = r.alliance_id AND b.id = r.body_id
      LEFT JOIN membership_applications a ON a.alliance_id = r.alliance_id AND a.resolution_id = r.id
      LEFT JOIN memberships s ON s.alliance_id = a.alliance_id AND s.id = a.membership_id
      LEFT JOIN organizations o ON o.id = s.organization_id
      WHERE ${where} ORDER BY ${orders[input.sort]}
      LIMIT ${input.pageSize} OFFSET ${(input.page - 1) * input.pageSize}`,
    db.$queryRaw<{ total: number }[]>`
      SELECT count(*)::int AS total FROM ${from} ${life(scope.today)} WHERE ${where}`,
  ]);
  return { items, total: totals[0]?.total ?? 0, page: input.page, pageSize: input.pageSize };
}
