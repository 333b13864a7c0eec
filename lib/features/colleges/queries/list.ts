import type { z } from "zod";
import type { TenantScope } from "@/lib/platform/corridor/use-case";
import { likePattern } from "@/lib/platform/db/sql";
import type { Db } from "@/lib/platform/db/transaction";
import { Prisma } from "@/prisma/generated/client";
import { internalReach, mayPropose } from "../policy";
import { isRemote } from "../rules/place";
import type { collegePage, listCollegesInput, proposalOutput } from "../schema/colleges";
import { waitingOf } from "./waiting";

type Input = z.output<typeof listCollegesInput>;
type Row = Omit<z.input<typeof collegePage>["items"][number], "remote" | "waiting"> & {
  schoolRegion: string | null;
  regionCode: string | null;
};

const order: Record<Input["sort"], Prisma.Sql> = {
  name: Prisma.sql`c.name, c.id`,
  "-name": Prisma.sql`c.name DESC, c.id DESC`,
  "-new": Prisma.sql`c.created_at DESC, c.id DESC`,
  waiting: Prisma.sql`c.state_since, c.id`,
};

const ofOrganization = (ids: Prisma.Sql): Prisma.Sql =>
  Prisma.sql`(c.school_id ${ids} OR c.id IN (SELECT y.college_id FROM college_parties y WHERE y.organization_id ${ids}))`;

/** What is approved, and one's own at every step: the same words as policy.seesCollege. */
export function visible(scope: TenantScope): Prisma.Sql | undefined {
  const reach = internalReach(scope);
  if (reach?.whole) return undefined;
  const approved = Prisma.sql`c.state NOT IN ('proposed', 'feasibility')`;
  const own = [...(reach?.organizationIds ?? [])];
  return own.length === 0
    ? approved
    : Prisma.sql`(${approved} OR ${ofOrganization(Prisma.sql`= ANY(${own}::uuid[])`)})`;
}

function conditions(scope: TenantScope, input: Input): Prisma.Sql {
  const like = input.q && likePattern(input.q.toLowerCase());
  const parts = [
    Prisma.sql`c.alliance_id = ${scope.alliance.id}::uuid`,
    visible(scope),
    input.kind && Prisma.sql`c.kind = ${input.kind}::college_kind`,
    input.state && Prisma.sql`c.state = ${input.state}::college_state`,
    input.mode && Prisma.sql`c.mode = ${input.mode}::college_mode`,
    input.level && Prisma.sql`c.level = ${input.level}::recognition_level`,
    input.organization && ofOrganization(Prisma.sql`= ${input.organization}::uuid`),
    like &&
      Prisma.sql`(lower(c.name) LIKE ${like} OR ${ofOrganization(
        Prisma.sql`IN (SELECT o.id FROM organizations o WHERE o.search_text LIKE ${like})`,
      )})`,
  ].filter((part) => typeof part === "object");
  return Prisma.join(parts, " AND ");
}

/** The list's own total, for a number that opens it. */
export const collegesCounted = (scope: TenantScope, input: Input): Prisma.Sql =>
  Prisma.sql`SELECT NULL::int AS year, count(*)::int AS count FROM colleges c WHERE ${conditions(scope, input)}`;

type Counts = { total: number; entity: number; nominal: number; provincial: number };

export async function listColleges(
  db: Db,
  scope: TenantScope,
  input: Input,
): Promise<z.input<typeof collegePage>> {
  const where = conditions(scope, input);
  const [[found], rows] = await Promise.all([
    db.$queryRaw<Counts[]>`
      SELECT count(*)::int AS total, (count(*) FILTER (WHERE c.mode = 'entity'))::int AS entity,
        (count(*) FILTER (WHERE c.mode = 'nominal'))::int AS nominal,
        (count(*) FILTER (WHERE c.level IN ('national', 'provincial')))::int AS provincial
      FROM colleges c WHERE ${where}`,
    db.$queryRaw<Row[]>`
      SELECT c.id, c.name, c.kind::text AS kind, c.level::text AS level, c.mode::text AS mode, c.state::text AS state,
        c.state_since AS "stateSince", c.place::text AS place, c.region_code AS "regionCode", s.region_code AS "schoolRegion",
        json_build_object('id', s.id, 'name', s.name) AS school,
        (SELECT count(*)::int FROM college_parties y WHERE y.alliance_id = c.alliance_id AND y.college_id = c.id) AS parties,
        coalesce((SELECT json_agg(json_build_object('id', o.id, 'name', o.name) ORDER BY y.id)
          FROM college_parties y JOIN organizations o ON o.id = y.organization_id
          WHERE y.alliance_id = c.alliance_id AND y.college_id = c.id), '[]') AS partners
      FROM colleges c JOIN organizations s ON s.id = c.school_id WHERE ${where} ORDER BY ${order[input.sort]}
      LIMIT ${input.pageSize} OFFSET ${(input.page - 1) * input.pageSize}`,
  ]);
  const waiting = await waitingOf(
    db,
    scope,
    rows.map(({ id }) => id),
  );
  const { total = 0, ...counts } = found ?? { entity: 0, nominal: 0, provincial: 0 };
  return {
    items: rows.map(({ schoolRegion, regionCode, ...row }) => ({
      ...row,
      remote: isRemote(schoolRegion, regionCode),
      waiting: waiting.get(row.id) ?? null,
    })),
    total,
    counts,
    page: input.page,
    pageSize: input.pageSize,
    mayPropose: mayPropose(scope),
  };
}

/** For whom the caller may propose a college: what the empty form starts from. */
export async function proposal(
  db: Db,
  scope: TenantScope,
): Promise<z.input<typeof proposalOutput>> {
  const own = await db.organization.findMany({
    where: { id: { in: [...scope.reach.organizationIds] } },
    select: { id: true, name: true },
  });
  return { anySchool: scope.reach.whole, own };
}
