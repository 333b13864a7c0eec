import type { Day } from "@/lib/kernel/dates";
import type { Db } from "@/lib/platform/db/transaction";
import type { MilestoneState } from "../types";

export type MilestoneRow = {
  id: string;
  order: number;
  title: string;
  dueOn: Day;
  state: MilestoneState;
  /** Empty again when the acceptance was taken back; then `reopenedAt` says when. */
  acceptedAt: Date | null;
  reopenedAt: Date | null;
};

/** How far the milestones of a project are; instalments hang on them. */
export const milestoneStates = (
  db: Db,
  allianceId: string,
  projectId: string,
): Promise<MilestoneRow[]> =>
  db.$queryRaw<MilestoneRow[]>`
    SELECT id, sort_order AS "order", title, due_on::text AS "dueOn", state::text AS state,
      accepted_at AS "acceptedAt", reopened_at AS "reopenedAt"
    FROM project_milestones
    WHERE alliance_id = ${allianceId}::uuid AND project_id = ${projectId}::uuid ORDER BY sort_order`;
