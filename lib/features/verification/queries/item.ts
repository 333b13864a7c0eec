import type { z } from "zod";
import { reachOf } from "@/lib/features/access/policy";
import { canDownload, isIndependent } from "@/lib/features/outcomes/policy";
import { getOutcomeForChange } from "@/lib/features/outcomes/queries/facts";
import { dayOf } from "@/lib/kernel/dates";
import type { TenantScope } from "@/lib/platform/corridor/use-case";
import type { Db } from "@/lib/platform/db/transaction";
import { forbidden } from "@/lib/platform/errors";
import type { DeskItem, getDeskItemSchema } from "../schema";

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
  const [found, before, samePaper] = await Promise.all([
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
          FROM stored_files t JOIN outcome_records o ON o.alliance_id = t.alliance_id AND o.file_id = t.id
          JOIN metric_definitions m ON m.code = o.metric_code JOIN organizations g ON g.id = o.organization_id
          WHERE t.alliance_id = ${allianceId}::uuid AND t.sha256 = ${record.file.sha256} AND o.id <> ${id}::uuid
            AND o.state <> 'superseded'
          ORDER BY o.occurred_on DESC, o.id LIMIT 5`
      : [],
  ]);
  const latest = found[0]?.version;
  // The verification raises the version by one; what was judged before a correction or a return is history.
  const current =
    latest !== undefined && latest >= record.version - (record.state === "verified" ? 1 : 0);
  const read = ({ kind, strength, details, version }: (typeof found)[number]): Found => ({
    kind,
    strength,
    details: details as Found["details"],
    version,
  });
  const isNow = (one: { version: number }) => current && one.version === latest;
  return {
    findings: found.filter(isNow).map(read),
    earlier: found.filter((one) => !isNow(one)).map(read),
    before: before.map((row) => ({
      ...row,
      occurredOn: dayOf(row.occurredOn),
      quantity: row.quantity.toFixed(2),
    })),
    samePaper,
    mayTakeBack:
      record.state === "published" &&
      reachOf("figure.approve", scope.actor.roles, allianceId)?.whole === true,
  };
}
