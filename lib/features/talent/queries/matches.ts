import type { z } from "zod";
import type { TenantScope } from "@/lib/platform/corridor/use-case";
import { instantText } from "@/lib/platform/db/sql";
import type { Db } from "@/lib/platform/db/transaction";
import { notFound } from "@/lib/platform/errors";
import { Prisma } from "@/prisma/generated/client";
import type {
  Candidate,
  candidatesInput,
  candidatesOutput,
  listMatchesInput,
  listMatchesOutput,
  MatchCard,
} from "../schema/supply";
import { matchStates } from "../types";
import { supplyFrom } from "./supplies";

/** Published graduates of the programmes that lead to the occupation, in the year of the demand and the one before. */
export async function matchCandidates(
  db: Db,
  scope: TenantScope,
  { demandId }: z.output<typeof candidatesInput>,
): Promise<z.input<typeof candidatesOutput>> {
  const allianceId = scope.alliance.id;
  const where = { allianceId_id: { allianceId, id: demandId } };
  const demand = (await db.talentDemand.findUnique({ where })) ?? notFound();
  const items = await db.$queryRaw<Candidate[]>`
    SELECT y.id AS "supplyId", json_build_object('id', s.id, 'name', s.name) AS school, p.name AS programme,
      y.academic_year AS "academicYear", y.graduates, y.graduates - y.taken AS free
    FROM ${supplyFrom} JOIN occupation_programmes m ON m.programme_id = p.id AND m.alliance_id = y.alliance_id
    WHERE y.alliance_id = ${allianceId}::uuid AND m.occupation_id = ${demand.occupationId}::uuid AND y.state = 'published'
      AND y.academic_year IN (${demand.academicYear}, ${demand.academicYear - 1}) AND y.graduates > y.taken
      AND NOT EXISTS (SELECT 1 FROM talent_matches t WHERE t.demand_id = ${demandId}::uuid AND t.supply_id = y.id
        AND t.state IN ('suggested', 'contacted', 'agreed'))
    ORDER BY y.academic_year DESC, free DESC, s.pinyin, p.name, y.id LIMIT 50`;
  return { open: demand.headcount - demand.taken, items };
}

/** An office sees all matches, an enterprise and a school those in which it is a side. */
function visible(scope: TenantScope): Prisma.Sql {
  if (scope.reach.whole) return Prisma.sql`TRUE`;
  const own = Prisma.sql`ANY(${[...scope.reach.organizationIds]}::uuid[])`;
  return Prisma.sql`(d.organization_id = ${own} OR o.organization_id = ${own})`;
}

const from = Prisma.sql`talent_matches t JOIN talent_demands d ON d.alliance_id = t.alliance_id AND d.id = t.demand_id
  JOIN organizations e ON e.id = d.organization_id JOIN occupations c ON c.alliance_id = d.alliance_id AND c.id = d.occupation_id
  JOIN talent_supplies y ON y.alliance_id = t.alliance_id AND y.id = t.supply_id
  JOIN programme_offerings o ON o.id = y.offering_id JOIN programmes p ON p.id = o.programme_id
  JOIN organizations s ON s.id = o.organization_id`;

type Counted = { state: (typeof matchStates)[number]; matches: number; heads: number };

/** The board: every match with both sides, the latest first. */
export async function listMatches(
  db: Db,
  scope: TenantScope,
  input: z.output<typeof listMatchesInput>,
): Promise<z.input<typeof listMatchesOutput>> {
  const here = Prisma.sql`t.alliance_id = ${scope.alliance.id}::uuid AND ${visible(scope)}`;
  const state = input.state ? Prisma.sql`t.state = ${input.state}::match_state` : Prisma.sql`TRUE`;
  const [items, counts] = await Promise.all([
    db.$queryRaw<MatchCard[]>`
      SELECT t.id, t.demand_id AS "demandId", json_build_object('id', e.id, 'name', e.name) AS enterprise,
        json_build_object('id', c.id, 'name', c.name, 'nameEn', c.name_en) AS occupation, d.skill_level::text AS "skillLevel",
        json_build_object('id', s.id, 'name', s.name) AS school, p.name AS programme, t.state::text AS state,
        ${instantText(Prisma.sql`t.state_since`)} AS "stateSince",
        t.quantity, t.hired, t.form::text AS form
      FROM ${from} WHERE ${here} AND ${state} ORDER BY t.state_since DESC, t.id DESC
      LIMIT ${input.pageSize} OFFSET ${(input.page - 1) * input.pageSize}`,
    db.$queryRaw<Counted[]>`
      SELECT t.state::text AS state, count(*)::int AS matches,
        sum(CASE WHEN t.state = 'result' THEN t.hired ELSE t.quantity END)::int AS heads
      FROM ${from} WHERE ${here} GROUP BY t.state`,
  ]);
  const counted = matchStates.map(
    (one) => counts.find((row) => row.state === one) ?? { state: one, matches: 0, heads: 0 },
  );
  return {
    items,
    total: counted
      .filter((row) => !input.state || row.state === input.state)
      .reduce((sum, row) => sum + row.matches, 0),
    page: input.page,
    pageSize: input.pageSize,
    counts: counted,
  };
}
