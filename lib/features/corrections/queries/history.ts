import type { z } from "zod";
import { canDownload } from "@/lib/features/outcomes/policy";
import { getOutcomeForChange } from "@/lib/features/outcomes/queries/facts";
import { isApproved } from "@/lib/features/outcomes/rules/states";
import { reaches } from "@/lib/platform/corridor/permission";
import type { TenantScope } from "@/lib/platform/corridor/use-case";
import type { Db } from "@/lib/platform/db/transaction";
import { caseReach, mayRequest } from "../policy";
import type { RecordHistory, recordHistorySchema } from "../schema";
import { nameAll, saidOf } from "./facts";

/** What an approved record said, until when, and by which case it changed. */
export async function recordHistory(
  db: Db,
  scope: TenantScope,
  input: z.output<typeof recordHistorySchema>,
): Promise<RecordHistory> {
  const record = await getOutcomeForChange(db, scope, input.recordId);
  const at = { allianceId: scope.alliance.id, recordId: record.id };
  const [versions, open] = await Promise.all([
    db.outcomeVersion.findMany({
      where: at,
      include: { case: { select: { number: true } } },
      orderBy: { version: "desc" },
    }),
    db.correctionCase.findFirst({ where: { ...at, state: { in: ["requested", "endorsed"] } } }),
  ]);
  const papers = canDownload(scope, record);
  const [now, ...then] = await nameAll(
    db,
    scope.alliance.id,
    [record, ...versions].map(saidOf),
    papers,
  );
  if (!now) throw new Error(`a record that says nothing: ${record.id}`);
  const reach = caseReach(scope);
  const mayOpen = reach !== undefined && reaches(reach, record.organizationId);
  return {
    record: { id: record.id, title: record.title, version: record.version, said: now },
    versions: versions.flatMap((row, place) => {
      const said = then[place];
      if (!said) return [];
      const { version, caseId } = row;
      return [
        { ...said, version, caseId, until: row.until.toISOString(), caseNumber: row.case.number },
      ];
    }),
    open: mayOpen && open ? { id: open.id, number: open.number } : null,
    mayOpen,
    mayRequest: isApproved(record.state) && !open && mayRequest(scope, record.organizationId),
  };
}
