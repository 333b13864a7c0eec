import type { z } from "zod";
import { reachOf } from "@/lib/features/access/policy";
import { canDownload, isIndependent } from "@/lib/features/outcomes/policy";
import { getOutcomeForChange } from "@/lib/features/outcomes/queries/facts";
import { dayOf } from "@/lib/kernel/dates";
import type { TenantScope } from "@/lib/platform/corridor/use-case";
import type { Db } from "@/lib/platform/db/transaction";
import { forbidden } from "@/lib/platform/errors";
import type { DeskItem, getDeskItemSchema } from "../schema/desk";

/** What stands above the record and keeps its publication: an approved report of its year, an approved cycle. */
export async function heldAbove(db: Db, scope: TenantScope, id: string): Promise<string | null> {
  const rows = await db.$queryRaw<{ above: string | null }[]>`
    SELECT outcome_held_above(o.alliance_id, o.metric_code, o.year, o.occurred_on) AS above FROM outcome_records o
    WHERE o.alliance_id = ${scope.alliance.id}::uuid AND o.id = ${id}::uuid`;
  return rows[0]?.above ?? null;
}

const readingsOf = async (db: Db, allianceId: string, recordId: string) => {
  const rows = await db.outcomeReading.findMany({
    where: { allianceId, recordId },
    orderBy: { version: "desc" },
  });
  return rows.map((row) => ({
    ...row,
    paperOn: row.paperOn && dayOf(row.paperOn),
    readAt: row.readAt.toISOString(),
  }));
};

const visitsOf = async (db: Db, allianceId: string, recordId: string) => {
  const rows = await db.siteVisit.findMany({
    where: { allianceId, records: { some: { recordId } } },
    orderBy: [{ visitedOn: "desc" }, { id: "asc" }],
    take: 5,
    select: { id: true, visitedOn: true, place: true, findings: true },
  });
  return rows.map((row) => ({ ...row, visitedOn: dayOf(row.visitedOn) }));
};

type Found = DeskItem["earlier"][number];

/** What stands beside the value: findings, what was reported before, and what else the same paper proves. */
export async function getDeskItem(
  db: Db,
  scope: TenantScope,
  input: z.output<typeof getDeskItemSchema>,
): Promise<DeskItem> {
  const record = await getOutcomeForChange(db, scope, input.id);
  // no verifier opens an item of the own organization or of the own hand.
  if (!isIndependent(scope, record)) forbidden();
  const { id, organizationId, metricCode, occurredOn } = record;
  const allianceId = scope.alliance.id;
  const [found, before, samePaper, readings, visits, heldBy] = await Promise.all([
    db.outcomeFinding.findMany({
      where: { allianceId, recordId: id },
      orderBy: [{ version: "desc" }, { strength: "asc" }, { kind: "asc" }],
    }),
    db.outcomeRecord.findMany({
      where: {
        allianceId,
        organizationId,
        metricCode,
        state: { in: ["verified", "published"] },
        id: { not: id },
        occurredOn: { lt: occurredOn },
      },
      orderBy: [{ occurredOn: "desc" }, { id: "asc" }],
      take: 3,
      select: { id: true, title: true, occurredOn: true, quantity: true },
    }),
    canDownload(scope, record) && record.file
      ? db.$queryRaw<DeskItem["samePaper"]>`
          SELECT o.id, o.title, m.name_zh AS "metricZh", m.name_en AS "metricEn", g.name AS "organizationName"
          FROM outcome_records n JOIN stored_files t ON t.alliance_id = n.alliance_id
          JOIN outcome_records o ON o.alliance_id = t.alliance_id AND o.file_id = t.id
          JOIN metric_definitions m ON m.code = o.metric_code JOIN organizations g ON g.id = o.organization_id
          WHERE n.alliance_id = ${allianceId}::uuid AND n.id = ${id}::uuid AND t.sha256 = ${record.file.sha256} AND o.id <> n.id
            AND o.state <> 'superseded' AND NOT of_one_training(n, o)
          ORDER BY o.occurred_on DESC, o.id LIMIT 5`
      : [],
    readingsOf(db, allianceId, id),
    visitsOf(db, allianceId, id),
    heldAbove(db, scope, id),
  ]);
  // Of an approved record the version that was verified; of a waiting one its own (outcome_judged_version).
  const approved = record.state === "verified" || record.state === "published";
  const judged = approved ? (readings[0]?.version ?? record.version - 1) : record.version;
  const read = ({ kind, strength, details, version }: (typeof found)[number]): Found => ({
    kind,
    strength,
    details: details as Found["details"],
    version,
  });
  const isNow = (one: { version: number }) => one.version === judged;
  return {
    findings: found.filter(isNow).map(read),
    earlier: found.filter((one) => !isNow(one)).map(read),
    before: before.map((row) => ({
      ...row,
      occurredOn: dayOf(row.occurredOn),
      quantity: row.quantity.toFixed(2),
    })),
    samePaper,
    readings,
    visits,
    heldBy,
    mayTakeBack:
      heldBy === null &&
      record.state === "published" &&
      reachOf("figure.approve", scope.actor.roles, allianceId)?.whole === true,
  };
}
