import type { z } from "zod";
import { fenOf, yuanText } from "@/lib/kernel/money";
import { refuse } from "@/lib/kernel/result";
import type { TenantScope } from "@/lib/platform/corridor/use-case";
import type { Tx } from "@/lib/platform/db/transaction";
import { scheduleFits } from "../rules/promises";
import type { scheduleCommitmentSchema } from "../schema/promises";
import { answer, find } from "./held-commitment";
import { writeSchedule } from "./promise";

/** When it comes, in lines that add up to the promise; a schedule on which something has arrived stays. */
export async function scheduleCommitment(
  tx: Tx,
  scope: TenantScope,
  input: z.output<typeof scheduleCommitmentSchema>,
) {
  const found = await find(tx, scope, input.id);
  if (found.state === "cancelled") return refuse("commitment-wrong-state");
  const lines = input.schedule.map((line) => fenOf(line.amount));
  if (!scheduleFits(fenOf(found.amount), lines)) {
    const sum = yuanText(lines.reduce((total, one) => total + one, 0n));
    return refuse("schedule-sum", { field: "schedule", sum, amount: found.amount });
  }
  const milestones = input.schedule.flatMap((line) => line.milestoneId ?? []);
  const known = await tx.projectMilestone.count({
    where: { allianceId: scope.alliance.id, projectId: found.projectId, id: { in: milestones } },
  });
  if (known !== new Set(milestones).size) {
    return refuse("milestone-elsewhere", { field: "schedule" });
  }
  const old = { allianceId: scope.alliance.id, commitmentId: found.id };
  if ((await tx.fundInstalment.count({ where: { ...old, entries: { some: {} } } })) > 0) {
    return refuse("schedule-in-use");
  }
  await tx.fundInstalment.deleteMany({
    where: { allianceId: scope.alliance.id, commitmentId: found.id },
  });
  await writeSchedule(tx, scope, found.id, input.schedule);
  await scope.audit({
    action: "contribution.schedule",
    subjectType: "commitment",
    subjectId: found.id,
    details: { instalments: input.schedule.length, amount: found.amount },
  });
  return answer(tx, scope, found.projectId, found.id);
}
