import type { z } from "zod";
import { dayOf } from "@/lib/kernel/dates";
import type { TenantScope } from "@/lib/platform/corridor/use-case";
import type { Db } from "@/lib/platform/db/transaction";
import type { listVisitsSchema, visitListSchema } from "../schema/visits";

/** Site visits, the newest first, with what they were about. */
export async function listVisits(
  db: Db,
  scope: TenantScope,
  { organization, record, page, pageSize }: z.output<typeof listVisitsSchema>,
): Promise<z.input<typeof visitListSchema>> {
  const where = {
    allianceId: scope.alliance.id,
    ...(organization && { organizationId: organization }),
    ...(record && { records: { some: { recordId: record } } }),
  };
  const [rows, total] = await Promise.all([
    db.siteVisit.findMany({
      where,
      include: {
        organization: { select: { name: true } },
        records: { select: { record: { select: { id: true, title: true } } } },
        files: { select: { file: { select: { id: true, name: true } } } },
      },
      orderBy: [{ visitedOn: "desc" }, { id: "asc" }],
      skip: (page - 1) * pageSize,
      take: pageSize,
    }),
    db.siteVisit.count({ where }),
  ]);
  const items = rows.map((row) => ({
    ...row,
    organizationName: row.organization.name,
    visitedOn: dayOf(row.visitedOn),
    records: row.records.map((one) => one.record),
    files: row.files.map((one) => one.file),
  }));
  return { items, total, page, pageSize };
}
