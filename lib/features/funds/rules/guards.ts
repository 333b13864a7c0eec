import { addDays, type Day } from "@/lib/kernel/dates";

/** Settlement: entries of a project may be dated until half a year after its last day. */
const settlementDays = 180;

/** Is a day within the project, from its first day to the end of its settlement? */
export const withinProject = (day: Day, project: { startsOn: Day; endsOn: Day }): boolean =>
  day >= project.startsOn && day <= addDays(project.endsOn, settlementDays);

/**
 * 元 taken for 万元: an amount that is about 10,000 (or 1,000) times, or a ten-thousandth of what is usual here. Tells
 * the factor; nothing when the amount is plausible.
 */
export function outlier(
  amount: bigint,
  usual: bigint,
): { factor: 10_000 | 1_000; way: "large" | "small" } | undefined {
  if (usual <= 0n || amount <= 0n) return undefined;
  const [big, small, way] =
    amount > usual ? ([amount, usual, "large"] as const) : ([usual, amount, "small"] as const);
  if (big >= small * 5_000n) return { factor: 10_000, way };
  return big >= small * 700n ? { factor: 1_000, way } : undefined;
}

/** The upper limit of a line with its tolerance, in fen, rounded down. */
export const ceilingOf = (planned: bigint, percent: number): bigint =>
  (planned * BigInt(100 + percent)) / 100n;

/** Does spending fit into its line: freely, with a reason, or only after the budget was revised? */
export function lineRoom(
  line: { planned: bigint; ceiling: bigint; spent: bigint },
  amount: bigint,
): "free" | "reason" | "revise" {
  const after = line.spent + amount;
  if (after <= line.planned) return "free";
  return after <= line.ceiling ? "reason" : "revise";
}

/** May something dated in a closed year still be posted on a day? */
export function yearOpens(
  closed: { lateUntil: Day; restatedUntil: Day | null } | undefined,
  today: Day,
): boolean {
  if (!closed) return true;
  return (
    today <= closed.lateUntil || (closed.restatedUntil !== null && today <= closed.restatedUntil)
  );
}
