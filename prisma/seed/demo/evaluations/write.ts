import type { Day } from "@/lib/kernel/dates";
import type { Tx } from "@/lib/platform/db/transaction";
import { writeRound } from "./round";
import { writeRunning } from "./running";
import { indicatorRows, published, schemeRows } from "./schemes";

export async function writeEvaluations(tx: Tx, today: Day): Promise<void> {
  await tx.evaluationScheme.createMany({ data: schemeRows });
  await tx.evaluationIndicator.createMany({ data: indicatorRows });
  for (const scheme of published) await tx.evaluationScheme.update(scheme);
  await writeRound(tx);
  await writeRunning(tx, today);
}
