import type { TenantScope } from "@/lib/platform/corridor/use-case";
import type { Tx } from "@/lib/platform/db/transaction";
import { AppError } from "@/lib/platform/errors";
import type { Prisma } from "@/prisma/generated/client";
import type { ReadCase } from "../queries/cases";
import type { Changed } from "../schema/editions";
import type { CaseState } from "../types";

/** Writes over exactly the state and version that was read. */
export async function raiseCase(
  tx: Tx,
  scope: TenantScope,
  one: Pick<ReadCase, "id" | "state" | "version">,
  data: Prisma.TypicalCaseUncheckedUpdateManyInput & { state: CaseState },
): Promise<Changed> {
  const { count } = await tx.typicalCase.updateMany({
    where: { id: one.id, state: one.state, version: one.version },
    data: {
      ...data,
      ...(data.state !== one.state && { stateSince: scope.now }),
      version: { increment: 1 },
    },
  });
  if (count === 0) throw new AppError("stale");
  return { id: one.id, version: one.version + 1 };
}

export const auditCase = (
  scope: TenantScope,
  step: "write" | "submit" | "return" | "select" | "release",
  subjectId: string,
  details: Prisma.InputJsonObject = {},
) =>
  scope.audit({
    action: `typical_case.${step}`,
    subjectType: "typical-case",
    subjectId,
    details,
  });
