import type { z } from "zod";
import { dayIn } from "@/lib/kernel/dates";
import type { TenantScope } from "@/lib/platform/corridor/use-case";
import { likePattern } from "@/lib/platform/db/sql";
import type { Db } from "@/lib/platform/db/transaction";
import { Prisma } from "@/prisma/generated/client";
import { mayWritePlatforms } from "../policy";
import { platformWaitsFor, platformWaitsSince } from "../rules/states";
import type { listPlatformsInput, platformPage } from "../schema/platforms";

type Input = z.output<typeof listPlatformsInput>;
type Page = z.input<typeof platformPage>;
type Item = Page["items"][number];
type Waited = Pick<Item, "state"> & { stateSince: Date; createdAt: Date; asked: boolean };
type Row = Omit<Item, "waiting" | "waitingSince"> & Waited;

const order: Record<Input["sort"], Prisma.Sql> = {
  name: Prisma.sql`f.name, f.id`,
  "-name": Prisma.sql`f.name DESC, f.id DESC`,
  level: Prisma.sql`f.level NULLS LAST, f.name, f.id`,
  "-new": Prisma.sql`f.created_at DESC, f.id DESC`,
};

const ofOrganization = (ids: Prisma.Sql): Prisma.Sql =>
  Prisma.sql`(f.host_id ${ids} OR f.id IN (SELECT y.platform_id FROM platform_parties y WHERE y.organization_id ${ids}))`;

function conditions(scope: TenantScope, input: Input): Prisma.Sql {
  const like = input.q && likePattern(input.q.toLowerCase());
  const parts = [
    Prisma.sql`f.alliance_id = ${scope.alliance.id}::uuid`,
    input.kind && Prisma.sql`f.kind = ${input.kind}::platform_kind`,
    input.level && Prisma.sql`f.level = ${input.level}::recognition_level`,
    input.state && Prisma.sql`f.state = ${input.state}::platform_state`,
    input.shared && Prisma.sql`f.shared = ${input.shared === "true"}`,
    input.college && Prisma.sql`f.college_id = ${input.college}::uuid`,
    input.organization && ofOrganization(Prisma.sql`= ${input.organization}::uuid`),
    like &&
      Prisma.sql`(lower(f.name) LIKE ${like} OR ${ofOrganization(
        Prisma.sql`IN (SELECT o.id FROM organizations o WHERE o.search_text LIKE ${like})`,
      )})`,
  ].filter((part) => typeof part === "object");
  return Prisma.join(parts, " AND ");
}

/** The list's own total, for a number that opens it. */
export const platformsCounted = (scope: TenantScope, input: Input): Prisma.Sql =>
  Prisma.sql`SELECT NULL::int AS year, count(*)::int AS count FROM platforms f WHERE ${conditions(scope, input)}`;

/** Value of what is in use, and the number of its parties. */
const rowColumns = Prisma.sql`
  f.id, f.name, f.kind::text AS kind, f.level::text AS level, f.state::text AS state, f.shared,
  f.state_since AS "stateSince", f.created_at AS "createdAt",
  EXISTS (SELECT 1 FROM platform_parties y WHERE y.alliance_id = f.alliance_id AND y.platform_id = f.id
    AND y.state = 'pending') AS asked,
  CASE WHEN h.id IS NULL THEN NULL ELSE json_build_object('id', h.id, 'name', h.name) END AS host,
  (SELECT count(*)::int FROM platform_parties y WHERE y.alliance_id = f.alliance_id AND y.platform_id = f.id) AS parties,
  (SELECT coalesce(sum(q.value), 0)::numeric(18,2)::text FROM platform_equipment q
   WHERE q.alliance_id = f.alliance_id AND q.platform_id = f.id AND q.retired_on IS NULL) AS "equipmentValue"`;

/** For whom it waits, and since which day. */
export function waitingOf(
  { alliance }: TenantScope,
  { state, stateSince, createdAt, asked }: Waited,
): Pick<Item, "waiting" | "waitingSince"> {
  const waiting = platformWaitsFor(state, asked);
  const waitingSince = platformWaitsSince(waiting, {
    stateSince: dayIn(stateSince, alliance.timeZone),
    enteredOn: dayIn(createdAt, alliance.timeZone),
  });
  return { waiting, waitingSince };
}

export async function listPlatforms(db: Db, scope: TenantScope, input: Input): Promise<Page> {
  const where = conditions(scope, input);
  const [levels, rows] = await Promise.all([
    db.$queryRaw<Page["levels"]>`
      SELECT f.level::text AS level, count(*)::int AS count FROM platforms f WHERE ${where}
      GROUP BY f.level ORDER BY f.level NULLS LAST`,
    db.$queryRaw<Row[]>`
      SELECT ${rowColumns}, coalesce((SELECT json_agg(json_build_object('id', o.id, 'name', o.name) ORDER BY y.id)
        FROM platform_parties y JOIN organizations o ON o.id = y.organization_id
        WHERE y.alliance_id = f.alliance_id AND y.platform_id = f.id AND y.state <> 'declined'), '[]') AS partners
      FROM platforms f LEFT JOIN organizations h ON h.id = f.host_id
      WHERE ${where} ORDER BY ${order[input.sort]}
      LIMIT ${input.pageSize} OFFSET ${(input.page - 1) * input.pageSize}`,
  ]);
  return {
    items: rows.map(({ stateSince, createdAt, asked, ...row }) => ({
      ...row,
      ...waitingOf(scope, { state: row.state, stateSince, createdAt, asked }),
    })),
    levels,
    total: levels.reduce((sum, { count }) => sum + count, 0),
    page: input.page,
    pageSize: input.pageSize,
    mayWrite: mayWritePlatforms(scope),
  };
}
