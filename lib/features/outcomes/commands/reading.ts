import type { z } from "zod";
import { dateOf } from "@/lib/kernel/dates";
import { accept, type Result, refuse } from "@/lib/kernel/result";
import type { TenantScope } from "@/lib/platform/corridor/use-case";
import type { Tx } from "@/lib/platform/db/transaction";
import { forbidden } from "@/lib/platform/errors";
import type { getOutcomeForChange } from "../queries/facts";
import { goneOf } from "../rules/evidence";
import { weigh } from "../rules/reading";
import type { verifyOutcomeSchema } from "../schema/records";

type Found = Awaited<ReturnType<typeof getOutcomeForChange>>;
type Input = z.output<typeof verifyOutcomeSchema>;
export type ReadingRefusal = "finding-blocks" | "finding-needs-reason" | "evidence-gone";

/**
 * What the verifier read is kept with the version and the bytes that it is about, and with the reason for what was
 * passed over.
 */
export async function keepReading(
  tx: Tx,
  scope: TenantScope,
  found: Found,
  input: Input,
): Promise<Result<null, ReadingRefusal>> {
  const of = { allianceId: scope.alliance.id, recordId: found.id, version: found.version };
  if (goneOf(found, scope.today, scope.alliance.timeZone)) return refuse("evidence-gone");
  const noticed = await tx.outcomeFinding.findMany({
    where: of,
    select: { kind: true, strength: true },
  });
  const ownerNamed = input.ownerNamed && input.ownerNamed === "yes";
  const { blocks, wants } = weigh(
    noticed,
    { paperOn: input.paperOn, ownerNamed },
    { year: found.year, yearBasis: found.metric.yearBasis },
  );
  if (blocks.length > 0) return refuse("finding-blocks");
  if (wants.length > 0 && !input.passOver) {
    return refuse("finding-needs-reason", { field: "passOver" });
  }
  await tx.outcomeReading.create({
    data: {
      ...of,
      fileId: found.fileId,
      sha256: found.file?.sha256 ?? null,
      paperOn: input.paperOn ? dateOf(input.paperOn) : null,
      ownerNamed: ownerNamed ?? null,
      passed: wants,
      reason: wants.length > 0 ? (input.passOver ?? null) : null,
      readById: scope.actor.userId ?? forbidden(),
      readAt: scope.now,
    },
  });
  return accept(null);
}
