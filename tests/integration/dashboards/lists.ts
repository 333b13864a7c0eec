import { listAgreementsQuery } from "@/lib/features/agreements/procedures";
import { listCallsQuery } from "@/lib/features/calls/procedures/needs";
import { listCollegesQuery } from "@/lib/features/colleges/procedures/colleges";
import { partsProcedure } from "@/lib/features/dashboards/procedures";
import type { MetricNumber } from "@/lib/features/dashboards/schema";
import type { DrillList } from "@/lib/features/dashboards/types";
import { listLedgerProcedure } from "@/lib/features/funds/procedures/entries";
import { fundSummaryProcedure } from "@/lib/features/funds/procedures/reports";
import { listMeetingsQuery } from "@/lib/features/meetings/procedures/record";
import { list as listMembersProcedure } from "@/lib/features/memberships/procedures/register";
import { registeredCount } from "@/lib/features/metrics/rules";
import type { CountSource } from "@/lib/features/metrics/types";
import { listOutcomesProcedure } from "@/lib/features/outcomes/procedures/records";
import { listPlatformsQuery } from "@/lib/features/platforms/procedures/platforms";
import { listProjectsProcedure } from "@/lib/features/projects/procedures/projects";
import { listResolutionsQuery } from "@/lib/features/resolutions/procedures";
import { listTasksQuery } from "@/lib/features/tasks/procedures";
import { ask } from "@/lib/platform/corridor/faces";
import type { Call } from "@/lib/platform/corridor/invoke";
import type { Query } from "@/lib/platform/corridor/use-case";
import { AppError } from "@/lib/platform/errors";

const lists: Record<Exclude<DrillList, "funds">, Query> = {
  members: listMembersProcedure,
  meetings: listMeetingsQuery,
  decisions: listResolutionsQuery,
  tasks: listTasksQuery,
  projects: listProjectsProcedure,
  agreements: listAgreementsQuery,
  colleges: listCollegesQuery,
  platforms: listPlatformsQuery,
  calls: listCallsQuery,
  "funds/ledger": listLedgerProcedure,
  outcomes: listOutcomesProcedure,
  "dashboard/parts": partsProcedure,
};

const ofSource: Partial<Record<CountSource, DrillList>> = { resolutions: "decisions" };

const closed: ReadonlySet<string> = new Set(["unauthenticated", "forbidden"]);

/** Does the list of this source answer the reader at all? */
export async function isOpen(call: Call, source: CountSource): Promise<boolean> {
  const list = ofSource[source] ?? source;
  try {
    await ask(lists[list as keyof typeof lists], call, {});
    return true;
  } catch (error) {
    if (error instanceof AppError && closed.has(error.code)) return false;
    throw error;
  }
}

type Listed = {
  total: number;
  records?: number;
  quantity?: string | null;
  sums?: { cash: string; inKind: string };
};

/** What the list behind a number says: how many rows, and their sum where the list adds them. */
export async function behind(
  call: Call,
  number: MetricNumber,
): Promise<{ records: number; value: string | null | undefined }> {
  const { drill } = number;
  if (!drill) throw new Error(`nothing behind ${number.code}`);
  const filter = registeredCount(number.code)?.filter;
  if (drill.list === "funds") {
    const summary = await ask(fundSummaryProcedure, call, drill.search);
    const side = summary.sides[filter?.side as "promised"];
    return { records: number.records, value: filter?.cash === "true" ? side?.cash : side?.inKind };
  }
  const found = (await ask(lists[drill.list], call, drill.search)) as Listed;
  if (found.sums) {
    const { cash, inKind } = found.sums;
    return { records: found.total, value: filter?.cash === "true" ? cash : inKind };
  }
  // The shares of a past day stand for so many records.
  return { records: found.records ?? found.total, value: found.quantity };
}
