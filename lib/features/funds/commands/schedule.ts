import type { z } from "zod";
import { fenOf, yuanText } from "@/lib/kernel/money";
import { refuse } from "@/lib/kernel/result";
import type { TenantScope } from "@/lib/platform/corridor/use-case";
import type { Tx } from "@/lib/platform/db/transaction";
import type { scheduleCommitmentSchema } from "../schema/promises";
import { answer, find } from "./held-commitment";
import { writeSchedule } from "./promise";

const sumOf = (lines: readonly { amount: { toString(): string } }[]): bigint =>
  lines.reduce((total, { amount }) => total + fenOf(String(amount)), 0n);

/**
 * When it comes: lines that add up to what no entry rests on. Lines on which something was entered stay as they are, so
 * that the rest of a promise can follow its project when a milestone falls away.
 */
export async function scheduleCommitment(
  tx: Tx,
  scope: TenantScope,
  input: z.output<typeof scheduleCommitmentSchema>,
) {
  const found = await find(tx, scope, input.id);
  if (found.state === "cancelled") return refuse("commitment-wrong-state");
  const mine = { allianceId: scope.alliance.id, commitmentId: found.id };
  const kept = await tx.fundInstalment.findMany({
    where: { ...mine, entries: { some: {} } },
    select: { id: true, order: true, amount: true },
  });
  const rest = fenOf(found.amount) - sumOf(kept);
  if (rest <= 0n) return refuse("schedule-in-use");
  const sum = sumOf(input.schedule);
  if (sum !== rest) {
    return refuse("schedule-sum", {
      field: "schedule",
      sum: yuanText(sum),
      amount: yuanText(rest),
    });
  }
  const milestones = input.schedule.flatMap((line) => line.milestoneId ?? []);
  const known = await tx.projectMilestone.count({
    where: { allianceId: scope.alliance.id, projectId: found.projectId, id: { in: milestones } },
  });
  if (known !== new Set(milestones).size) {
    return refuse("milestone-elsewhere", { field: "schedule" });
  }
  await tx.fundInstalment.deleteMany({
    where: { ...mine, id: { notIn: kept.map(({ id }) => id) } },
  });
  const after = Math.max(0, ...kept.map(({ order }) => order));
  await writeSchedule(tx, scope, found.id, input.schedule, after);
  await scope.audit({
    action: "contribution.schedule",
    subjectType: "commitment",
    subjectId: found.id,
    details: { instalments: input.schedule.length, kept: kept.length, amount: found.amount },
  });
  return answer(tx, scope, found.projectId, found.id);
}
