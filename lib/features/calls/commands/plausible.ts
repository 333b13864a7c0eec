import { outlier } from "@/lib/features/funds/rules/guards";
import { fenOf, yuanText } from "@/lib/kernel/money";
import { refuse } from "@/lib/kernel/result";
import type { TenantScope } from "@/lib/platform/corridor/use-case";
import type { Tx } from "@/lib/platform/db/transaction";

export const sizeRefusals = ["amount-too-large", "amount-too-small"] as const;

/** 元 taken for 万元: what is a thousand or ten thousand times off is asked about once, with the factor. */
export function oddAmount(
  given: { amount: string; amountIsRight: boolean },
  usual: string,
  field: string,
) {
  const odd = given.amountIsRight ? undefined : outlier(fenOf(given.amount), fenOf(usual));
  if (!odd) return undefined;
  const reason =
    odd.way === "large" ? ("amount-too-large" as const) : ("amount-too-small" as const);
  return refuse(reason, { field, factor: odd.factor, usual: yuanText(fenOf(usual)) });
}

/** The average of what was published here; nothing is odd before the first. */
export async function usualBudget(tx: Tx, scope: TenantScope): Promise<string> {
  const { _avg } = await tx.call.aggregate({
    where: { allianceId: scope.alliance.id, publishedAt: { not: null } },
    _avg: { budget: true },
  });
  return _avg.budget?.toFixed(2) ?? "0.00";
}
