import type { z } from "zod";
import { newId } from "@/lib/kernel/ids";
import { accept, type Result, refuse } from "@/lib/kernel/result";
import type { TenantScope } from "@/lib/platform/corridor/use-case";
import type { Tx } from "@/lib/platform/db/transaction";
import { openEdition } from "../queries/facts";
import { numbersTold } from "../queries/told-numbers";
import { takesConfirmations } from "../rules/states";
import { isSameNumber } from "../rules/told-numbers";
import type { Changed } from "../schema/editions";
import type { confirmNumberInput } from "../schema/told-numbers";

/** somebody of the office lets a number of few persons stand, with the reason; it must still be there as it was shown. */
export async function confirmNumber(
  tx: Tx,
  scope: TenantScope,
  input: z.output<typeof confirmNumberInput>,
): Promise<Result<Changed, "wrong-state" | "small-number-gone" | "small-number-confirmed">> {
  // Locked: who publishes at the same moment waits, and counts it.
  const edition = await openEdition(tx, scope, { editionId: input.editionId });
  if (!takesConfirmations(edition.state)) return refuse("wrong-state");
  const { part, number, passage, nth } = input;
  const key = {
    sectionId: input.sectionId ?? null,
    caseId: input.caseId ?? null,
    part,
    number,
    passage,
    nth,
  };
  const told = (await numbersTold(tx, scope, edition)).find((one) => isSameNumber(one, key));
  if (!told) return refuse("small-number-gone");
  if (told.confirmed) return refuse("small-number-confirmed");
  await tx.editionNumberCheck.create({
    data: {
      ...key,
      id: newId(scope.now),
      allianceId: scope.alliance.id,
      editionId: edition.id,
      reason: input.reason,
      confirmedById: scope.actor.userId,
      confirmedAt: scope.now,
    },
  });
  await scope.audit({
    action: "edition.confirm_number",
    subjectType: "edition",
    subjectId: edition.id,
    details: { place: told.title, part, number, reason: input.reason },
  });
  return accept({ id: edition.id, version: edition.version });
}
