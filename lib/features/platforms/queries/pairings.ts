import type { z } from "zod";
import { dayOf } from "@/lib/kernel/dates";
import type { TenantScope } from "@/lib/platform/corridor/use-case";
import { likePattern } from "@/lib/platform/db/sql";
import type { Db } from "@/lib/platform/db/transaction";
import { notFound } from "@/lib/platform/errors";
import { Prisma } from "@/prisma/generated/client";
import { mayManagePairings, mayVisitFor } from "../policy";
import { isVisitDue } from "../rules/visits";
import type {
  getPairingInput,
  listPairingsInput,
  PairingRow,
  pairingOutput,
  pairingPage,
} from "../schema/parks";

type Input = z.output<typeof listPairingsInput>;
type Row = Omit<PairingRow, "crossProvince" | "visitDue" | "mayVisit"> & {
  schoolRegion: string | null;
};

const columns = Prisma.sql`
  r.id, r.version, json_build_object('id', s.id, 'name', s.name) AS school, r.unit, s.region_code AS "schoolRegion",
  json_build_object('id', k.id, 'name', k.name, 'regionCode', k.region_code) AS park,
  r.school_liaison AS "schoolLiaison", r.park_liaison AS "parkLiaison", r.valid_from::text AS "validFrom",
  r.valid_to::text AS "validTo",
  (SELECT count(*)::int FROM pairing_visits v WHERE v.alliance_id = r.alliance_id AND v.pairing_id = r.id) AS visits,
  (SELECT max(v."on")::text FROM pairing_visits v WHERE v.alliance_id = r.alliance_id AND v.pairing_id = r.id) AS "lastVisitOn"`;
const tables = Prisma.sql`park_pairings r JOIN organizations s ON s.id = r.school_id JOIN organizations k ON k.id = r.park_id`;

function toRow(scope: TenantScope, { schoolRegion, ...row }: Row): PairingRow {
  const [from, to] = [schoolRegion, row.park.regionCode].map((code) => code?.slice(0, 2));
  return {
    ...row,
    crossProvince: from !== undefined && to !== undefined && from !== to,
    visitDue: isVisitDue(row, scope.today),
    mayVisit:
      (row.validTo === null || row.validTo >= scope.today) && mayVisitFor(scope, row.school.id),
  };
}

export async function listPairings(
  db: Db,
  scope: TenantScope,
  input: Input,
): Promise<z.input<typeof pairingPage>> {
  const like = input.q && likePattern(input.q.toLowerCase());
  const standing = Prisma.sql`coalesce(r.valid_to, 'infinity') >= ${scope.today}::date`;
  const where = Prisma.sql`r.alliance_id = ${scope.alliance.id}::uuid
    AND ${input.active === "true" ? standing : Prisma.sql`NOT (${standing})`}
    AND ${like ? Prisma.sql`(lower(r.unit) LIKE ${like} OR s.search_text LIKE ${like} OR k.search_text LIKE ${like})` : Prisma.sql`true`}`;
  const [[counts], rows] = await Promise.all([
    db.$queryRaw<{ total: number; parks: number }[]>`
      SELECT count(*)::int AS total, count(DISTINCT r.park_id)::int AS parks FROM ${tables} WHERE ${where}`,
    db.$queryRaw<Row[]>`
      SELECT ${columns} FROM ${tables} WHERE ${where} ORDER BY s.pinyin, r.unit, r.id
      LIMIT ${input.pageSize} OFFSET ${(input.page - 1) * input.pageSize}`,
  ]);
  return {
    items: rows.map((row) => toRow(scope, row)),
    total: counts?.total ?? 0,
    parks: counts?.parks ?? 0,
    page: input.page,
    pageSize: input.pageSize,
    today: scope.today,
    mayManage: mayManagePairings(scope),
  };
}

/** One pairing with its visits; what was said on them is for those inside. */
export async function getPairing(
  db: Db,
  scope: TenantScope,
  input: z.output<typeof getPairingInput>,
): Promise<z.input<typeof pairingOutput>> {
  const [row] = await db.$queryRaw<Row[]>`
    SELECT ${columns} FROM ${tables} WHERE r.alliance_id = ${scope.alliance.id}::uuid AND r.id = ${input.pairingId}::uuid`;
  if (!row) return notFound();
  const { note, endReason, visits } = await db.parkPairing.findUniqueOrThrow({
    where: { allianceId_id: { allianceId: scope.alliance.id, id: row.id } },
    include: { visits: { orderBy: [{ on: "desc" }, { id: "desc" }] } },
  });
  const inside = scope.reach.whole;
  return {
    ...toRow(scope, row),
    today: scope.today,
    note: inside ? note : null,
    endReason: inside ? endReason : null,
    mayManage: mayManagePairings(scope) && row.validTo === null,
    log: inside ? visits.map((visit) => ({ ...visit, on: dayOf(visit.on) })) : [],
  };
}
