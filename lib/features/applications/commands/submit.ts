import type { z } from "zod";
import { takeNumber } from "@/lib/features/bodies/commands/take-number";
import { accept, type Result, refuse } from "@/lib/kernel/result";
import { hashSecret, newSecret } from "@/lib/platform/auth/secret";
import type { TenantScope } from "@/lib/platform/corridor/use-case";
import { isUniqueViolation } from "@/lib/platform/db/errors";
import type { Tx } from "@/lib/platform/db/transaction";
import { AppError } from "@/lib/platform/errors";
import { isMemberWithCode } from "../queries/membership";
import type { renewLinkOutput, stepInput, submitInput, submitOutput } from "../schema";
import { holdApplication } from "./move";

type Submitted = Result<z.output<typeof submitOutput>, "already-member" | "application-open">;

/**
 * A visitor applies for an organization. One open application per credit code: two at once meet at the partial unique
 * index, and the second is told so.
 */
export async function submitApplication(
  tx: Tx,
  scope: TenantScope,
  input: z.output<typeof submitInput>,
): Promise<Submitted> {
  if (await isMemberWithCode(tx, scope.alliance.id, input.creditCode, scope.today)) {
    return refuse("already-member");
  }
  const number = await takeNumber(tx, { allianceId: scope.alliance.id, name: "application" });
  const token = newSecret();
  const created = await insert(tx, scope, { ...input, number, caseTokenHash: hashSecret(token) });
  if (!created) return refuse("application-open");
  await scope.audit({
    action: "application.submit",
    subjectType: "application",
    subjectId: created.id,
    details: { number, creditCode: input.creditCode },
  });
  return accept({ id: created.id, number, token });
}

type NewRow = z.output<typeof submitInput> & { number: number; caseTokenHash: string };

async function insert(tx: Tx, scope: TenantScope, row: NewRow) {
  try {
    return await tx.membershipApplication.create({
      data: { ...row, allianceId: scope.alliance.id, stateSince: scope.now, createdAt: scope.now },
      select: { id: true },
    });
  } catch (error) {
    if (isUniqueViolation(error)) return undefined;
    throw error;
  }
}

/** A new case link for an applicant who lost the old one; the old one is dead from then on. */
export async function renewCaseLink(
  tx: Tx,
  scope: TenantScope,
  input: z.output<typeof stepInput>,
): Promise<Result<z.output<typeof renewLinkOutput>, never>> {
  const held = await holdApplication(tx, scope, input.applicationId);
  const token = newSecret();
  const { count } = await tx.membershipApplication.updateMany({
    where: { id: held.id, allianceId: scope.alliance.id, version: input.version },
    data: { caseTokenHash: hashSecret(token), version: { increment: 1 } },
  });
  if (count === 0) throw new AppError("stale");
  await scope.audit({
    action: "application.renew_link",
    subjectType: "application",
    subjectId: held.id,
  });
  return accept({ id: held.id, token });
}
