import type { Tx } from "@/lib/platform/db/transaction";
import { writeRound } from "./round";
import { indicatorRows, published, schemeRows } from "./schemes";

export async function writeEvaluations(tx: Tx): Promise<void> {
  await tx.evaluationScheme.createMany({ data: schemeRows });
  await tx.evaluationIndicator.createMany({ data: indicatorRows });
  await tx.evaluationScheme.update(published);
  await writeRound(tx);
}
